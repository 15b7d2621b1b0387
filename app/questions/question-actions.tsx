import { Bell, BellOff, ThumbsUp } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DeleteButton } from "./delete-button.tsx";
import { PostButton } from "./post-button.tsx";

export type QuestionActionsData = {
  id: number;
  helpfulCount: number;
  votedByViewer: boolean;
  watchedByViewer: boolean;
  may: Record<
    "vote" | "watch" | "edit" | "delete" | "close" | "markDuplicate" | "requestInformation",
    boolean
  >;
};

/** What may be done with the question, most used first. */
export function QuestionActions({ question }: { question: QuestionActionsData }) {
  const { t } = useTranslation("questions");
  const here = `/questions/${question.id}`;
  const { may } = question;
  return (
    <div className="no-print mt-5 flex flex-wrap items-center gap-1">
      {may.vote ? (
        <PostButton
          action={question.votedByViewer ? `${here}/helpful-vote/removal` : `${here}/helpful-vote`}
          variant="quiet"
          pressed={question.votedByViewer}
        >
          <ThumbsUp size={16} aria-hidden="true" />
          {question.votedByViewer ? t("page.helpfulUndo") : t("page.helpful")}
          <span className="tabular-nums">{question.helpfulCount}</span>
        </PostButton>
      ) : (
        question.helpfulCount > 0 && (
          <span className="px-2 text-sm text-muted">
            {t("page.helpfulCount", { count: question.helpfulCount })}
          </span>
        )
      )}
      {may.watch && (
        <PostButton
          action={question.watchedByViewer ? `${here}/watch/removal` : `${here}/watch`}
          pressed={question.watchedByViewer}
        >
          {question.watchedByViewer ? (
            <BellOff size={16} aria-hidden="true" />
          ) : (
            <Bell size={16} aria-hidden="true" />
          )}
          {question.watchedByViewer ? t("page.unwatch") : t("page.watch")}
        </PostButton>
      )}
      {may.edit && (
        <ButtonLink to={`${here}/edit`} variant="bare" size="small">
          {t("page.edit")}
        </ButtonLink>
      )}
      {may.requestInformation && (
        <ButtonLink to={`${here}/information-request`} variant="bare" size="small">
          {t("information.title")}
        </ButtonLink>
      )}
      {may.markDuplicate && (
        <ButtonLink to={`${here}/duplicate`} variant="bare" size="small">
          {t("duplicate.title")}
        </ButtonLink>
      )}
      {may.close && (
        <ButtonLink to={`${here}/closure`} variant="bare" size="small">
          {t("close.title")}
        </ButtonLink>
      )}
      {may.delete && <DeleteButton action={`${here}/deletion`} question={t("delete.question")} />}
      <ButtonLink to={`${here}/history`} variant="bare" size="small" className="ml-auto">
        {t("page.history")}
      </ButtonLink>
    </div>
  );
}
