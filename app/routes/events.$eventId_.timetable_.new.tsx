import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listSpans } from "#app/events/organising/desk.server.ts";
import { localOf } from "#app/events/organising/local-time.ts";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { SessionForm } from "#app/events/organising/session-fields.tsx";
import { sessionErrors } from "#app/events/organising/session-words.ts";
import { sessionSchema } from "#app/events/organising/ticket-form.ts";
import { addSession } from "#app/events/organising/timetable.server.ts";
import { firstGap, minutesOf } from "#app/events/organising/timetable.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { after, MINUTE } from "#app/lib/time.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

const LENGTH = 30;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, eventId, now } = await requireOrganiser(request, db, params.eventId);
  const spans = await listSpans(db, { eventId });
  const free = firstGap(spans, LENGTH, minutesOf(event)) ?? 0;
  const startsAt = localOf(event.timeZone, after(event.startsAt, free * MINUTE));
  return {
    title: translator(viewer.locale, "organising")("timetable.add"),
    head: headOf(event, now),
    values: { startsAt, minutes: String(LENGTH) },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, event, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const t = translator(viewer.locale, "organising");
  const schema = sessionSchema(t, event);
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { content } = submission.value;
  const added = await addSession(db, { viewer, eventId, content, now });
  if (!added.ok) {
    const lastResult = submission.reply(sessionErrors(t, refusal(added).reason));
    return data({ lastResult }, { status: 400 });
  }
  return redirectWithToast(`${here}/timetable/${added.sessionId}`, {
    key: "organising:session.added",
  });
}

export default function NewSession() {
  const { title, head, values } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <OrganiserPage event={head} current="timetable" title={title}>
      <div className="max-w-2xl">
        <SessionForm event={head} values={values} version={0} lastResult={lastResult} />
      </div>
    </OrganiserPage>
  );
}
