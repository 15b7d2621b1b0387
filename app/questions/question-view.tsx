import { lazy, Suspense } from "react";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { AnswerArticle, type AnswerData } from "./answer-article.tsx";
import { QuestionArticle, type QuestionArticleData } from "./question-article.tsx";
import { QuestionStatus, type StatusData } from "./question-status.tsx";
import { type RelatedQuestion, RelatedQuestions } from "./related-questions.tsx";
import type { Progress } from "./routing/progress.ts";

// Most come to read: the form is on the page at once, what makes it lively is fetched after it.
const AnswerForm = lazy(async () => ({ default: (await import("./answer-form.tsx")).AnswerForm }));

export type QuestionViewData = {
  page: QuestionArticleData & {
    question: {
      title: string;
      answerCount: number;
      area: { slug: string; nameJa: string; nameEn: string };
    };
    answers: AnswerData[];
    status: StatusData;
    may: { answer: boolean };
  };
  /** How an answerer is found, for those who are shown that. */
  progress?: Progress;
  related: RelatedQuestion[];
  /** How many answers the next page skips, if there is one. */
  next?: number;
  answerDraft?: Record<string, string>;
  answerKey: string;
  /** How many answers here are the viewer's own. */
  ownAnswers: number;
  signedIn: boolean;
};

/** The page of a question: where it stands, what was asked, what was answered. */
export function QuestionView({
  page,
  progress,
  related,
  next,
  answerDraft,
  answerKey,
  ownAnswers,
  signedIn,
}: QuestionViewData) {
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
        <QuestionStatus status={page.status} progress={progress} />
        <QuestionArticle page={page} />

        <Section
          title={t("page.answersTitle", { count: question.answerCount })}
          className="mt-8 scroll-mt-20"
        >
          {answers.length === 0 && page.may.answer && (
            <EmptyState title={t("page.noAnswers.title")}>
              {t(page.status.isOwn ? "page.noAnswers.own" : "page.noAnswers.text")}
            </EmptyState>
          )}
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
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
            <div id="answer-form" className="scroll-mt-20" />
            <Suspense>
              <AnswerForm
                // A form of its own after each answer of one's own, and never while one is typed.
                key={`${question.id}-${ownAnswers}`}
                action={`${here}/answers/new`}
                submitLabel={t("page.submitAnswer")}
                hidden={{ key: answerKey }}
                place={`answer:${question.id}`}
                values={answerDraft}
              />
            </Suspense>
          </Section>
        ) : signedIn ? (
          <p className="text-muted">{t("page.noMoreAnswers")}</p>
        ) : (
          <ButtonLink to={`/login?redirectTo=${encodeURIComponent(here)}`} variant="primary">
            {t("page.signInToAnswer")}
          </ButtonLink>
        )}
      </Page>
      <RelatedQuestions questions={related} />
    </div>
  );
}
