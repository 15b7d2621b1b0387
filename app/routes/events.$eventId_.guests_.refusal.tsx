import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import { turnDownGuests } from "#app/events/guests/deciding-many.server.ts";
import { decisionSchema } from "#app/events/guests/decision-form.ts";
import { DecisionPage } from "#app/events/guests/decision-page.tsx";
import { backQuery, outcomeAddress, targetsOf } from "#app/events/guests/decision-target.ts";
import { canTurnDown } from "#app/events/guests/guest-decisions.ts";
import { listChosenGuests } from "#app/events/guests/guest-list.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { event } = allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const { searchParams } = new URL(request.url);
  const guests = await listChosenGuests(db, { viewer, eventId, ids: targetsOf(searchParams) });
  return {
    event: { id: event.id, title: event.title },
    guests: guests.filter(canTurnDown),
    back: backQuery(searchParams.get("back")).toString(),
    title: translator(viewer.locale, "organising")("guests.refusal.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const form = await request.formData();
  const t = translator(viewer.locale, "organising");
  const submission = parseWithZod(form, { schema: decisionSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { note } = submission.value;
  const ids = targetsOf(form);
  const decision = { viewer, eventId, ids, note, now: new Date() };
  const { done, left } = allowed(await turnDownGuests(db, decision));
  const deed = ids.length === 0 ? "nobody" : "refused";
  const here = `/events/${eventId}/guests`;
  return redirect(outcomeAddress(here, form.get("back"), { deed, done, left }));
}

export default function RefuseGuests() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return <DecisionPage kind="refusal" {...page} lastResult={lastResult} />;
}
