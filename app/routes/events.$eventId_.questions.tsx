import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listQuestions } from "#app/events/organising/applicant-questions.server.ts";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { QuestionList } from "#app/events/organising/question-list.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, eventId, now } = await requireOrganiser(request, db, params.eventId);
  return {
    title: translator(viewer.locale, "organising")("question.title"),
    head: headOf(event, now),
    questions: await listQuestions(db, { eventId }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

export default function ApplicantQuestions() {
  const { title, head, questions } = useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  const add = (
    <ButtonLink to={`/events/${head.id}/questions/new`} variant="primary">
      {t("question.add")}
    </ButtonLink>
  );
  return (
    <OrganiserPage
      event={head}
      current="questions"
      title={title}
      lead={t("question.lead")}
      actions={questions.length > 0 && add}
    >
      {questions.length === 0 ? (
        <EmptyState title={t("question.none.title")} action={add}>
          {t("question.none.text")}
        </EmptyState>
      ) : (
        <QuestionList eventId={head.id} questions={questions} />
      )}
    </OrganiserPage>
  );
}
