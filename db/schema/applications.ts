import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  APPLICATION_EVENTS,
  APPLICATION_STATES,
  REVIEW_VERDICTS,
  type RequirementKind,
} from "../vocabulary.ts";
import { certifications, certificationVersions } from "./certifications.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { files } from "./files.ts";
import { people } from "./people.ts";

/** 認定申請: one person's way to one certification, measured by the version of its beginning. */
export const applications = pgTable(
  "applications",
  {
    id: identity(),
    certificationId: reference()
      .notNull()
      .references(() => certifications.id),
    versionId: reference()
      .notNull()
      .references(() => certificationVersions.id),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    state: text({ enum: APPLICATION_STATES }).notNull().default("draft"),
    statement: text().notNull().default(""),
    /** What each requirement came to when it was submitted. */
    measured: jsonb().$type<Partial<Record<RequirementKind, number>>>().notNull().default({}),
    /** Counts submissions: the reviews of a round belong to what was submitted then. */
    round: integer().notNull().default(0),
    reviewerId: reference().references(() => people.id),
    startedAt: moment().notNull(),
    submittedAt: moment(),
    decidedAt: moment(),
    /** After a decline: the first day of another try. */
    retryOn: date({ mode: "string" }),
  },
  (t) => [
    check("applications_state", oneOf(t.state, APPLICATION_STATES)),
    check("applications_reviewer", sql`${t.state} <> 'in-review' or ${t.reviewerId} is not null`),
    uniqueIndex("applications_open")
      .on(t.personId, t.certificationId)
      .where(sql`${t.state} in ('draft', 'submitted', 'in-review', 'returned')`),
    index("applications_person").on(t.personId, t.startedAt),
    index("applications_queue")
      .on(t.submittedAt, t.id)
      .where(sql`${t.state} in ('submitted', 'in-review')`),
    index("applications_state_index").on(t.certificationId, t.state),
  ],
);

/** Work handed in for the practical: a link or a file. */
export const applicationWorks = pgTable(
  "application_works",
  {
    id: identity(),
    applicationId: reference()
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    title: text().notNull(),
    url: text(),
    fileId: uuid().references(() => files.id),
    addedAt: moment().notNull(),
  },
  (t) => [
    check("application_works_one", sql`num_nonnulls(${t.url}, ${t.fileId}) = 1`),
    check("application_works_title", sql`length(${t.title}) between 1 and 200`),
    check("application_works_url", sql`${t.url} ~ '^https?://'`),
    index("application_works_application").on(t.applicationId, t.id),
    index("application_works_file").on(t.fileId).where(sql`${t.fileId} is not null`),
  ],
);

/** What a reviewer thinks of one round; with a second reviewer, two approvals are needed. */
export const applicationReviews = pgTable(
  "application_reviews",
  {
    id: identity(),
    applicationId: reference()
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    round: integer().notNull(),
    reviewerId: reference()
      .notNull()
      .references(() => people.id),
    verdict: text({ enum: REVIEW_VERDICTS }).notNull(),
    /** Points per criterion of the rubric, in its order. */
    scores: jsonb().$type<number[]>().notNull().default([]),
    note: text().notNull().default(""),
    at: moment().notNull(),
  },
  (t) => [
    check("application_reviews_verdict", oneOf(t.verdict, REVIEW_VERDICTS)),
    unique("application_reviews_once").on(t.applicationId, t.round, t.reviewerId),
  ],
);

/** What happened to an application, append-only. `note` is told to the applicant. */
export const applicationHistory = pgTable(
  "application_history",
  {
    id: identity(),
    applicationId: reference()
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    event: text({ enum: APPLICATION_EVENTS }).notNull(),
    actorId: reference().references(() => people.id),
    note: text().notNull().default(""),
    at: moment().notNull(),
  },
  (t) => [
    check("application_history_event", oneOf(t.event, APPLICATION_EVENTS)),
    index("application_history_application").on(t.applicationId, t.id),
  ],
);
