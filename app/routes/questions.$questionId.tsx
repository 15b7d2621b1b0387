import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { areaName } from "#app/areas/areas.ts";
import { findViewer } from "#app/auth/guard.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { currentConfig } from "#app/lib/current-config.server.ts";
import { excerpt } from "#app/lib/markdown/scan.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { AnswerArticle } from "#app/questions/answer-article.tsx";
import { AnswerForm } from "#app/questions/answer-form.tsx";
import { CommentList } from "#app/questions/comment-list.tsx";
import { findDraft } from "#app/questions/drafts.server.ts";
import { PostBody } from "#app/questions/post-body.tsx";
import { qaPage } from "#app/questions/qa-page.ts";
import { QuestionActions } from "#app/questions/question-actions.tsx";
import { listSimilarQuestions } from "#app/questions/question-list.server.ts";
import { ANSWERS_PER_PAGE, findQuestionPage } from "#app/questions/question-page.server.ts";
import { QuestionStatus } from "#app/questions/question-status.tsx";
import { shownPage } from "#app/questions/shown-page.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PersonLine } from "#app/ui/person-line.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.page.question.title,
        description: data.description,
        path: data.isPublic ? `/questions/${data.page.question.id}` : undefined,
        type: "article",
        extra: data.jsonLd ? [{ "script:ld+json": data.jsonLd }] : [],
      })
    : [];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const questionId = idParam(params.questionId);
  const skip = new URL(request.url).searchParams.get("answers") ?? "0";
  const skipAnswers = /^\d{1,5}$/.test(skip) ? Number(skip) : 0;
  const found = await findQuestionPage(db, { viewer, questionId, skipAnswers });
  if (!found) throw notFound();
  const { title, bodyText, scope } = found.question;
  const [related, draft] = await Promise.all([
    listSimilarQuestions(db, { viewer, title, exceptId: questionId }),
    viewer ? findDraft(db, { personId: viewer.id, place: `answer:${questionId}` }) : undefined,
  ]);
  const isPublic = scope === "public" && found.question.state !== "hidden";
  return {
    page: shownPage(viewer, found),
    related,
    isPublic,
    description: excerpt(bodyText, 120),
    jsonLd: isPublic ? qaPage(found, currentConfig().publicUrl.origin) : undefined,
    next: found.moreAnswers ? skipAnswers + ANSWERS_PER_PAGE : undefined,
    answerDraft: draft?.fields,
    answerKey: randomUUID(),
    signedIn: viewer !== undefined,
  };
}

export default function QuestionPage() {
  const { page, related, next, answerDraft, answerKey, signedIn } = useLoaderData<typeof loader>();
  const { question, answers } = page;
  const { t, i18n } = useTranslation("questions");
  const { t: common } = useTranslation();
  const here = `/questions/${question.id}`;
  return (
    <div className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_18rem] lg:gap-4">
      <Page
        width="reading"
        title={<span lang={question.locale}>{question.title}</span>}
        breadcrumbs={[
          { label: common("portal.questions"), to: "/questions" },
          {
            label: areaName(question.area, i18n.language),
            to: `/questions?area=${question.area.slug}`,
          },
        ]}
      >
        <QuestionStatus status={page.status} />
        <article aria-label={t("page.askedBy")} className="card p-4 sm:p-6">
          <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <PersonLine person={question.author}>
              <DateTime value={question.createdAt} />
              {question.editedAt && (
                <Link to={`/revisions/question/${question.id}`} className="ml-2 hover:underline">
                  {t("page.edited")}
                </Link>
              )}
            </PersonLine>
            {question.scope !== "public" && (
              <p className="inline-flex items-center gap-1 text-xs text-muted">
                <Lock size={12} aria-hidden="true" />
                {t("page.scope", { scope: common(`scope.${question.scope}`) })}
              </p>
            )}
          </div>
          <PostBody html={question.bodyHtml} lang={question.locale} />
          {question.tags.length > 0 && (
            <ul className="mt-4 flex flex-wrap gap-2 text-sm">
              {question.tags.map((tag) => (
                <li key={tag}>
                  <Link
                    to={`/questions?tag=${encodeURIComponent(tag)}`}
                    className="inline-block rounded-full bg-sunken px-3 py-1 text-muted hover:text-brand"
                  >
                    {tag}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          <QuestionActions question={{ ...question, may: page.may }} />
          <CommentList
            comments={question.comments}
            questionId={question.id}
            label={t("page.commentOn.question")}
            canComment={page.may.comment}
            submissionKey={page.commentKey}
          />
        </article>

        <Section
          title={t("page.answersTitle", { count: question.answerCount })}
          className="mt-8 scroll-mt-20"
        >
          {answers.length === 0 && page.may.answer && (
            <EmptyState title={t("page.noAnswers.title")}>
              {t(page.status.isOwn ? "page.noAnswers.own" : "page.noAnswers.text")}
            </EmptyState>
          )}
          <div className="grid gap-4">
            {answers.map((answer) => (
              <AnswerArticle key={answer.id} answer={answer} questionId={question.id} />
            ))}
          </div>
          {next && (
            <div className="mt-4 text-center">
              <ButtonLink to={`${here}?answers=${next}`}>{t("page.moreAnswers")}</ButtonLink>
            </div>
          )}
        </Section>

        {page.may.answer ? (
          <Section title={t("page.yourAnswer")} className="no-print">
            <AnswerForm
              key={answerKey}
              action={`${here}/answers/new`}
              submitLabel={t("page.submitAnswer")}
              hidden={{ key: answerKey }}
              place={`answer:${question.id}`}
              values={answerDraft}
            />
          </Section>
        ) : signedIn ? (
          <p className="text-muted">{t("page.noMoreAnswers")}</p>
        ) : (
          <ButtonLink to={`/login?redirectTo=${encodeURIComponent(here)}`} variant="primary">
            {t("page.signInToAnswer")}
          </ButtonLink>
        )}
      </Page>
      {related.length > 0 && (
        <aside className="no-print px-4 pb-8 sm:px-6 lg:px-0 lg:pt-28 lg:pr-6">
          <h2 className="mb-2 font-bold">{t("page.related")}</h2>
          <ul className="grid gap-2 text-sm">
            {related.map((other) => (
              <li key={other.id}>
                <Link to={`/questions/${other.id}`} className="text-link">
                  {other.title}
                </Link>{" "}
                <span className="whitespace-nowrap text-muted">
                  {t("similar.answers", { count: other.answerCount })}
                </span>
              </li>
            ))}
          </ul>
        </aside>
      )}
    </div>
  );
}
