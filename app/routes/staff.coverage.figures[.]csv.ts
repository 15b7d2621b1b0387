import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { findCoverage, listCoverageTrend } from "#app/events/coverage/coverage.server.ts";
import { PORTAL_ZONE } from "#app/events/coverage/coverage.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { csvAnswer } from "#app/lib/csv.server.ts";
import { dayIn } from "#app/lib/time.ts";
import { db } from "#db/client.server.ts";

/** Coverage in total, by tier, by phase and by month, as a file that Excel opens. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const now = new Date();
  const [{ total, byTier, byPhase }, trend] = await Promise.all([
    findCoverage(db, { now }),
    listCoverageTrend(db, { now }),
  ]);
  const t = translator(viewer.locale, "afterwards");
  const common = translator(viewer.locale, "common");
  const rows = [
    { part: t("coverage.total"), ...total },
    ...byTier.map(({ tier, ...share }) => ({ part: t("coverage.tierOf", { tier }), ...share })),
    ...byPhase.map(({ phase, ...share }) => ({ part: common(`phase.${phase}`), ...share })),
    ...trend.map(({ day, ...share }) => ({ part: day, ...share })),
  ];
  return csvAnswer({
    name: `coverage-${dayIn(PORTAL_ZONE, now)}`,
    head: [t("coverage.part"), t("coverage.reached"), t("coverage.contracted")],
    rows: rows.map(({ part, reached, contracted }) => [part, reached, contracted]),
  });
}
