import type { Locale, NotificationKind, ThreadSubject } from "#db/vocabulary.ts";

/** Names what notifications belong to, so that they stand together in inbox, digest and mailbox. */
export type ThreadKey = `${ThreadSubject}:${number}`;

/** The key in an address; undefined when it is none. */
export function threadKeyIn(text: string | undefined): string | undefined {
  return text !== undefined && /^[a-z][a-z-]*:[1-9]\d{0,15}$/.test(text) ? text : undefined;
}

/** Something other than a question that a notification is about. */
export type Topic = {
  thread: Exclude<ThreadKey, `question:${number}`>;
  /**
   * Its name in the language of a reader, which heads the thread and ends the subject of mails: the
   * name of the certification, what a pair session is about.
   */
  title: (locale: Locale) => string;
  /** Leads to it: a local path. */
  path: `/${string}`;
};

/** What somebody wrote, which mails quote. */
type Said = { message?: string };
/** A day such as 2026-06-01. */
type Day = { date: string };
type Meeting = { when: Date };
type Nothing = Record<string, never>;

/** What the texts of each kind about a topic fill in, besides its title and the actor. */
export type TopicDetails = {
  "application-submitted": Nothing;
  "application-in-review": Nothing;
  /** The message says what is missing. */
  "application-returned": Said;
  "application-approved": Said;
  /** The message says why, the date when one may apply again. */
  "application-declined": Said & Day;
  "credential-expiring": Day & { days: number };
  "credential-lapsed": Nothing;
  /** The date is the new end. */
  "credential-renewed": Day;
  /** The message says why. */
  "credential-revoked": Said;
  "pair-session-booked": Said & Meeting;
  "pair-session-moved": Said & Meeting;
  /** The message says why. */
  "pair-session-cancelled": Said & Meeting;
  "pair-session-reminder": Meeting;
  "pair-session-recorded": Meeting;
  "event-published": Meeting;
  "event-invited": Said & Meeting;
  /** The message says what is different. */
  "event-changed": Said & Meeting;
  "event-postponed": Said;
  "event-cancelled": Said;
  "event-reminder": Meeting;
  "event-message": Said;
  "event-materials": Nothing;
  "event-survey": Nothing;
  "registration-confirmed": Meeting;
  /** Until when the place is kept. */
  "registration-offered": Meeting;
  "registration-lapsed": Nothing;
  "registration-declined": Said;
  "registration-waitlisted": Nothing;
  "registration-cancelled": Said;
  "registration-for-you": Meeting;
  "registration-requested": Nothing;
  "speaker-named": Meeting;
  "speaker-thanked": Said;
  "talk-proposed": Nothing;
  "talk-accepted": Said & Meeting;
  "talk-declined": Said;
};

export type TopicKind = keyof TopicDetails & NotificationKind;
export type QuestionKind = Exclude<NotificationKind, TopicKind>;
