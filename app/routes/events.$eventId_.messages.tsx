import { randomUUID } from "node:crypto";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import { stateOf } from "#app/events/events.ts";
import { MessageFields } from "#app/events/guests/message-fields.tsx";
import { messageSchema } from "#app/events/guests/message-form.ts";
import { MessageList } from "#app/events/guests/message-list.tsx";
import {
  countSegments,
  listMessages,
  previewSegment,
  sendMessage,
} from "#app/events/guests/messaging.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam, refusal } from "#app/lib/verbs.server.ts";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { event } = allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const cursor = new URL(request.url).searchParams.get("after");
  const now = new Date();
  const [segments, page] = await Promise.all([
    countSegments(db, { viewer, event, now }),
    listMessages(db, { eventId, cursor }),
  ]);
  return {
    ...page,
    event: { id: event.id, title: event.title, state: stateOf(event, now) },
    segments,
    formKey: randomUUID(),
    title: translator(viewer.locale, "organising")("messages.title", { title: event.title }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

/** Shows whom it would reach first; sends it once the people shown are those it goes to. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const t = translator(viewer.locale, "organising");
  const submission = parseWithZod(await request.formData(), { schema: messageSchema(t) });
  const answer = (lastResult: ReturnType<typeof submission.reply>, status: number) =>
    data({ lastResult, preview: undefined, key: undefined }, { status });
  if (submission.status !== "success") return answer(submission.reply(), 400);
  const { segment, message, previewed, key } = submission.value;
  const nobody = () =>
    answer(submission.reply({ fieldErrors: { segment: [t("messages.error.nobody")] } }), 400);
  if (previewed !== segment) {
    const { count, names } = await previewSegment(db, { viewer, eventId, segment });
    if (count === 0) return nobody();
    const formErrors = previewed === "" ? [] : [t("messages.error.previewed")];
    const lastResult = submission.reply({ formErrors });
    return data(
      { lastResult, preview: { segment, count, names }, key },
      { status: previewed === "" ? 200 : 400 },
    );
  }
  const sent = await sendMessage(db, { viewer, eventId, segment, message, key, now: new Date() });
  if (!sent.ok) {
    refusal(sent);
    return nobody();
  }
  return redirectWithToast(`/events/${eventId}/messages`, {
    key: "organising:messages.done",
    params: { people: sent.recipients },
  });
}

export default function Messages() {
  const { event, segments, formKey, messages, next } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("organising");
  const here = `/events/${event.id}/messages`;
  return (
    <OrganiserPage
      event={event}
      current="messages"
      title={t("messages.heading")}
      lead={t("messages.lead")}
    >
      <div className="max-w-3xl">
        <MessageFields
          segments={segments}
          formKey={answered?.key ?? formKey}
          preview={answered?.preview}
          lastResult={answered?.lastResult}
        />
        <Section title={t("messages.sent")} className="mt-10">
          {messages.length > 0 ? (
            <MessageList messages={messages} />
          ) : (
            <p className="text-muted">{t("messages.sent.none")}</p>
          )}
          {next && <MoreLink to={`${here}?after=${next}`} />}
        </Section>
      </div>
    </OrganiserPage>
  );
}
