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

/** Rows in the order given, under the calendar day on which they happened in `timeZone`. */
export function groupByDay<Row extends { createdAt: Date }>(
  rows: Row[],
  timeZone: string,
): { day: string; rows: Row[] }[] {
  const groups: { day: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const day = dayIn(row.createdAt, timeZone);
    const last = groups.at(-1);
    if (last?.day === day) last.rows.push(row);
    else groups.push({ day, rows: [row] });
  }
  return groups;
}

/** The calendar day (YYYY-MM-DD) of a moment in a time zone. */
export function dayIn(moment: Date, timeZone: string): string {
  // Swedish writes dates the ISO way.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(moment);
}
