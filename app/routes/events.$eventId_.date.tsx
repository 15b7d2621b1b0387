import { getFormProps } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { stateOf } from "#app/events/events.ts";
import { moveEvent } from "#app/events/organising/calling-off.server.ts";
import { SpanFields } from "#app/events/organising/event-fields.tsx";
import { moveSchema } from "#app/events/organising/event-form.ts";
import { localOf } from "#app/events/organising/local-time.ts";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { canDo } from "#app/events/organising/publishing.ts";
import { useFields } from "#app/events/organising/use-fields.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextAreaField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, now, here } = await requireOrganiser(request, db, params.eventId);
  const state = stateOf(event, now);
  if (state === "draft") throw redirectWithToast(`${here}/edit`, { key: "organising:date.draft" });
  if (!canDo("move", state, { hasBegun: event.startsAt <= now })) {
    throw redirectWithToast(`${here}/publication`, { key: "organising:calledOff.unfit" });
  }
  const { timeZone, version } = event;
  return {
    title: translator(viewer.locale, "organising")("date.title"),
    head: headOf(event, now),
    version,
    values: {
      startsAt: localOf(timeZone, event.startsAt),
      endsAt: localOf(timeZone, event.endsAt),
      timeZone,
      message: "",
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const t = translator(viewer.locale, "organising");
  const submission = parseWithZod(await request.formData(), { schema: moveSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { version, message, ...date } = submission.value;
  const moved = await moveEvent(db, { viewer, eventId, version, message, date, now });
  if (moved.ok) return redirectWithToast(here, { key: "organising:date.done" });
  const refused = refusal(moved);
  if (refused.reason === "unfit") {
    return redirectWithToast(`${here}/publication`, { key: "organising:calledOff.unfit" });
  }
  const lastResult = submission.reply(
    refused.reason === "bars"
      ? { formErrors: refused.bars.map((bar) => t(`bar.${bar}`)) }
      : refused.reason === "in-the-past"
        ? { fieldErrors: { startsAt: [t("date.error.past")] } }
        : { formErrors: [t(`date.error.${refused.reason}`)] },
  );
  return data({ lastResult }, { status: refused.reason === "stale" ? 409 : 400 });
}

export default function MoveEvent() {
  const { title, head, version, values } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("organising");
  const { form, fields, field } = useFields(values, lastResult, "move");
  const labels = {
    startsAt: t("field.startsAt"),
    endsAt: t("field.endsAt"),
    timeZone: t("field.timeZone"),
    message: t("date.message"),
  };
  return (
    <OrganiserPage event={head} current="publication" title={title} lead={t("date.lead")}>
      <Form method="post" {...getFormProps(form)} className="max-w-2xl">
        <Card className="grid gap-5">
          <FormErrors form={form} fields={fields} labels={labels} />
          <input type="hidden" name="version" value={version} />
          <SpanFields field={field} labels={labels} />
          <TextAreaField
            field={field("message")}
            label={labels.message}
            hint={t("date.message.hint")}
            optional
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="primary">{t("date.submit")}</Button>
            <ButtonLink to={`/events/${head.id}/publication`} variant="bare">
              {t("form.back")}
            </ButtonLink>
          </div>
        </Card>
      </Form>
    </OrganiserPage>
  );
}
