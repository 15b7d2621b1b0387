import { english } from "#app/i18n/resources-en.ts";
import { japanese } from "#app/i18n/resources-ja.ts";

type Texts = Record<string, string>;

const PLURAL = /_(one|other)$/;

/**
 * What the compiler cannot see in the dictionaries: texts that are empty, that fill in other
 * values than their Japanese original, or that no original has.
 */
export async function dictionaryFaults(): Promise<string[]> {
  const translations: Record<string, Texts> = english;
  return Object.entries(japanese as Record<string, Texts>).flatMap(([namespace, texts]) =>
    faultsOf(texts, translations[namespace] ?? {}).map((fault) => `${namespace}: ${fault}`),
  );
}

/** Faults of one dictionary against the original, one line each. */
export function faultsOf(original: Texts, translation: Texts): string[] {
  const faults: string[] = [];
  for (const [key, text] of [...Object.entries(original), ...Object.entries(translation)]) {
    if (text.trim() === "") faults.push(`${key} is empty`);
  }
  for (const key of Object.keys(original)) {
    if (!(key in translation) && !(`${key}_other` in translation)) {
      faults.push(`${key} is not translated`);
    }
  }
  for (const [key, text] of Object.entries(translation)) {
    const source = original[key] ?? original[key.replace(PLURAL, "")];
    if (source === undefined) {
      faults.push(`${key} has no Japanese original`);
      continue;
    }
    // "One answer" need not repeat the figure.
    const optional = key.endsWith("_one") ? ["count"] : [];
    const missing = difference(valuesIn(source), [...valuesIn(text), ...optional]);
    const foreign = difference(valuesIn(text), valuesIn(source));
    if (missing.length > 0) faults.push(`${key} lacks ${missing.join(", ")}`);
    if (foreign.length > 0) faults.push(`${key} wants ${foreign.join(", ")}`);
  }
  return faults;
}

/** Names of the values a text fills in. */
function valuesIn(text: string): string[] {
  return [...text.matchAll(/\{\{-?\s*([\w.]+)/g)].map(([, name]) => name ?? "");
}

function difference(some: string[], others: string[]): string[] {
  return some.filter((value) => !others.includes(value));
}
