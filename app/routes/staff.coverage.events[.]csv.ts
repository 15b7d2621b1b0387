import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { listEventCoverage } from "#app/events/coverage/coverage.server.ts";
import { PORTAL_ZONE } from "#app/events/coverage/coverage.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { csvAnswer } from "#app/lib/csv.server.ts";
import { dayIn } from "#app/lib/time.ts";
import { db } from "#db/client.server.ts";

/** The events of the last twelve months with whom they reached, as a file that Excel opens. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const now = new Date();
  const rows = await listEventCoverage(db, { now, limit: 5_000 });
  const t = translator(viewer.locale, "afterwards");
  return csvAnswer({
    name: `coverage-events-${dayIn(PORTAL_ZONE, now)}`,
    head: [
      "ID",
      t("coverage.event"),
      t("coverage.date"),
      t("coverage.reached"),
      t("coverage.contracted"),
      t("coverage.people"),
      t("coverage.asked"),
      t("coverage.answered"),
      "NPS",
      t("coverage.npsN"),
    ],
    rows: rows.map(({ nps, ...row }) => [
      row.id,
      row.title,
      dayIn(PORTAL_ZONE, row.startsAt),
      row.reached,
      row.contracted,
      row.people,
      row.asked,
      row.answered,
      nps.score,
      nps.n,
    ]),
  });
}
