/** What a question's form sends as `to` for the overview of all questions. */
export const OVERVIEW = "overview";

export const attemptPath = (attemptId: number) => `/exam-attempts/${attemptId}`;
export const questionPath = (attemptId: number, position: number) =>
  `/exam-attempts/${attemptId}/questions/${position}`;

/** Where a question's form leads on to. */
export function pathAfter(attemptId: number, to: string): string {
  return /^[1-9]\d{0,2}$/.test(to) ? questionPath(attemptId, Number(to)) : attemptPath(attemptId);
}
