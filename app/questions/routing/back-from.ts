/** The page to go back to after something was done about an offer, by the form's `from` field. */
export function backFrom(from: unknown, questionId: number): string {
  if (from === "for-me") return "/questions/for-me";
  return from === "queue" ? "/staff/queue" : `/questions/${questionId}`;
}
