import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { listNextEvents } from "#app/events/listing/event-list.server.ts";
import { MemberHome } from "#app/home/member-home.tsx";
import { VisitorHome } from "#app/home/visitor-home.tsx";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { listForMember, listRecentlySolved } from "#app/questions/question-list.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["home", "questions", "events"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: "", description: data?.portal.tagline, path: "/" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const now = new Date();
  const [solved, forMember, events, portal] = await Promise.all([
    listRecentlySolved(db, { viewer, limit: viewer ? 3 : 5 }),
    viewer ? listForMember(db, { viewer }) : undefined,
    listNextEvents(db, { viewer, now }),
    findPortalSettings(db, now),
  ]);
  return { solved, forMember, events, portal, name: viewer?.name };
}

export default function Home() {
  const { solved, forMember, events, portal, name } = useLoaderData<typeof loader>();
  return forMember ? (
    <MemberHome name={name ?? ""} {...forMember} solved={solved} events={events} />
  ) : (
    <VisitorHome portal={portal} solved={solved} events={events} />
  );
}
