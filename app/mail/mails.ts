import type { CalendarEntry } from "#db/schema/notifications.ts";
import type { MailKind, NotificationKind } from "#db/vocabulary.ts";

/** Something that happened, for the words of its kind; `actor` is empty when nobody did it. */
export type News = {
  about: NotificationKind;
  actor: string;
  detail: Record<string, string | number>;
  url: string;
};

/** Kinds of events that change an appointment: their mails carry it for the reader's calendar. */
export type CalendarKind = Extract<
  NotificationKind,
  | "pair-session-booked"
  | "pair-session-moved"
  | "pair-session-cancelled"
  | "registration-confirmed"
  | "registration-cancelled"
  | "event-changed"
  | "event-postponed"
  | "event-cancelled"
>;

/**
 * What each kind of mail has to be told; all addresses (`…Url`, `url`) are absolute. Values are
 * plain text: the templates escape them.
 */
export type MailParams = {
  signup: { url: string; hours: string };
  "account-exists": { loginUrl: string; resetUrl: string };
  "domain-unknown": { domain: string };
  "reset-password": { url: string; minutes: string };
  "password-changed": { resetUrl: string };
  /** To the new address, which becomes the account's when the link is opened. */
  "change-email": { url: string; hours: string };
  /** To the former address, after the change. */
  "email-changed": { newAddress: string };
  invitation: {
    inviter: string;
    organisation: string;
    /** A few words of the inviter; may be empty. */
    message: string;
    url: string;
    days: string;
  };
  notification: News & {
    /** Of what it is about. */
    title: string;
    /** Beginning of what was written; may be empty. */
    excerpt: string;
    /** What it belongs to: `question:12`. */
    thread: string;
    settingsUrl: string;
    /** Empty in mails written before such links existed. */
    unsubscribeUrl: string;
    /** What the mail brings into the reader's calendar. */
    calendar?: CalendarEntry;
    /** Opens the reader's own survey without logging in, when the mail asks about an event. */
    surveyUrl?: string;
  };
  digest: {
    period: "daily" | "weekly";
    /** Of all events, those left out below included. */
    count: number;
    threads: { title: string; url: string; events: News[]; more: number }[];
    moreThreads: number;
    inboxUrl: string;
    settingsUrl: string;
    unsubscribeUrl: string;
  };
  /** To the one who made, changed or cancelled an appointment, whom no notification reaches. */
  "calendar-invitation": {
    about: CalendarKind;
    title: string;
    detail: Record<string, string | number>;
    url: string;
    /** What it belongs to: `pair-session:12`. */
    thread: string;
    calendar: CalendarEntry;
    settingsUrl: string;
    unsubscribeUrl: string;
  };
};

/** A mail as its kind and what that kind needs. */
export type Mail = { [K in MailKind]: { kind: K; params: MailParams[K] } }[MailKind];

/** What a mail's kind adds to its headers. */
export type MailHeaders = {
  /** Message-ID of the conversation that the mail belongs to. */
  thread?: string;
  /** Address that ends mails of this sort, also by a bare POST (RFC 8058). */
  unsubscribeUrl?: string;
};

/**
 * Headers of a mail. All mails of one thread answer the same message, which never existed:
 * mail programs show them as one conversation.
 *
 * @param domain right side of the portal's Message-IDs
 */
export function mailHeaders(mail: Mail, domain: string): MailHeaders {
  switch (mail.kind) {
    case "notification":
    case "calendar-invitation":
      return {
        thread: `<${mail.params.thread.replace(":", "-")}@${domain}>`,
        unsubscribeUrl: mail.params.unsubscribeUrl || undefined,
      };
    case "digest":
      return { unsubscribeUrl: mail.params.unsubscribeUrl || undefined };
    default:
      return {};
  }
}

/** What a mail brings into its reader's calendar, or takes out of it. */
export function calendarEntryOf(mail: Mail): CalendarEntry | undefined {
  switch (mail.kind) {
    case "notification":
    case "calendar-invitation":
      return mail.params.calendar;
    default:
      return undefined;
  }
}
