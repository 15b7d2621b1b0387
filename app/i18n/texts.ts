import type { TFunction } from "i18next";
import type { Locale } from "#db/vocabulary.ts";
import type { Namespace } from "./namespaces.ts";

export type Dictionary = Readonly<Record<string, string>>;

/** The texts of one language; namespaces may still be missing in a browser. */
export type Texts = {
  language: Locale;
  /** `t` of one namespace, always the same function; `other:key` reaches into another one. */
  translator<N extends Namespace>(namespace: N): TFunction<[N]>;
  /** Whether there is a text for a key built at run time: `ns:key`, or a key with `ns` beside it. */
  exists(key: string, options?: { ns?: string }): boolean;
  isLoaded(namespace: Namespace): boolean;
  /** Fetches a missing namespace; the same promise however often it is asked for. */
  load(namespace: Namespace): Promise<void>;
};

type Values = Record<string, unknown> & { count?: number; ns?: string };

const PLACEHOLDER = /\{\{(.+?)\}\}/g;

/**
 * Looks texts up as i18next does with our options: flat keys, `ns:key`, plural forms `key_one` and
 * `key_other` by `count` (Intl.PluralRules), `{{name}}` replaced by the value of that name. A
 * missing text is its key, a missing value is empty.
 *
 * @param fetchDictionary loads a namespace that `dictionaries` lacks
 */
export function createTexts(
  language: Locale,
  dictionaries: Partial<Record<Namespace, Dictionary>>,
  fetchDictionary: (namespace: Namespace) => Promise<Dictionary> = refuse,
): Texts {
  // Keys and namespaces may come from stored rows and cookies: nothing inherited is ever a text.
  const loaded = new Map<string, Dictionary>(Object.entries(dictionaries));
  const loading = new Map<Namespace, Promise<void>>();
  const translators = new Map<Namespace, TFunction>();
  const plurals = new Intl.PluralRules(language);

  const find = (namespace: string, key: string, { ns, count }: Values = {}) => {
    const separator = key.indexOf(":");
    const dictionary = loaded.get(separator < 0 ? (ns ?? namespace) : key.slice(0, separator));
    const name = separator < 0 ? key : key.slice(separator + 1);
    const plural = count === undefined ? undefined : `${name}_${plurals.select(count)}`;
    const found = [plural, name].find((one) => one && dictionary && Object.hasOwn(dictionary, one));
    return { name, text: found && dictionary?.[found] };
  };
  const translate = (namespace: string, key: string, values?: Values) => {
    const { name, text } = find(namespace, key, values);
    return text === undefined ? name : fillIn(text, values);
  };

  return {
    language,
    translator<N extends Namespace>(namespace: N) {
      const known = translators.get(namespace);
      if (known) return known as unknown as TFunction<[N]>;
      const t = (key: string, values?: Values) => translate(namespace, key, values);
      translators.set(namespace, t as unknown as TFunction);
      return t as unknown as TFunction<[N]>;
    },
    exists: (key, options) => find("common", key, options).text !== undefined,
    isLoaded: (namespace) => loaded.has(namespace),
    load(namespace) {
      let promise = loading.get(namespace);
      if (!promise) {
        promise = fetchDictionary(namespace).then((dictionary) => {
          loaded.set(namespace, dictionary);
        });
        // What failed for want of a connection may work the next time.
        promise.catch(() => loading.delete(namespace));
        loading.set(namespace, promise);
      }
      return promise;
    },
  };
}

async function refuse(namespace: Namespace): Promise<never> {
  throw new Error(`No texts of ${namespace}`);
}

function fillIn(text: string, values?: Values): string {
  if (!text.includes("{{")) return text;
  return text.replace(PLACEHOLDER, (_, name: string) => String(values?.[name.trim()] ?? ""));
}
