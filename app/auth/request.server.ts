import type { AppLoadContext } from "@remix-run/node";
import { requestedLocale, translator } from "#app/i18n/i18n.server.ts";
import type { Locale } from "#db/vocabulary.ts";
import type { AuthT } from "./form-fields.ts";
import { findViewer } from "./guard.server.ts";
import type { Client } from "./sessions.server.ts";
import type { MaybeViewer } from "./viewer.ts";

/** The texts of these pages in the reader's language: the account's, else the browser's. */
export async function authTexts(
  request: Request,
): Promise<{ t: AuthT; locale: Locale; viewer: MaybeViewer }> {
  const viewer = await findViewer(request);
  const locale = viewer?.locale ?? requestedLocale(request);
  return { t: translator(locale, "auth"), locale, viewer };
}

/** Where a request comes from, as sessions and the audit log keep it. */
export function clientOf(request: Request, context: AppLoadContext): Client {
  return {
    userAgent: request.headers.get("user-agent") ?? "",
    address: context.clientAddress,
  };
}

/**
 * Waits until `milliseconds` are over before it gives the answer: whether a mail was written, and
 * thus whether an account exists, must not be told by the time taken.
 */
export async function notBefore<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  const [result] = await Promise.all([
    answer,
    new Promise((resolve) => setTimeout(resolve, milliseconds)),
  ]);
  return result;
}
