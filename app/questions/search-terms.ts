/**
 * Japanese has no spaces, so runs of Japanese characters are indexed as pairs of neighbours and
 * everything else as words. Query and text are cut the same way.
 */

const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆])[\p{L}\p{N}])+/gu;
const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]/u;
const HIRAGANA_ONLY = /^[\p{Script=Hiragana}ー]+$/u;
const ENGLISH_GRAMMAR = new Set(
  "a an and are as at be but by can cannot do does for from has have how i if in into is it its my no not of on or our so that the their there this to via was we what when where which who why will with without you your".split(
    " ",
  ),
);
const LONGEST_WORD = 40;
/** The highest position that a tsvector can hold. */
const LAST_PLACE = 16_383;
const LONGEST_TEXT = 20_000;

/** The distinct terms of a text: letters and digits only, lower case, full-width forms folded. */
export function searchTerms(text: string): string[] {
  const terms = new Set<string>();
  const folded = text.slice(0, LONGEST_TEXT).normalize("NFKC").toLowerCase();
  for (const [run] of folded.matchAll(RUNS)) {
    if (!JAPANESE.test(run)) terms.add(run.slice(0, LONGEST_WORD));
    else for (const pair of pairs([...run])) terms.add(pair);
  }
  return [...terms];
}

function pairs(characters: string[]): string[] {
  if (characters.length === 1) return characters;
  return characters.slice(1).map((second, index) => `${characters[index]}${second}`);
}

/** Terms that tell texts apart: pairs of hiragana only and the commonest English are grammar. */
export function tellingTerms(text: string): string[] {
  const terms = searchTerms(text);
  const telling = terms.filter((term) => !HIRAGANA_ONLY.test(term) && !ENGLISH_GRAMMAR.has(term));
  return telling.length > 0 ? telling : terms;
}

/**
 * A tsvector in text form: each term at its place, those of the title with weight A, those of the
 * text with weight D. Ranking needs the places: without them PostgreSQL ignores the weights.
 */
export function searchVectorText({ title, text }: { title: string; text: string }): string {
  const ofTitle = searchTerms(title);
  const place = (index: number) => Math.min(index + 1, LAST_PLACE);
  return [
    ...ofTitle.map((term, index) => `'${term}':${place(index)}A`),
    ...searchTerms(text).map((term, index) => `'${term}':${place(ofTitle.length + index)}`),
  ].join(" ");
}

/** A tsquery in text form that wants all (`&`) or any (`|`) of the terms; empty for none. */
export function tsqueryText(terms: string[], operator: "&" | "|"): string {
  return terms.map((term) => `'${term}'`).join(` ${operator} `);
}
