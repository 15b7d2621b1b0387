import { getFormProps } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import { copyEvent } from "#app/events/organising/copying.server.ts";
import { createFromTemplate } from "#app/events/organising/creating.server.ts";
import { mayCreateEvents } from "#app/events/organising/desk.server.ts";
import { newEventSchema } from "#app/events/organising/event-form.ts";
import { localOf } from "#app/events/organising/local-time.ts";
import { NewEventFields, TemplateChoice } from "#app/events/organising/new-event.tsx";
import { listOrganised } from "#app/events/organising/organised-list.server.ts";
import { templateOf } from "#app/events/organising/templates.ts";
import { useFields } from "#app/events/organising/use-fields.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { forbidden } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";
import { EVENT_KINDS } from "#db/vocabulary.ts";

type Values = Record<"kind" | "title" | "startsAt" | "timeZone", string>;

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

/** Supporters with leave, and CS staff; others get 403. */
async function requireCreator(request: Request): Promise<Viewer> {
  const viewer = await requireViewer(request);
  if (!(await mayCreateEvents(db, viewer))) throw forbidden();
  return viewer;
}

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireCreator(request);
  const title = translator(viewer.locale, "organising")("new.title");
  const params = new URL(request.url).searchParams;
  const kind = EVENT_KINDS.find((word) => word === params.get("template"));
  const copied = params.get("copy");
  if (copied) {
    const eventId = idParam(copied);
    const { event } = allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
    const { timeZone, title: from } = event;
    const startsAt = localOf(timeZone, event.startsAt);
    const values: Values = { kind: event.kind, title: from, startsAt, timeZone };
    return { title, from, values };
  }
  if (kind) {
    const template = templateOf(kind, viewer.locale);
    const values: Values = { kind, title: template.title, startsAt: "", timeZone: viewer.timeZone };
    return { title, from: undefined, values };
  }
  const filter = { q: "" };
  const earlier = await listOrganised(db, { viewer, filter, limit: 20, now: new Date() });
  return { title, earlier: earlier.rows, values: undefined };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireCreator(request);
  const t = translator(viewer.locale, "organising");
  const submission = parseWithZod(await request.formData(), { schema: newEventSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const copied = new URL(request.url).searchParams.get("copy");
  const now = new Date();
  const { title, startsAt } = submission.value;
  const made = copied
    ? await copyEvent(db, { viewer, eventId: idParam(copied), title, startsAt, now })
    : await createFromTemplate(db, { viewer, event: submission.value, now });
  return redirectWithToast(`/events/${allowed(made).eventId}/edit`, {
    key: "organising:new.done",
  });
}

export default function NewEvent() {
  const loaded = useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  return (
    <Page
      title={loaded.title}
      lead={t(loaded.values ? "new.lead.form" : "new.lead")}
      width="reading"
      breadcrumbs={[{ label: t("list.title"), to: "/events/organising" }]}
    >
      {loaded.values ? (
        <NewEventForm from={loaded.from} values={loaded.values} />
      ) : (
        <TemplateChoice earlier={loaded.earlier} />
      )}
    </Page>
  );
}

function NewEventForm({ from, values }: { from?: string; values: Values }) {
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("organising");
  const { form, fields, field } = useFields(values, lastResult, "new-event");
  const labels = {
    title: t("field.title"),
    startsAt: t("field.startsAt"),
    timeZone: t("field.timeZone"),
  };
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <NewEventFields field={field} labels={labels} kind={values.kind} from={from} />
        <div>
          <ButtonLink to="/events/new" variant="bare">
            {t("new.back")}
          </ButtonLink>
        </div>
      </Card>
    </Form>
  );
}
