import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { findSurveyResults } from "#app/events/afterwards/survey-results.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { csvAnswer } from "#app/lib/csv.server.ts";
import { dayIn } from "#app/lib/time.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** The answers as a file that Excel opens; who said what is in it for staff alone. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { answers, namesShown } = allowed(await findSurveyResults(db, { viewer, eventId }));
  const t = translator(viewer.locale, "afterwards");
  const common = translator(viewer.locale, "common");
  const said = [
    t("survey.satisfaction"),
    t("survey.recommendation"),
    t("survey.nextStep"),
    t("survey.comment"),
  ];
  const who = [t("csv.name"), t("coverage.organisation"), t("coverage.tier"), t("coverage.phase")];
  return csvAnswer({
    name: `survey-${eventId}-${dayIn(viewer.timeZone, new Date())}`,
    head: namesShown ? [...who, ...said, t("csv.answeredOn")] : said,
    rows: answers.map((row) => {
      const words = [row.satisfaction, row.recommendation, row.nextStep, row.comment];
      if (!namesShown) return words;
      const { name, organisation, tier, phase, answeredAt } = row;
      const stage = phase && common(`phase.${phase}`);
      const day = answeredAt && dayIn(viewer.timeZone, answeredAt);
      return [name, organisation, tier, stage, ...words, day];
    }),
  });
}
