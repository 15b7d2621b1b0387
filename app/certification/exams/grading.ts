import type { ExamItemKind } from "#db/vocabulary.ts";

/** An option as grading needs it; for `order` the right order is that of `position`. */
export type KeyedOption = { id: number; position: number; isCorrect: boolean };

export type AnswerRefusal = "foreign-option" | "repeated-option" | "too-many" | "incomplete";

/**
 * Whether an answer can belong to an item at all, whatever was sent. Choices come back in the order
 * shown, so that equal answers are equal lists; nothing chosen is no answer (null).
 *
 * @param optionIds what was shown
 * @param answer ids of the chosen options, for `order` all of them in the person's order
 */
export function checkAnswer(
  kind: ExamItemKind,
  optionIds: readonly number[],
  answer: readonly number[],
): { ok: true; answer: number[] | null } | { ok: false; reason: AnswerRefusal } {
  if (answer.some((id) => !optionIds.includes(id))) return { ok: false, reason: "foreign-option" };
  const chosen = new Set(answer);
  if (chosen.size < answer.length) return { ok: false, reason: "repeated-option" };
  if (answer.length === 0) return { ok: true, answer: null };
  if (kind === "order") {
    if (chosen.size < optionIds.length) return { ok: false, reason: "incomplete" };
    return { ok: true, answer: [...answer] };
  }
  if (kind === "single" && answer.length > 1) return { ok: false, reason: "too-many" };
  return { ok: true, answer: optionIds.filter((id) => chosen.has(id)) };
}

/** Whether two stored answers say the same. */
export function sameAnswer(a: readonly number[] | null, b: readonly number[] | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/**
 * Whether an answer is right. There are no parts of a point: one needs all the right choices and no
 * wrong one, or the whole order. No answer is wrong.
 */
export function isRight(
  kind: ExamItemKind,
  options: readonly KeyedOption[],
  answer: readonly number[] | null,
): boolean {
  if (answer === null) return false;
  if (kind === "order") {
    const order = options.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
    return sameAnswer(order, answer);
  }
  return options.every(({ id, isCorrect }) => answer.includes(id) === isCorrect);
}

/** Whether so many right answers reach the pass mark, given in percent of all items. */
export function passes({
  correctCount,
  itemCount,
  passPercent,
}: {
  correctCount: number;
  itemCount: number;
  passPercent: number;
}): boolean {
  return correctCount * 100 >= passPercent * itemCount;
}

/** The least number of right answers that reaches the pass mark. */
export function neededToPass(itemCount: number, passPercent: number): number {
  return Math.ceil((passPercent * itemCount) / 100);
}

/** A score in whole percent; never rounded up to a mark that was missed. */
export function scorePercent(correctCount: number, itemCount: number): number {
  return itemCount === 0 ? 0 : Math.floor((correctCount * 100) / itemCount);
}
