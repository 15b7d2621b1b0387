/** One namespace per domain folder; a page loads those that its route names in `handle.i18n`. */
export const NAMESPACES = [
  "common",
  "home",
  "auth",
  "people",
  "organisations",
  "questions",
  "routing",
  "calendar",
  "notifications",
  "points",
  "exams",
  "credentials",
  "certification",
  "supporters",
  "pair-sessions",
  "afterwards",
  "check-in",
  "organising",
  "registrations",
  "events",
  "event-calendar",
  "settings",
  "staff",
  "mail",
] as const;
export type Namespace = (typeof NAMESPACES)[number];

export type RouteHandle = { i18n?: Namespace[] };
