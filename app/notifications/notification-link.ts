type Place = {
  questionId: number | null;
  /** Leads to whatever else it is about. */
  path: string | null;
};

/** The path that leads to what a thread of notifications is about. */
export function threadPath({ questionId, path }: Place): string {
  return path ?? `/questions/${questionId}`;
}

/** The path that leads to the very post a notification is about. */
export function newsPath(
  news: Place & { answerId: number | null; commentId: number | null },
): string {
  const { answerId, commentId } = news;
  const path = threadPath(news);
  if (commentId !== null) return `${path}#comment-${commentId}`;
  if (answerId !== null) return `${path}#answer-${answerId}`;
  return path;
}
