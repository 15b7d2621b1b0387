import { HOUR, MINUTE } from "#app/lib/time.ts";

/** How long after the n-th failed try the next one is due; together about 15 hours. */
export const PAUSES = [
  1 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  1 * HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
] as const;

/** After this many tries a mail counts as failed. */
export const MAX_ATTEMPTS = PAUSES.length + 1;

/** A claim older than this belongs to a worker that died; longer than any SMTP timeout. */
export const CLAIM_LASTS = 5 * MINUTE;

/** A mail that was never tried for so long, for want of a mail server, is no longer of use. */
export const WORTH_SENDING_FOR = 72 * HOUR;

export const MAIL_STATES = ["waiting", "failed", "sent"] as const;
export type MailState = (typeof MAIL_STATES)[number];

export function mailState(mail: { sentAt: Date | null; gaveUpAt: Date | null }): MailState {
  if (mail.sentAt) return "sent";
  return mail.gaveUpAt ? "failed" : "waiting";
}
