import type { TFunction } from "i18next";
import { LOCALES, type Locale } from "#db/vocabulary.ts";
import type { Namespace } from "./namespaces.ts";
import { english } from "./resources-en.ts";
import { japanese } from "./resources-ja.ts";
import { createTexts, type Texts } from "./texts.ts";

const every: Record<Locale, Texts> = {
  ja: createTexts("ja", japanese),
  en: createTexts("en", english),
};

/** Every text of a language; shared by all requests. */
export function textsFor(locale: Locale): Texts {
  return every[locale];
}

/** `t` of one namespace in one language. */
export function translator<N extends Namespace>(locale: Locale, namespace: N): TFunction<[N]> {
  return textsFor(locale).translator(namespace);
}

/** What the request alone says: the remembered choice, else the browser's; Japanese when unsure. */
export function requestedLocale(request: Request): Locale {
  const chosen = /(?:^|;\s*)locale=(ja|en)(?:;|$)/.exec(request.headers.get("cookie") ?? "")?.[1];
  if (chosen) return chosen as Locale;
  const accepted = (request.headers.get("accept-language") ?? "")
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return (accepted.find((code) => (LOCALES as readonly string[]).includes(code)) ?? "ja") as Locale;
}

export function localeCookie(locale: Locale, secure: boolean): string {
  return `locale=${locale}; Path=/; Max-Age=31536000; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** `t` in the language of whoever asks: the member's own, else the browser's. */
export function translatorFor<N extends Namespace>(
  request: Request,
  viewer: { locale: Locale } | undefined,
  namespace: N,
): TFunction<[N]> {
  return translator(viewer?.locale ?? requestedLocale(request), namespace);
}
