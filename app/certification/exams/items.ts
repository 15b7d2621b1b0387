import { lengthOf } from "#app/lib/clean-text.ts";
import type { ExamItemKind, Locale } from "#db/vocabulary.ts";

export const OPTION_LIMITS = { min: 2, max: 8 };
export const ITEM_LENGTHS = { code: 40, stem: 5_000, option: 1_000, explanation: 3_000 };

/** A code names an item through all its wordings. */
export const CODE_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** What staff write; texts are Markdown. In an item of kind `order` the options stand in the right order. */
export type ItemDraft = {
  areaId: number;
  kind: ExamItemKind;
  locale: Locale;
  stem: string;
  options: { text: string; isCorrect: boolean }[];
  explanation: string;
};

export type ItemFault = {
  field: "stem" | "options" | "explanation";
  reason:
    | "stem-missing"
    | "stem-too-long"
    | "too-few-options"
    | "too-many-options"
    | "option-too-long"
    | "same-option-twice"
    | "one-right-option"
    | "no-right-option"
    | "explanation-too-long";
  max?: number;
  length?: number;
};

/** All that is wrong with an item, blank options aside. */
export function itemFaults({ kind, stem, options, explanation }: ItemDraft): ItemFault[] {
  const faults: ItemFault[] = [];
  if (stem.trim() === "") faults.push({ field: "stem", reason: "stem-missing" });
  const limit = (field: ItemFault["field"], reason: ItemFault["reason"], max: number, is: number) =>
    is > max && faults.push({ field, reason, max, length: is });
  limit("stem", "stem-too-long", ITEM_LENGTHS.stem, lengthOf(stem));
  limit("explanation", "explanation-too-long", ITEM_LENGTHS.explanation, lengthOf(explanation));
  const { min, max } = OPTION_LIMITS;
  if (options.length < min) faults.push({ field: "options", reason: "too-few-options", max: min });
  if (options.length > max) faults.push({ field: "options", reason: "too-many-options", max });
  const longest = Math.max(0, ...options.map(({ text }) => lengthOf(text)));
  limit("options", "option-too-long", ITEM_LENGTHS.option, longest);
  if (new Set(options.map(({ text }) => text)).size < options.length) {
    faults.push({ field: "options", reason: "same-option-twice" });
  }
  const right = options.filter(({ isCorrect }) => isCorrect).length;
  if (kind === "single" && right !== 1) {
    faults.push({ field: "options", reason: "one-right-option" });
  }
  if (kind === "multiple" && right === 0) {
    faults.push({ field: "options", reason: "no-right-option" });
  }
  return faults;
}

/** A draft as it is stored: in an item of kind `order` no option is right by itself. */
export function storedDraft(draft: ItemDraft): ItemDraft {
  if (draft.kind !== "order") return draft;
  return { ...draft, options: draft.options.map(({ text }) => ({ text, isCorrect: false })) };
}

/** Whether those who sit the exam would see a difference, or be graded differently. */
export function sameWording(a: ItemDraft, b: ItemDraft): boolean {
  return (
    a.areaId === b.areaId &&
    a.kind === b.kind &&
    a.locale === b.locale &&
    a.stem === b.stem &&
    a.options.length === b.options.length &&
    a.options.every(({ text, isCorrect }, index) => {
      const other = b.options[index];
      return other !== undefined && text === other.text && isCorrect === other.isCorrect;
    })
  );
}
