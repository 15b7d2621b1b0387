import i18next, { type BackendModule, type i18n } from "i18next";
import { initReactI18next } from "react-i18next/initReactI18next";
import type { Locale } from "#db/vocabulary.ts";
import type { Namespace } from "./namespaces.ts";
import { options } from "./options.ts";

const dictionaries = import.meta.glob<{ default: Record<string, string> }>([
  "./ja/*.ts",
  "./en/*.ts",
]);

/** Fetches one namespace of one language when a page first needs it. */
const backend: BackendModule = {
  type: "backend",
  init: () => {},
  read: (locale, namespace, done) => {
    const load = dictionaries[`./${locale}/${namespace}.ts`];
    if (!load) return done(new Error(`No texts ${locale}/${namespace}`), null);
    load().then(
      (module) => done(null, module.default),
      (error) => done(error, null),
    );
  },
};

/** Loads what the first page needs, so that hydration finds every text in place. */
export async function startI18n(locale: Locale, namespaces: Namespace[]): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance
    .use(initReactI18next)
    .use(backend)
    .init({ ...options(locale), ns: [...new Set<Namespace>(["common", ...namespaces])] });
  return instance;
}
