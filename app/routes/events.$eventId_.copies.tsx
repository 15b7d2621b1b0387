import { getFormProps } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { COPIES_MAX, copiesSchema } from "#app/events/organising/copies-form.ts";
import { makeCopies } from "#app/events/organising/copying.server.ts";
import { mayCreateEvents } from "#app/events/organising/desk.server.ts";
import { RHYTHMS } from "#app/events/organising/local-time.ts";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { useFields } from "#app/events/organising/use-fields.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { forbidden } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed } from "#app/lib/verbs.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioGroupField, TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, now } = await requireOrganiser(request, db, params.eventId);
  if (!(await mayCreateEvents(db, viewer))) throw forbidden();
  return {
    title: translator(viewer.locale, "organising")("copies.title"),
    head: headOf(event, now),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

/** Makes the next copies of an event. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now } = await requireOrganiser(request, db, params.eventId);
  const t = translator(viewer.locale, "organising");
  const submission = parseWithZod(await request.formData(), { schema: copiesSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { eventIds } = allowed(await makeCopies(db, { viewer, eventId, ...submission.value, now }));
  return redirectWithToast("/events/organising?state=draft", {
    key: "organising:copies.done",
    params: { count: eventIds.length },
  });
}

export default function Copies() {
  const { title, head } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("organising");
  const values = { title: head.title, rhythm: "month-weekday", count: "3" };
  const { form, fields, field } = useFields(values, lastResult, "copies");
  const labels = {
    title: t("field.title"),
    rhythm: t("copies.rhythm"),
    count: t("copies.count"),
  };
  return (
    <OrganiserPage event={head} current="edit" title={title} lead={t("copies.lead")}>
      <Form method="post" {...getFormProps(form)} className="max-w-2xl">
        <Card className="grid gap-5">
          <FormErrors form={form} fields={fields} labels={labels} />
          <TextField
            field={field("title")}
            label={labels.title}
            hint={t("copies.title.hint", { n: "{n}" })}
            required
            maxLength={240}
          />
          <RadioGroupField
            field={field("rhythm")}
            label={labels.rhythm}
            required
            choices={RHYTHMS.map((value) => ({ value, label: t(`copies.rhythm.${value}`) }))}
          />
          <TextField
            field={field("count")}
            label={labels.count}
            hint={t("copies.count.hint", { max: COPIES_MAX })}
            required
            inputMode="numeric"
            maxLength={2}
            className="max-w-xs"
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="primary">{t("copies.submit")}</Button>
            <ButtonLink to={`/events/new?copy=${head.id}`} variant="bare">
              {t("copies.one")}
            </ButtonLink>
          </div>
        </Card>
      </Form>
    </OrganiserPage>
  );
}
