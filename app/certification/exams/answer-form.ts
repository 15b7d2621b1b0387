import type { ExamItemKind } from "#db/vocabulary.ts";

/** Names of the fields: options that are chosen, and the place of each that is put in order. */
export const OPTION_FIELD = "option";
export const placeField = (optionId: number) => `place-${optionId}`;

/** A sent answer, before it is judged whether it fits the question. */
export type SentAnswer = {
  /** Ids of options; NaN for what is no id. */
  answer: number[];
  marked: boolean;
  revision: number;
  /** Where to go on: a question's place or the overview. */
  to: string;
};

/**
 * What a question's form sends.
 *
 * @param optionIds of the question, as shown
 * @returns `places`: the order is incomplete, or has a place twice
 */
export function readAnswer(
  { kind, optionIds }: { kind: ExamItemKind; optionIds: readonly number[] },
  form: FormData,
): { ok: true; sent: SentAnswer } | { ok: false; reason: "places"; sent: SentAnswer } {
  const word = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const rest = {
    marked: word("marked") === "on",
    revision: /^\d{1,9}$/.test(word("revision")) ? Number(word("revision")) : -1,
    to: word("to"),
  };
  if (kind !== "order") {
    return { ok: true, sent: { answer: form.getAll(OPTION_FIELD).map(idOf), ...rest } };
  }
  const places = optionIds.map((id) => ({ id, place: word(placeField(id)) }));
  const chosen = places.filter(({ place }) => place !== "");
  const answer = optionIds.flatMap(
    (_, index) => places.find(({ place }) => place === String(index + 1))?.id ?? [],
  );
  const isWhole = answer.length === optionIds.length || chosen.length === 0;
  if (!isWhole) return { ok: false, reason: "places", sent: { answer, ...rest } };
  return { ok: true, sent: { answer, ...rest } };
}

function idOf(value: FormDataEntryValue): number {
  return typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
}
