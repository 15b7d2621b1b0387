import type { MailOutcome, NotificationKind } from "#db/vocabulary.ts";
import type { StoredDetail } from "./detail.ts";
import { KIND_RULES, type Preferences } from "./kinds.ts";
import { mailDueAt, type Schedule } from "./mail-times.ts";

/** What is known of a notification at the moment its mail is due. */
export type DueNews = {
  kind: NotificationKind;
  createdAt: Date;
  readAt: Date | null;
  /** Whether what it is about still exists for the reader, and its post at all. */
  isVisible: boolean;
  /** Whether what it says is still so. */
  holds?: boolean;
  detail?: StoredDetail;
  /** An appointment for the reader's calendar; reading of it in the portal brings it nowhere. */
  calendar?: object | null;
};

/** What is known of its reader at that moment. */
export type MailReader = {
  hasAddress: boolean;
  isSuspended: boolean;
  timeZone: string;
  preferences: Preferences;
  schedule: Schedule;
};

export type MailDecision =
  | { send: "at-once" | "daily" | "weekly" }
  | { settle: Exclude<MailOutcome, "waiting" | "mailed" | "digested"> }
  /** The reader changed their mind or their clock: it is due later. */
  | { wait: Date };

/** What is to become of a notification by mail, as things are at `now` and not when it was told. */
export function decideMail(news: DueNews, reader: MailReader, now: Date): MailDecision {
  if (reader.isSuspended) return { settle: "suspended" };
  if (!news.isVisible) return { settle: "lost-access" };
  if (!reader.hasAddress) return { settle: "no-address" };
  if (isObsolete(news, now)) return { settle: "obsolete" };
  const { mail } = reader.preferences[news.kind];
  const bringsCalendar = news.calendar && mail === "at-once";
  if (news.readAt && !bringsCalendar) return { settle: "already-read" };
  const due = mailDueAt(news.createdAt, { ...reader, mail });
  if (!due || mail === "off") return { settle: "not-wanted" };
  return due > now ? { wait: due } : { send: mail };
}

function isObsolete({ kind, detail = {}, holds = true }: DueNews, now: Date): boolean {
  if (!holds) return true;
  const { when } = detail;
  return KIND_RULES[kind].endsWhen === true && when !== undefined && new Date(when) <= now;
}
