import { Link } from "@remix-run/react";
import { Lock } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { PersonLine, type PersonSummary } from "#app/ui/person-line.tsx";
import type { Scope } from "#db/vocabulary.ts";
import { type CommentData, CommentList } from "./comment-list.tsx";
import { PostBody } from "./post-body.tsx";
import { QuestionActions, type QuestionActionsData } from "./question-actions.tsx";

export type QuestionArticleData = {
  question: Omit<QuestionActionsData, "may"> & {
    locale: string;
    scope: Scope;
    bodyHtml: string;
    createdAt: Date | string;
    editedAt: Date | string | null;
    tags: string[];
    event: { id: number; title: string } | null;
    author: PersonSummary;
    comments: CommentData[];
  };
  commentKey: string;
  may: QuestionActionsData["may"] & { comment: boolean };
};

/** The question itself: who, what, tags, and what may be done with it. */
export function QuestionArticle({ page }: { page: QuestionArticleData }) {
  const { question } = page;
  const { t } = useTranslation("questions");
  const { t: common } = useTranslation();
  return (
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
      {question.event && (
        <p className="mb-3 text-sm">
          <Link to={`/events/${question.event.id}`} className="text-link">
            {t("page.fromEvent", { event: question.event.title })}
          </Link>
        </p>
      )}
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
  );
}
