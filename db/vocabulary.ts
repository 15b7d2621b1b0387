/**
 * The closed word lists of the domain. Columns, forms and rules take their values from here, so
 * that a word can neither be misspelt nor exist in one place only.
 */

export const SCOPES = ["organisation", "supporters", "customers", "public"] as const;
export type Scope = (typeof SCOPES)[number];

export const ROLES = ["member", "staff", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const TIERS = ["S", "1", "2", "3"] as const;
export type Tier = (typeof TIERS)[number];

export const PHASES = ["introduction", "trial", "established"] as const;
export type Phase = (typeof PHASES)[number];

export const LOCALES = ["ja", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const QUESTION_STATES = [
  "open",
  "answered",
  "solved",
  "needs-info",
  "duplicate",
  "closed",
  "hidden",
] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** Why a person closes a question. */
export const CHOSEN_CLOSE_REASONS = [
  "off-topic",
  "not-reproducible",
  "resolved-elsewhere",
  "no-longer-relevant",
] as const;
/** 解決見込み is what the portal itself concludes when nobody says anything any more. */
export const CLOSE_REASONS = [...CHOSEN_CLOSE_REASONS, "presumed-solved"] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export const QUESTION_HISTORY_KINDS = [
  "asked",
  "edited",
  "answered",
  "answer-edited",
  "answer-deleted",
  "answer-restored",
  "accepted",
  "unaccepted",
  "information-requested",
  "information-given",
  "marked-duplicate",
  "unmarked-duplicate",
  "closed",
  "reopened",
  "verified",
  "unverified",
  "hidden",
  "unhidden",
  "deleted",
  "restored",
  "imported",
] as const;
export type QuestionHistoryKind = (typeof QUESTION_HISTORY_KINDS)[number];

export const TOKEN_PURPOSES = [
  "signup",
  "reset-password",
  "change-email",
  "second-factor",
] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

export const MAIL_KINDS = [
  "signup",
  "account-exists",
  "domain-unknown",
  "reset-password",
  "password-changed",
  "change-email",
  "email-changed",
  "invitation",
  "notification",
  "digest",
  "calendar-invitation",
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export const NOTIFICATION_KINDS = [
  "question-asked",
  "question-answered",
  "watched-answered",
  "answer-accepted",
  "commented",
  "mentioned",
  "information-requested",
  "question-closed",
  "routed",
  "handed-over",
  "taken",
  "take-lapsed",
  "queued",
  "nudge-acceptance",
  "nudge-information",
  "presumed-solved",
  "review-due",
  "application-submitted",
  "application-in-review",
  "application-returned",
  "application-approved",
  "application-declined",
  "credential-expiring",
  "credential-lapsed",
  "credential-renewed",
  "credential-revoked",
  "pair-session-booked",
  "pair-session-moved",
  "pair-session-cancelled",
  "pair-session-reminder",
  "pair-session-recorded",
  "event-published",
  "event-invited",
  "event-changed",
  "event-postponed",
  "event-cancelled",
  "event-reminder",
  "event-message",
  "event-materials",
  "event-survey",
  "registration-confirmed",
  "registration-offered",
  "registration-lapsed",
  "registration-declined",
  "registration-waitlisted",
  "registration-cancelled",
  "registration-for-you",
  "registration-requested",
  "speaker-named",
  "speaker-thanked",
  "talk-proposed",
  "talk-accepted",
  "talk-declined",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What people are told about. A new word also needs `notification.read.…` in the texts of mails. */
export const THREAD_SUBJECTS = [
  "question",
  "application",
  "credential",
  "pair-session",
  "event",
] as const;
export type ThreadSubject = (typeof THREAD_SUBJECTS)[number];

/** When a person wants mail about something. */
export const MAIL_CHOICES = ["off", "at-once", "daily", "weekly"] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

/** What became of a notification by mail. */
export const MAIL_OUTCOMES = [
  "waiting",
  "mailed",
  "digested",
  "not-wanted",
  "already-read",
  "lost-access",
  "suspended",
  "no-address",
  "obsolete",
] as const;
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];

/** First to three people who know the area, then to all of them, then to the vendor's CS staff. */
export const ROUTING_STEPS = ["first", "everyone", "staff", "ended"] as const;
export type RoutingStep = (typeof ROUTING_STEPS)[number];

export const OFFER_STATES = ["offered", "taken", "passed", "declined", "ended"] as const;
export type OfferState = (typeof OFFER_STATES)[number];

export const ROUTING_LOG_KINDS = [
  "started",
  "offered",
  "nobody-found",
  "step-reached",
  "taken",
  "take-lapsed",
  "passed",
  "handed-over",
  "declined",
  "offer-ended",
  "paused",
  "resumed",
  "ended",
  "restarted",
  "rescheduled",
] as const;
export type RoutingLogKind = (typeof ROUTING_LOG_KINDS)[number];

export const NUDGE_KINDS = ["acceptance", "information", "review"] as const;
export type NudgeKind = (typeof NUDGE_KINDS)[number];

/** For what points are given. */
export const POINT_REASONS = ["accepted-answer", "helpful-vote"] as const;
export type PointReason = (typeof POINT_REASONS)[number];

/** What a row of the points ledger says: why it gives, gives nothing, or takes back. */
export const POINT_EXPLANATIONS = [
  "earned",
  "capped",
  "own-question",
  "same-organisation",
  "ring",
  "taken-back",
  "corrected",
] as const;
export type PointExplanation = (typeof POINT_EXPLANATIONS)[number];

export const COLOUR_SCHEMES = ["system", "light", "dark"] as const;
export type ColourScheme = (typeof COLOUR_SCHEMES)[number];

/** What a certification may ask of a person, each of it measurable. */
export const REQUIREMENT_KINDS = [
  "accepted-answers",
  "helpful-votes",
  "events-attended",
  "success-presentations",
  "months-active",
  "exam",
  "practical",
] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

/** What somebody did for the community outside the portal, recorded by staff. */
export const CONTRIBUTION_KINDS = ["event-attendance", "success-presentation", "talk"] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

export const APPLICATION_STATES = [
  "draft",
  "submitted",
  "in-review",
  "approved",
  "returned",
  "declined",
  "withdrawn",
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const APPLICATION_EVENTS = [
  "started",
  "submitted",
  "review-started",
  "review-released",
  "seconded",
  "returned",
  "approved",
  "declined",
  "withdrawn",
] as const;
export type ApplicationEvent = (typeof APPLICATION_EVENTS)[number];

export const REVIEW_VERDICTS = ["approve", "return", "decline"] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export const EXAM_ITEM_KINDS = ["single", "multiple", "order"] as const;
export type ExamItemKind = (typeof EXAM_ITEM_KINDS)[number];

/** Who ended an attempt: the person, or the clock. */
export const ATTEMPT_ENDINGS = ["handed-in", "time-up"] as const;
export type AttemptEnding = (typeof ATTEMPT_ENDINGS)[number];

export const CREDENTIAL_ENDINGS = ["lapsed", "revoked"] as const;
export type CredentialEnding = (typeof CREDENTIAL_ENDINGS)[number];

export const CREDENTIAL_EVENTS = [
  "issued",
  "renewed",
  "reminded",
  "lapsed",
  "revoked",
  "hidden",
  "shown",
] as const;
export type CredentialEvent = (typeof CREDENTIAL_EVENTS)[number];

export const RENEWAL_WAYS = ["exam", "answers"] as const;
export type RenewalWay = (typeof RENEWAL_WAYS)[number];

export const SIGNING_ALGORITHMS = ["RS256", "Ed25519"] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

export const PAIR_SESSION_EVENTS = ["booked", "moved", "cancelled", "recorded"] as const;
export type PairSessionEvent = (typeof PAIR_SESSION_EVENTS)[number];

export const EVENT_KINDS = [
  "user-group",
  "invited-meeting",
  "webinar",
  "workshop",
  "study-session",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** How an event is held. */
export const EVENT_PLACES = ["on-site", "online", "hybrid"] as const;
export type EventPlace = (typeof EVENT_PLACES)[number];

/** Where the holder of a ticket takes part. */
export const TICKET_PLACES = ["on-site", "online"] as const;
export type TicketPlace = (typeof TICKET_PLACES)[number];

/** Scopes that an event can have: one for a single organisation is no matter of the portal's. */
export const EVENT_SCOPES = ["supporters", "customers", "public"] as const satisfies Scope[];
export type EventScope = (typeof EVENT_SCOPES)[number];

export const EVENT_STATES = ["draft", "published", "postponed", "cancelled", "finished"] as const;
export type EventState = (typeof EVENT_STATES)[number];

export const EVENT_HISTORY_KINDS = [
  "created",
  "copied",
  "edited",
  "scheduled",
  "unscheduled",
  "published",
  "moved",
  "postponed",
  "cancelled",
  "drawn",
  "messaged",
  "invited",
  "uninvited",
  "organiser-added",
  "organiser-removed",
  "survey-opened",
] as const;
export type EventHistoryKind = (typeof EVENT_HISTORY_KINDS)[number];

/** How places of a ticket are given. */
export const ADMISSIONS = ["first-come", "approval", "lottery", "invitation"] as const;
export type Admission = (typeof ADMISSIONS)[number];

export const REGISTRATION_STATES = [
  "applied",
  "waitlisted",
  "offered",
  "confirmed",
  "cancelled",
  "declined",
] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** How a registration ended: given up, by organisers, for an offer not taken, or turned down. */
export const REGISTRATION_ENDINGS = [
  "cancelled",
  "removed",
  "offer-declined",
  "offer-lapsed",
  "turned-down",
  "event-cancelled",
] as const;
export type RegistrationEnding = (typeof REGISTRATION_ENDINGS)[number];

export const REGISTRATION_HISTORY_KINDS = [
  "applied",
  "confirmed",
  "waitlisted",
  "offered",
  "offer-accepted",
  "offer-declined",
  "offer-lapsed",
  "drawn",
  "not-drawn",
  "approved",
  "turned-down",
  "cancelled",
  "removed",
  "event-cancelled",
] as const;
export type RegistrationHistoryKind = (typeof REGISTRATION_HISTORY_KINDS)[number];

export const EVENT_QUESTION_KINDS = ["text", "choice", "choices"] as const;
export type EventQuestionKind = (typeof EVENT_QUESTION_KINDS)[number];

/** To whom organisers can write. */
export const MESSAGE_SEGMENTS = [
  "everyone",
  "confirmed",
  "waiting",
  "applied",
  "attended",
  "absent",
] as const;
export type MessageSegment = (typeof MESSAGE_SEGMENTS)[number];

export const REMINDER_KINDS = ["week", "day", "hour"] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export const PROPOSAL_VERDICTS = ["accepted", "declined"] as const;
export type ProposalVerdict = (typeof PROPOSAL_VERDICTS)[number];

/** How somebody was checked in. */
export const ATTENDANCE_WAYS = ["qr", "code", "list", "self", "online", "walk-in"] as const;
export type AttendanceWay = (typeof ATTENDANCE_WAYS)[number];

/** Who gets materials of an event: those who were there or had a place, or whoever sees it. */
export const MATERIAL_AUDIENCES = ["attendees", "everyone"] as const;
export type MaterialAudience = (typeof MATERIAL_AUDIENCES)[number];
