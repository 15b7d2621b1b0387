import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { isStaff } from "#app/auth/viewer.ts";
import { translatorFor } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { listQuestionHistory } from "#app/questions/history.server.ts";
import { findQuestion } from "#app/questions/question-page.server.ts";
import { listRoutingLog } from "#app/questions/routing/routing-log.server.ts";
import { RoutingLogList } from "#app/questions/routing/routing-log-list.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["questions", "routing"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? "" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const questionId = idParam(params.questionId);
  const question = await findQuestion(db, { viewer, questionId });
  if (!question) throw notFound();
  const t = translatorFor(request, viewer, "questions");
  const entries = await listQuestionHistory(db, { viewer, questionId });
  const routing = isStaff(viewer) ? await listRoutingLog(db, { questionId }) : [];
  return {
    routing,
    title: t("history.title"),
    question: { id: question.id, title: question.title },
    entries: entries.map((entry) => ({
      id: entry.id,
      at: entry.at,
      actor: entry.actor ?? t("history.unknown"),
      answerId: entry.answerId,
      words: String(
        t(`history.${entry.kind}`, {
          ...entry.detail,
          answerBy: entry.answerBy ?? "",
          reason: entry.kind === "closed" ? t(`closeReason.${entry.detail.reason}` as never) : "",
        } as never),
      ),
    })),
  };
}

export default function QuestionHistory() {
  const { title, question, entries, routing } = useLoaderData<typeof loader>();
  const { t } = useTranslation("questions");
  const { t: words } = useTranslation("routing");
  const here = `/questions/${question.id}`;
  return (
    <Page
      title={title}
      lead={t("history.lead")}
      breadcrumbs={[{ label: question.title, to: here }]}
      actions={
        <ButtonLink to={`/revisions/question/${question.id}`}>{t("history.versions")}</ButtonLink>
      }
      width="reading"
    >
      <Timeline>
        {entries.map((entry) => (
          <Timeline.Entry key={entry.id} time={<DateTime value={entry.at} style="exact" />}>
            <span className="font-semibold">{entry.actor}</span>{" "}
            {entry.answerId ? (
              <Link to={`${here}#answer-${entry.answerId}`} className="text-link">
                {entry.words}
              </Link>
            ) : (
              entry.words
            )}
          </Timeline.Entry>
        ))}
      </Timeline>
      {routing.length > 0 && (
        <Section title={words("log.title")} className="mt-8">
          <p className="mb-3 text-sm text-muted">{words("log.lead")}</p>
          <RoutingLogList entries={routing} />
        </Section>
      )}
    </Page>
  );
}
