import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { coverageFilterOf, PORTAL_ZONE } from "#app/events/coverage/coverage.ts";
import { exportCoverageOrganisations } from "#app/events/coverage/organisations.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { csvAnswer } from "#app/lib/csv.server.ts";
import { dayIn } from "#app/lib/time.ts";
import { db } from "#db/client.server.ts";

/** The companies of the list, with its filters, as a file that Excel opens. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const filter = coverageFilterOf(new URL(request.url).searchParams);
  const now = new Date();
  const rows = await exportCoverageOrganisations(db, { filter, now });
  const t = translator(viewer.locale, "afterwards");
  const common = translator(viewer.locale, "common");
  return csvAnswer({
    name: `coverage-organisations-${dayIn(PORTAL_ZONE, now)}`,
    head: [
      "ID",
      t("coverage.organisation"),
      t("coverage.tier"),
      t("coverage.phase"),
      t("coverage.lastAt"),
      t("coverage.attendees"),
      t("coverage.members"),
    ],
    rows: rows.map(({ id, name, tier, phase, lastAt, attendees, members }) => [
      id,
      name,
      tier,
      common(`phase.${phase}`),
      lastAt && dayIn(PORTAL_ZONE, lastAt),
      attendees,
      members,
    ]),
  });
}
