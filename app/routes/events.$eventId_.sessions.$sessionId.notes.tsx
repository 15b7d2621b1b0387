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
import { sessionNotesSchema } from "#app/events/afterwards/material-form.ts";
import { findSessionNotes, saveSessionNotes } from "#app/events/afterwards/session-notes.server.ts";
import { RunTabs } from "#app/events/organising/run-tabs.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam, refusal } from "#app/lib/verbs.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { MarkdownField } from "#app/ui/markdown-field.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["afterwards", "organising"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const sessionId = idParam(params.sessionId);
  const { event, session } = allowed(await findSessionNotes(db, { viewer, eventId, sessionId }));
  const title = translator(viewer.locale, "afterwards")("notes.edit.title");
  return { title, event: { id: eventId, title: event.title }, session };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const sessionId = idParam(params.sessionId);
  const t = translator(viewer.locale, "afterwards");
  allowed(await findSessionNotes(db, { viewer, eventId, sessionId }));
  const submission = parseWithZod(await request.formData(), { schema: sessionNotesSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(), current: undefined }, { status: 400 });
  }
  const act = { viewer, eventId, sessionId, now: new Date() };
  const saved = await saveSessionNotes(db, { ...act, ...submission.value });
  if (saved.ok) {
    return redirectWithToast(`/events/${eventId}/materials`, { key: "afterwards:notes.saved" });
  }
  const refused = refusal(saved);
  if (refused.reason === "changed-meanwhile") {
    return data({ lastResult: submission.reply(), current: refused.current }, { status: 409 });
  }
  const fieldErrors = { notes: [t(`notes.error.${refused.reason}`)] };
  return data(
    { lastResult: submission.reply({ fieldErrors }), current: undefined },
    { status: 400 },
  );
}

export default function SessionNotes() {
  const { title, event, session } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("afterwards");
  const { t: common } = useTranslation();
  const [form, fields] = useForm<{ recordingUrl: string; notes: string }>({
    id: "notes",
    lastResult: answer?.lastResult,
    defaultValue: { recordingUrl: session.recordingUrl, notes: session.notes },
  });
  const labels = { recordingUrl: t("recording.url"), notes: t("notes.field") };
  return (
    <Page title={title} lead={`${event.title} / ${session.title}`} width="reading">
      <RunTabs eventId={event.id} current="materials" />
      <Form method="post" {...getFormProps(form)}>
        <Card className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {answer?.current && (
            <div role="alert" className="rounded-card border border-wait bg-wait-soft p-4">
              <p className="mb-2 font-semibold">{t("notes.stale")}</p>
              <pre className="rounded-card bg-surface p-3 text-sm whitespace-pre-wrap">
                {answer.current.notes}
              </pre>
            </div>
          )}
          <FormErrors form={form} fields={fields} labels={labels} />
          <input type="hidden" name="version" value={answer?.current?.version ?? session.version} />
          <MarkdownField field={fields.notes} label={labels.notes} rows={14} />
          <TextField
            field={fields.recordingUrl}
            label={labels.recordingUrl}
            hint={t("recording.url.hint")}
            type="url"
            maxLength={2000}
            placeholder="https://"
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="primary">{t("notes.submit")}</Button>
            <ButtonLink to={`/events/${event.id}/materials`} variant="bare">
              {common("form.cancel")}
            </ButtonLink>
          </div>
        </Card>
      </Form>
    </Page>
  );
}
