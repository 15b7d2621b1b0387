import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { findEventTitle, listComingEvents } from "#app/events/coverage/coverage.server.ts";
import { coverageFilterOf } from "#app/events/coverage/coverage.ts";
import { listCoverageOrganisations } from "#app/events/coverage/organisations.server.ts";
import { OrganisationsView } from "#app/events/coverage/organisations-view.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "afterwards"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const { searchParams } = new URL(request.url);
  const filter = coverageFilterOf(searchParams);
  const now = new Date();
  const [page, events, event] = await Promise.all([
    listCoverageOrganisations(db, { filter, after: searchParams.get("after"), now }),
    listComingEvents(db, { now }),
    filter.eventId ? findEventTitle(db, { eventId: filter.eventId }) : undefined,
  ]);
  const t = translator(viewer.locale, "afterwards");
  return {
    title: t("coverage.organisations.title"),
    ...page,
    filter,
    events,
    event,
    isBack: searchParams.has("after"),
    nothingChosen: searchParams.has("nothing"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function CoverageOrganisations() {
  return <OrganisationsView {...useLoaderData<typeof loader>()} />;
}
