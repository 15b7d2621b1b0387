import i18next, { type i18n, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next/initReactI18next";
import { LOCALES, type Locale } from "#db/vocabulary.ts";
import { NAMESPACES, type Namespace } from "./namespaces.ts";
import { options } from "./options.ts";
import { english } from "./resources-en.ts";
import { japanese } from "./resources-ja.ts";

const resources = { ja: japanese, en: english };
const instances = new Map<Locale, i18n>();
for (const locale of LOCALES) {
  const instance = i18next.createInstance();
  instance.use(initReactI18next).init({
    ...options(locale),
    ns: [...NAMESPACES],
    resources: { [locale]: resources[locale] },
    initAsync: false,
  });
  instances.set(locale, instance);
}

/** The i18next instance of a language, with every text loaded; shared by all requests. */
export function i18nFor(locale: Locale): i18n {
  return instances.get(locale) as i18n;
}

/** `t` of one namespace in one language. */
export function translator<N extends Namespace>(locale: Locale, namespace: N): TFunction<[N]> {
  return i18nFor(locale).getFixedT(locale, [namespace]) as TFunction<[N]>;
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
