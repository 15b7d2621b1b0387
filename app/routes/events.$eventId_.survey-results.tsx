import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { findSurveyResults } from "#app/events/afterwards/survey-results.server.ts";
import { SurveyResultsView } from "#app/events/afterwards/survey-results-view.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["afterwards", "organising"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const found = allowed(await findSurveyResults(db, { viewer, eventId }));
  const { event, namesShown, summary, groups, answers } = found;
  return {
    title: translator(viewer.locale, "afterwards")("results.title"),
    results: {
      event: { id: eventId, title: event.title },
      isOpened: event.surveyOpenedAt !== null,
      namesShown,
      summary,
      groups,
      answers: answers.map(({ id, name, handle: who, organisation, nextStep, comment }) => ({
        id,
        name,
        handle: who,
        organisation,
        nextStep,
        comment,
      })),
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function SurveyResults() {
  const { results } = useLoaderData<typeof loader>();
  return <SurveyResultsView results={results} />;
}
