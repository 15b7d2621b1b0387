import type { InitOptions } from "i18next";
import type { Locale } from "#db/vocabulary.ts";

/** What server and browser must agree on for hydration to match. */
export function options(locale: Locale): InitOptions {
  return {
    lng: locale,
    fallbackLng: false,
    defaultNS: "common",
    keySeparator: false,
    nsSeparator: ":",
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: true },
  };
}
