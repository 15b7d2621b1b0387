import { after, DAY } from "#app/lib/time.ts";
import type { CredentialEnding } from "#db/vocabulary.ts";

/** Days before the end of a term from which on a credential can be renewed. */
export const RENEWAL_DAYS = 60;
/** Days before the end of a term at which its holder is reminded. */
export const REMINDER_DAYS = [60, 30, 7] as const;

export const CREDENTIAL_STATES = ["live", "expiring", "in-grace", "expired", "revoked"] as const;
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

export type Term = {
  issuedAt: Date | string;
  expiresAt: Date | string;
  lapsesAt: Date | string;
  endedAt: Date | string | null;
  ending: CredentialEnding | null;
};

const time = (moment: Date | string) => new Date(moment).getTime();

/**
 * What a credential is worth at a moment. `expiring` and `in-grace` are still live: whoever does not
 * renew within the grace holds an expired one.
 */
export function credentialState(term: Term, now: Date | number): CredentialState {
  const at = Number(now);
  if (term.ending === "revoked") return "revoked";
  if (term.ending === "lapsed" || time(term.lapsesAt) <= at) return "expired";
  if (time(term.expiresAt) <= at) return "in-grace";
  return time(term.expiresAt) - RENEWAL_DAYS * DAY <= at ? "expiring" : "live";
}

/** Whether a credential makes its holder a supporter. */
export function isLive(state: CredentialState): boolean {
  return state === "live" || state === "expiring" || state === "in-grace";
}

/** Whether the time has come in which evidence renews a credential. */
export function canRenew(term: Term, now: Date): boolean {
  const state = credentialState(term, now);
  return state === "expiring" || state === "in-grace";
}

/**
 * The same day of the month so many months later, at the same time (UTC); the last day of the month
 * where it has no such day.
 */
export function addMonths(from: Date, months: number): Date {
  const first = new Date(from);
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() + months);
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(from.getUTCDate(), days));
  return first;
}

/** When a term that begins at `from` ends, and when the grace after it does. */
export function termFrom(
  from: Date,
  { termMonths, graceDays }: { termMonths: number; graceDays: number },
): { expiresAt: Date; lapsesAt: Date } {
  const expiresAt = addMonths(from, termMonths);
  return { expiresAt, lapsesAt: after(expiresAt, graceDays * DAY) };
}

/** The reminder that is due, in days before the end; undefined when none is. */
export function dueReminder(expiresAt: Date, now: Date): number | undefined {
  const left = expiresAt.getTime() - now.getTime();
  if (left <= 0) return undefined;
  return REMINDER_DAYS.toReversed().find((days) => left <= days * DAY);
}
