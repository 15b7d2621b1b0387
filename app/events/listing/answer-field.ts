/** The name of the field in which a question to applicants is answered. */
export function answerField(questionId: number): `answer-${number}` {
  return `answer-${questionId}`;
}
