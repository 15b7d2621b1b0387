import type { MailChoice, NotificationKind } from "#db/vocabulary.ts";

/** How somebody hears of one kind of event. */
export type Preference = { inInbox: boolean; mail: MailChoice };
export type Preferences = Record<NotificationKind, Preference>;

type KindRule = {
  /** Whether a person may leave it out of their inbox; what waits for them always stays in it. */
  inboxOptional: boolean;
  /** When mail comes until the person decides otherwise. */
  mail: MailChoice;
  /** Whether mail quotes the beginning of the post; else only the event's own `message`. */
  quotesPost: boolean;
  /** Whether it is worth nothing any more once its `when` has come. */
  endsWhen?: true;
};

const forMe = (mail: MailChoice, quotesPost = false): KindRule => ({
  inboxOptional: false,
  mail,
  quotesPost,
});
const aside = (mail: MailChoice, quotesPost = false): KindRule => ({
  inboxOptional: true,
  mail,
  quotesPost,
});

/**
 * Every kind of notification. A new one also needs a place in `NOTIFICATION_KINDS` and in
 * `KIND_GROUPS`, its words in the texts `notifications` and `mail`, and a migration; one that is
 * not about a question also its values in `TopicDetails`.
 */
export const KIND_RULES: Record<NotificationKind, KindRule> = {
  "question-answered": forMe("at-once", true),
  "information-requested": forMe("at-once"),
  taken: aside("daily"),
  "nudge-acceptance": forMe("at-once"),
  "nudge-information": forMe("at-once"),
  "presumed-solved": forMe("at-once"),
  mentioned: forMe("at-once", true),
  commented: aside("at-once", true),
  "answer-accepted": forMe("at-once"),
  "review-due": forMe("weekly"),
  "watched-answered": aside("daily", true),
  "question-closed": aside("daily"),
  "question-asked": aside("daily", true),
  routed: forMe("at-once", true),
  "handed-over": forMe("at-once", true),
  "take-lapsed": forMe("at-once"),
  queued: forMe("at-once", true),
  "application-submitted": forMe("at-once"),
  "application-in-review": aside("at-once"),
  "application-returned": forMe("at-once"),
  "application-approved": forMe("at-once"),
  "application-declined": forMe("at-once"),
  "credential-expiring": forMe("at-once"),
  "credential-lapsed": forMe("at-once"),
  "credential-renewed": forMe("at-once"),
  "credential-revoked": forMe("at-once"),
  "pair-session-booked": forMe("at-once"),
  "pair-session-moved": forMe("at-once"),
  "pair-session-cancelled": forMe("at-once"),
  "pair-session-reminder": { ...forMe("at-once"), endsWhen: true },
  "pair-session-recorded": aside("at-once"),
  "event-published": aside("weekly"),
  "event-invited": forMe("at-once"),
  "event-changed": forMe("at-once"),
  "event-postponed": forMe("at-once"),
  "event-cancelled": forMe("at-once"),
  "event-reminder": { ...forMe("at-once"), endsWhen: true },
  "event-message": forMe("at-once"),
  "event-materials": aside("at-once"),
  "event-survey": aside("at-once"),
  "registration-confirmed": forMe("at-once"),
  "registration-offered": { ...forMe("at-once"), endsWhen: true },
  "registration-lapsed": forMe("at-once"),
  "registration-declined": forMe("at-once"),
  "registration-waitlisted": forMe("at-once"),
  "registration-cancelled": forMe("at-once"),
  "registration-for-you": forMe("at-once"),
  "registration-requested": aside("daily"),
  "speaker-named": forMe("at-once"),
  "speaker-thanked": forMe("at-once"),
  "talk-proposed": aside("at-once"),
  "talk-accepted": forMe("at-once"),
  "talk-declined": forMe("at-once"),
};

/** The order of the settings page. */
export const KIND_GROUPS = {
  asking: [
    "question-answered",
    "information-requested",
    "taken",
    "nudge-acceptance",
    "nudge-information",
    "presumed-solved",
  ],
  talking: ["mentioned", "commented"],
  answering: ["answer-accepted", "review-due", "routed", "handed-over", "take-lapsed"],
  following: ["watched-answered", "question-closed", "question-asked"],
  certification: [
    "application-in-review",
    "application-returned",
    "application-approved",
    "application-declined",
    "credential-expiring",
    "credential-lapsed",
    "credential-renewed",
    "credential-revoked",
  ],
  sessions: [
    "pair-session-booked",
    "pair-session-moved",
    "pair-session-cancelled",
    "pair-session-reminder",
    "pair-session-recorded",
  ],
  events: [
    "event-published",
    "event-invited",
    "registration-confirmed",
    "registration-offered",
    "registration-lapsed",
    "registration-declined",
    "registration-waitlisted",
    "registration-cancelled",
    "registration-for-you",
    "event-reminder",
    "event-changed",
    "event-postponed",
    "event-cancelled",
    "event-message",
    "event-materials",
    "event-survey",
    "talk-accepted",
    "talk-declined",
    "speaker-named",
    "speaker-thanked",
  ],
  organising: ["registration-requested", "talk-proposed"],
  staff: ["queued", "application-submitted"],
} as const satisfies Record<string, NotificationKind[]>;
export type KindGroup = keyof typeof KIND_GROUPS;

export const KINDS_IN_ORDER: NotificationKind[] = Object.values(KIND_GROUPS).flat();

/** What holds for a person who decided `own`, and the defaults where they decided nothing. */
export function preferencesOf(own: Partial<Preferences> = {}): Preferences {
  return Object.fromEntries(
    KINDS_IN_ORDER.map((kind) => [kind, own[kind] ?? defaultPreference(kind)]),
  ) as Preferences;
}

export function defaultPreference(kind: NotificationKind): Preference {
  return { inInbox: true, mail: KIND_RULES[kind].mail };
}
