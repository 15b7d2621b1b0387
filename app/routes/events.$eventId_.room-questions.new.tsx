import { randomUUID } from "node:crypto";
import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { listAreas } from "#app/areas/areas.server.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { roomQuestionSchema } from "#app/events/afterwards/room-question-form.ts";
import {
  askFromRoom,
  findRoom,
  isNamedTo,
  roomScopes,
} from "#app/events/afterwards/room-questions.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam, refusal } from "#app/lib/verbs.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { DraftRestored, DraftStatus } from "#app/questions/draft-notice.tsx";
import { findDraft } from "#app/questions/drafts.server.ts";
import { QuestionFields, useQuestionLabels } from "#app/questions/question-fields.tsx";
import { questionErrors } from "#app/questions/refusals.ts";
import { useDraft } from "#app/questions/use-draft.ts";
import { Button } from "#app/ui/button.tsx";
import { type FieldState, SelectField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["afterwards", "questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const now = new Date();
  const { event, sessions, areaIds } = allowed(await findRoom(db, { viewer, eventId, now }));
  const place = `room-question:${eventId}`;
  const [areas, settings, draft] = await Promise.all([
    listAreas(db),
    findPortalSettings(db, now),
    findDraft(db, { personId: viewer.id, place }),
  ]);
  const t = translator(viewer.locale, "afterwards");
  const scopes = roomScopes(event);
  const wished = new URL(request.url).searchParams.get("session");
  const session = sessions.find(({ id }) => String(id) === wished);
  const link = `[${event.title.replace(/[[\]\\]/g, "\\$&")}](/events/${eventId})`;
  const body = !isNamedTo(event)
    ? ""
    : session
      ? `${t("room.bodyOfSession", { event: link, session: session.title })}\n\n`
      : `${t("room.body", { event: link })}\n\n`;
  return {
    title: t("room.ask.title"),
    event: { id: eventId, title: event.title },
    sessions,
    areas,
    scopes,
    submissionKey: randomUUID(),
    place,
    draft,
    values: {
      scope: scopes.includes(settings.defaultQuestionScope)
        ? settings.defaultQuestionScope
        : (scopes[0] ?? "customers"),
      area: areaIds[0] ? String(areaIds[0]) : "",
      session: session ? String(session.id) : "",
      body,
      ...draft?.fields,
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const now = new Date();
  allowed(await findRoom(db, { viewer, eventId, now }));
  const t = translator(viewer.locale, "questions");
  const submission = parseWithZod(await request.formData(), { schema: roomQuestionSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { key, area, session, ...content } = submission.value;
  const outcome = await askFromRoom(db, {
    viewer,
    eventId,
    sessionId: session,
    content: { ...content, productAreaId: area },
    submissionKey: key,
    now,
  });
  if (!outcome.ok) {
    const { reason } = refusal(outcome);
    const fieldErrors =
      reason === "session-unknown"
        ? { session: [translator(viewer.locale, "afterwards")("materials.error.session-unknown")] }
        : questionErrors(t, reason);
    return data({ lastResult: submission.reply({ fieldErrors }) }, { status: 400 });
  }
  return redirectWithToast(`/questions/${outcome.questionId}`, { key: "questions:ask.done" });
}

export default function AskFromRoom() {
  const loaded = useLoaderData<typeof loader>();
  const { event, sessions, areas, scopes, submissionKey, place, draft, values } = loaded;
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("afterwards");
  const { t: q } = useTranslation("questions");
  const element = useRef<HTMLFormElement>(null);
  const draftState = useDraft(element, place);
  const [form, fields] = useForm<Record<string, string>>({
    id: "question",
    lastResult,
    defaultValue: values,
  });
  const labels = { ...useQuestionLabels(), session: t("session") };
  const here = `/events/${event.id}`;
  return (
    <Page
      title={loaded.title}
      lead={t("room.ask.lead", { event: event.title })}
      breadcrumbs={[{ label: event.title, to: here }]}
      width="reading"
    >
      {draft && !lastResult && (
        <DraftRestored
          savedAt={draft.savedAt}
          place={place}
          redirectTo={`${here}/room-questions/new`}
        />
      )}
      <Form
        ref={element}
        method="post"
        id={form.id}
        noValidate={form.noValidate}
        className="grid gap-6"
      >
        <FormErrors form={form} fields={fields} labels={labels} />
        <input type="hidden" name="key" value={submissionKey} />
        {sessions.length > 0 && (
          <SelectField
            field={fields.session as FieldState}
            label={labels.session}
            optional
            empty={t("desk.wholeEvent")}
            choices={sessions.map(({ id, title }) => ({ value: String(id), label: title }))}
          />
        )}
        <QuestionFields fields={fields as never} areas={areas} scopes={scopes} suggestSimilar />
        <div className="flex flex-wrap items-center gap-4">
          <Button variant="primary">{q("ask.submit")}</Button>
          <DraftStatus state={draftState} />
        </div>
      </Form>
    </Page>
  );
}
