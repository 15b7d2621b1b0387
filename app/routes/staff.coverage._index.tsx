import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import {
  findCoverage,
  listCoverageTrend,
  listEventCoverage,
} from "#app/events/coverage/coverage.server.ts";
import { CoverageView } from "#app/events/coverage/coverage-view.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "afterwards"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const now = new Date();
  const [coverage, trend, events] = await Promise.all([
    findCoverage(db, { now }),
    listCoverageTrend(db, { now }),
    listEventCoverage(db, { now }),
  ]);
  const title = translator(viewer.locale, "afterwards")("coverage.title");
  return { title, coverage, trend, events };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Coverage() {
  return <CoverageView {...useLoaderData<typeof loader>()} />;
}
