/** The path that leads to the very post a notification is about. */
export function postPath({
  questionId,
  answerId,
  commentId,
}: {
  questionId: number;
  answerId: number | null;
  commentId: number | null;
}): string {
  if (commentId !== null) return `/questions/${questionId}#comment-${commentId}`;
  if (answerId !== null) return `/questions/${questionId}#answer-${answerId}`;
  return `/questions/${questionId}`;
}
