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

export const CLOSE_REASONS = [
  "off-topic",
  "not-reproducible",
  "resolved-elsewhere",
  "no-longer-relevant",
] as const;
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

export const TOKEN_PURPOSES = ["signup", "reset-password", "change-email", "second-factor"] as const;
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
  "question-answered",
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export const NOTIFICATION_KINDS = [
  "question-asked",
  "question-answered",
  "answer-accepted",
  "commented",
  "mentioned",
  "information-requested",
  "question-closed",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export const COLOUR_SCHEMES = ["system", "light", "dark"] as const;
export type ColourScheme = (typeof COLOUR_SCHEMES)[number];
