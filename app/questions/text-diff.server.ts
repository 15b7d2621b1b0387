import { diffArrays } from "diff";

export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

const words = new Intl.Segmenter("ja", { granularity: "word" });
const TIME_LIMIT = 300;

/**
 * Differences between two texts, word by word (Japanese too). Texts too different to compare in
 * a moment are shown as one whole removed and one whole added.
 */
export function diffTexts(before: string, after: string): DiffPart[] {
  const parts = diffArrays(cut(before), cut(after), { timeout: TIME_LIMIT });
  if (!parts) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  return parts.map((part) => ({
    kind: part.added ? "added" : part.removed ? "removed" : "same",
    text: part.value.join(""),
  }));
}

function cut(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment);
}
