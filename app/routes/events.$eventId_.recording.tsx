import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { recordingSchema } from "#app/events/afterwards/material-form.ts";
import { saveRecording } from "#app/events/afterwards/session-notes.server.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import { RunTabs } from "#app/events/organising/run-tabs.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["afterwards", "organising"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { event } = allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const title = translator(viewer.locale, "afterwards")("recording.title");
  return { title, event: { id: eventId, title: event.title, recordingUrl: event.recordingUrl } };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const schema = recordingSchema(translator(viewer.locale, "afterwards"));
  allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { recordingUrl } = submission.value;
  allowed(await saveRecording(db, { viewer, eventId, recordingUrl, now: new Date() }));
  return redirectWithToast(`/events/${eventId}/materials`, { key: "afterwards:recording.saved" });
}

export default function Recording() {
  const { title, event } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("afterwards");
  const { t: common } = useTranslation();
  const [form, fields] = useForm<{ recordingUrl: string }>({
    id: "recording",
    lastResult,
    defaultValue: { recordingUrl: event.recordingUrl },
  });
  return (
    <Page title={title} lead={event.title} width="reading">
      <RunTabs eventId={event.id} current="materials" />
      <Form method="post" {...getFormProps(form)}>
        <Card className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <FormErrors form={form} fields={fields} labels={{ recordingUrl: t("recording.url") }} />
          <TextField
            field={fields.recordingUrl}
            label={t("recording.url")}
            hint={t("recording.url.hint")}
            type="url"
            maxLength={2000}
            placeholder="https://"
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="primary">{t("recording.submit")}</Button>
            <ButtonLink to={`/events/${event.id}/materials`} variant="bare">
              {common("form.cancel")}
            </ButtonLink>
          </div>
        </Card>
      </Form>
    </Page>
  );
}
