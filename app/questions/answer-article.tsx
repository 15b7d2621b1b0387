import { Link } from "@remix-run/react";
import { BadgeCheck, CircleCheckBig, Link2, ThumbsUp } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { DateTime, formatDate, useClock } from "#app/ui/date-time.tsx";
import { PersonLine, type PersonSummary } from "#app/ui/person-line.tsx";
import { type AnswerMark, AnswerMarkBadge } from "./answer-mark.tsx";
import { type CommentData, CommentList } from "./comment-list.tsx";
import { DeleteButton } from "./delete-button.tsx";
import { PostBody } from "./post-body.tsx";
import { PostButton } from "./post-button.tsx";

export type AnswerData = {
  id: number;
  bodyHtml: string;
  createdAt: Date | string;
  editedAt: Date | string | null;
  trueForVersion: string | null;
  reviewOn: string | null;
  helpfulCount: number;
  author: PersonSummary;
  mark: AnswerMark | null;
  acceptedAt: Date | string | null;
  verifiedAt: Date | string | null;
  verifiedBy: string | null;
  votedByViewer: boolean;
  comments: CommentData[];
  submissionKey: string;
  may: Record<"accept" | "edit" | "delete" | "vote" | "verify" | "comment", boolean>;
};

/** An answer: who, what, and what may be done with it. */
export function AnswerArticle({ answer, questionId }: { answer: AnswerData; questionId: number }) {
  const { t } = useTranslation("questions");
  const accepted = answer.acceptedAt !== null;
  const here = `/answers/${answer.id}`;
  return (
    <article
      id={`answer-${answer.id}`}
      aria-label={answer.author.name}
      className={classNames("card p-4 sm:p-6", accepted && "border-l-4 border-l-good")}
    >
      {accepted && (
        <p className="mb-3 flex items-center gap-2 font-semibold text-good">
          <CircleCheckBig size={20} aria-hidden="true" />
          {t("page.accepted")}
        </p>
      )}
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <PersonLine
          person={answer.author}
          mark={answer.mark && <AnswerMarkBadge mark={answer.mark} />}
        >
          <DateTime value={answer.createdAt} />
          {answer.editedAt && (
            <Link to={`/revisions/answer/${answer.id}`} className="ml-2 hover:underline">
              {t("page.edited")}
            </Link>
          )}
        </PersonLine>
        <AnswerMarks answer={answer} />
      </div>
      <PostBody html={answer.bodyHtml} />
      <div className="no-print mt-5 flex flex-wrap items-center gap-1">
        {answer.may.vote ? (
          <PostButton
            action={answer.votedByViewer ? `${here}/helpful-vote/removal` : `${here}/helpful-vote`}
            variant="quiet"
            pressed={answer.votedByViewer}
          >
            <ThumbsUp size={16} aria-hidden="true" />
            {answer.votedByViewer ? t("page.helpfulUndo") : t("page.helpful")}
            <span className="tabular-nums">{answer.helpfulCount}</span>
          </PostButton>
        ) : (
          answer.helpfulCount > 0 && (
            <span className="px-2 text-sm text-muted">
              {t("page.helpfulCount", { count: answer.helpfulCount })}
            </span>
          )
        )}
        {answer.may.accept && (
          <PostButton
            action={accepted ? `${here}/acceptance/removal` : `${here}/acceptance`}
            variant={accepted ? "bare" : "quiet"}
          >
            {accepted ? t("page.unaccept") : t("page.accept")}
          </PostButton>
        )}
        {answer.may.verify && (
          <PostButton
            action={answer.verifiedAt ? `${here}/verification/removal` : `${here}/verification`}
          >
            {answer.verifiedAt ? t("page.unverify") : t("page.verify")}
          </PostButton>
        )}
        {answer.may.edit && (
          <ButtonLink to={`${here}/edit`} variant="bare" size="small">
            {t("page.edit")}
          </ButtonLink>
        )}
        {answer.may.delete && (
          <DeleteButton action={`${here}/deletion`} question={t("delete.answer")} />
        )}
        <a
          href={`#answer-${answer.id}`}
          className="ml-auto inline-flex size-11 items-center justify-center rounded-card text-muted hover:bg-sunken"
        >
          <Link2 size={16} aria-hidden="true" />
          <span className="sr-only">{t("page.permalink")}</span>
        </a>
      </div>
      <CommentList
        comments={answer.comments}
        questionId={questionId}
        answerId={answer.id}
        label={t("page.commentOn.answer", { name: answer.author.name })}
        canComment={answer.may.comment}
        submissionKey={answer.submissionKey}
      />
    </article>
  );
}

/** What staff confirmed, and for which version and until when the answer is held to be true. */
function AnswerMarks({ answer }: { answer: AnswerData }) {
  const { t, i18n } = useTranslation("questions");
  const { now, timeZone } = useClock();
  const date = (value: Date | string) => formatDate(new Date(value), i18n.language, timeZone);
  const stale = answer.reviewOn !== null && new Date(answer.reviewOn).getTime() < now;
  return (
    <div className="grid justify-items-end gap-1 text-xs text-muted">
      {answer.verifiedAt && (
        <span className="flex flex-wrap items-center justify-end gap-x-2">
          <Badge tone="info" icon={<BadgeCheck size={14} aria-hidden="true" />}>
            {t("page.verified")}
          </Badge>
          {t("page.verifiedBy", { name: answer.verifiedBy ?? "", date: date(answer.verifiedAt) })}
        </span>
      )}
      {answer.trueForVersion && (
        <span>{t("page.trueFor", { version: answer.trueForVersion })}</span>
      )}
      {answer.reviewOn &&
        (stale ? (
          <span className="font-semibold text-wait">
            {t("page.stale", { date: date(answer.reviewOn) })}
          </span>
        ) : (
          <span>{t("page.reviewOn", { date: date(answer.reviewOn) })}</span>
        ))}
    </div>
  );
}
