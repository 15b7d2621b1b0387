import type { Request } from "express";
import type { Locale } from "./error-texts.ts";

/** The reader's language: the `locale` cookie, else Accept-Language, else Japanese. */
export function localeOf(req: Request): Locale {
  const cookie = /(?:^|;\s*)locale=(ja|en)(?:;|$)/.exec(req.headers.cookie ?? "");
  if (cookie) return cookie[1] as Locale;
  if (!req.headers["accept-language"]) return "ja";
  // Somebody who asks for neither reads English more likely than Japanese.
  return req.acceptsLanguages("ja", "en") === "ja" ? "ja" : "en";
}
