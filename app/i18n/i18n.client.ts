import type { Locale } from "#db/vocabulary.ts";
import type { Namespace } from "./namespaces.ts";
import { createTexts, type Dictionary, type Texts } from "./texts.ts";

const dictionaries = import.meta.glob<{ default: Dictionary }>(["./ja/*.ts", "./en/*.ts"]);

/** Loads what the first page needs, so that hydration finds every text in place. */
export async function startTexts(locale: Locale, namespaces: Namespace[]): Promise<Texts> {
  const texts = createTexts(locale, {}, async (namespace) => {
    const load = dictionaries[`./${locale}/${namespace}.ts`];
    if (!load) throw new Error(`No texts ${locale}/${namespace}`);
    return (await load()).default;
  });
  const first = new Set<Namespace>(["common", ...namespaces]);
  await Promise.all([...first].map((namespace) => texts.load(namespace)));
  return texts;
}
