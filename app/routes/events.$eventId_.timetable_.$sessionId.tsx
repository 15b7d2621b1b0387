import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localOf } from "#app/events/organising/local-time.ts";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { searchPeople } from "#app/events/organising/person-search.server.ts";
import { SessionForm } from "#app/events/organising/session-fields.tsx";
import { sessionErrors } from "#app/events/organising/session-words.ts";
import { RemoveSession, SpeakerPart } from "#app/events/organising/speaker-part.tsx";
import { sessionSchema } from "#app/events/organising/ticket-form.ts";
import {
  editSession,
  findSession,
  listSpeakersOf,
} from "#app/events/organising/timetable.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { after, MINUTE } from "#app/lib/time.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, eventId, now } = await requireOrganiser(request, db, params.eventId);
  const session = await findSession(db, { eventId, sessionId: idParam(params.sessionId) });
  if (!session) throw notFound();
  const q = new URL(request.url).searchParams.get("q") ?? "";
  const [speakers, found] = await Promise.all([
    listSpeakersOf(db, session.id),
    searchPeople(db, { q }),
  ]);
  const { title, description, track, minutes, startsAfter, version } = session;
  const startsAt = localOf(event.timeZone, after(event.startsAt, startsAfter * MINUTE));
  return {
    title: translator(viewer.locale, "organising")("session.edit"),
    head: headOf(event, now),
    sessionId: session.id,
    sessionTitle: title,
    version,
    values: { title, description, track, startsAt, minutes: String(minutes) },
    speakers,
    search: { q, found },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.sessionTitle} – ${loaded.head.title}` }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, event, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const sessionId = idParam(params.sessionId);
  const t = translator(viewer.locale, "organising");
  const schema = sessionSchema(t, event);
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const saved = await editSession(db, { viewer, eventId, sessionId, ...submission.value, now });
  if (saved.ok) return redirectWithToast(`${here}/timetable`, { key: "organising:session.saved" });
  const { reason } = refusal(saved);
  const lastResult = submission.reply(sessionErrors(t, reason));
  return data({ lastResult }, { status: reason === "stale" ? 409 : 400 });
}

export default function EditSession() {
  const { title, head, sessionId, sessionTitle, speakers, search, version, values } =
    useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const here = `/events/${head.id}/timetable/${sessionId}`;
  return (
    <OrganiserPage event={head} current="timetable" title={title}>
      <div className="grid max-w-2xl grid-cols-1 gap-8">
        <SessionForm
          key={version}
          event={head}
          values={values}
          version={version}
          lastResult={lastResult}
        />
        <SpeakerPart here={here} speakers={speakers} search={search} />
        <RemoveSession here={here} title={sessionTitle} />
      </div>
    </OrganiserPage>
  );
}
