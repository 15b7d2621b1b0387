import { Form, Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { PersonLine, type PersonSummary } from "#app/ui/person-line.tsx";
import { DeleteButton } from "./delete-button.tsx";
import { PostBody } from "./post-body.tsx";
import { COMMENT_MAX } from "./questions.ts";

export type CommentData = {
  id: number;
  bodyHtml: string;
  createdAt: Date | string;
  editedAt: Date | string | null;
  author: PersonSummary;
  isOwn: boolean;
  canEdit: boolean;
  canDelete: boolean;
};

/** Comments of a post, and a place to add one. */
export function CommentList({
  comments,
  questionId,
  answerId,
  label,
  canComment,
  submissionKey,
}: {
  comments: CommentData[];
  questionId: number;
  answerId?: number;
  label: string;
  canComment: boolean;
  submissionKey: string;
}) {
  const { t } = useTranslation("questions");
  if (comments.length === 0 && !canComment) return null;
  const fieldId = `comment-on-${answerId ?? "question"}`;
  return (
    <section aria-label={label} className="mt-4 border-t border-line pt-2">
      {comments.length > 0 && (
        <ul className="divide-y divide-line">
          {comments.map((comment) => (
            <li key={comment.id} id={`comment-${comment.id}`} className="py-3">
              <div className="flex flex-wrap items-center justify-between gap-x-4">
                <PersonLine person={comment.author} size="small" />
                <div className="flex items-center gap-1 text-xs text-muted">
                  <DateTime value={comment.createdAt} />
                  {comment.editedAt && (
                    <Link to={`/revisions/comment/${comment.id}`} className="ml-2 hover:underline">
                      {t("page.edited")}
                    </Link>
                  )}
                  {comment.canEdit && (
                    <ButtonLink to={`/comments/${comment.id}/edit`} variant="bare" size="small">
                      {t("page.edit")}
                    </ButtonLink>
                  )}
                  {comment.canDelete && (
                    <DeleteButton
                      action={`/comments/${comment.id}/deletion`}
                      question={t("delete.comment")}
                    />
                  )}
                </div>
              </div>
              <div className="mt-1 pl-10 text-sm">
                <PostBody html={comment.bodyHtml} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {canComment && (
        <details
          // Closed and empty again after each comment of one's own, and never while one is typed.
          key={comments.filter(({ isOwn }) => isOwn).length}
          className="mt-1"
        >
          <summary className="inline-flex min-h-11 items-center rounded-card px-3 text-sm font-semibold text-muted hover:bg-sunken">
            {t("page.addComment")}
          </summary>
          <Form
            method="post"
            action={`/questions/${questionId}/comments/new`}
            className="mt-2 grid gap-2"
            preventScrollReset
          >
            <input type="hidden" name="key" value={submissionKey} />
            {answerId !== undefined && <input type="hidden" name="answer" value={answerId} />}
            <label htmlFor={fieldId} className="sr-only">
              {label}
            </label>
            <textarea
              id={fieldId}
              name="body"
              rows={3}
              required
              maxLength={COMMENT_MAX * 2}
              className="control w-full"
            />
            <div>
              <Button size="small">{t("page.submitComment")}</Button>
            </div>
          </Form>
        </details>
      )}
    </section>
  );
}
