import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { NUDGE_KINDS, OFFER_STATES, ROUTING_LOG_KINDS, ROUTING_STEPS } from "../vocabulary.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { people } from "./people.ts";
import { answers, questions } from "./questions.ts";

/** How much, and in which languages, a person is willing to help; no row means the defaults. */
export const helperSettings = pgTable(
  "helper_settings",
  {
    personId: reference()
      .primaryKey()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Questions offered to or taken by the person at the same time, at most. */
    loadCap: integer().notNull().default(3),
    answersJa: boolean().notNull().default(true),
    answersEn: boolean().notNull().default(false),
    updatedAt: moment().notNull(),
  },
  (t) => [check("helper_settings_cap", sql`${t.loadCap} between 0 and 20`)],
);

/** Days on which a person is not asked, both ends included, in their own time zone. */
export const helperAbsences = pgTable(
  "helper_absences",
  {
    id: identity(),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    fromDay: date({ mode: "string" }).notNull(),
    toDay: date({ mode: "string" }).notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    check("helper_absences_span", sql`${t.fromDay} <= ${t.toDay}`),
    index("helper_absences_person").on(t.personId, t.toDay),
  ],
);

/**
 * How far a question has come in finding somebody who answers it. The clock counts working time:
 * `workedMs` before `clockSince`, and what has passed since; empty `clockSince` means it stands
 * still. The next step is due when it shows `dueMs`; `nextAt` is that moment.
 */
export const questionRoutings = pgTable(
  "question_routings",
  {
    questionId: reference()
      .primaryKey()
      .references(() => questions.id),
    step: text({ enum: ROUTING_STEPS }).notNull(),
    stepSince: moment().notNull(),
    workedMs: bigint({ mode: "number" }).notNull().default(0),
    clockSince: moment(),
    dueMs: bigint({ mode: "number" }),
    nextAt: moment(),
    takenBy: reference().references(() => people.id),
    takenAt: moment(),
    startedAt: moment().notNull(),
  },
  (t) => [
    check("question_routings_step", oneOf(t.step, ROUTING_STEPS)),
    check("question_routings_taken", sql`(${t.takenBy} is null) = (${t.takenAt} is null)`),
    check(
      "question_routings_due",
      sql`(${t.nextAt} is not null) = (${t.clockSince} is not null and ${t.dueMs} is not null)`,
    ),
    check("question_routings_ended", sql`${t.step} <> 'ended' or ${t.clockSince} is null`),
    index("question_routings_due_at").on(t.nextAt).where(sql`${t.nextAt} is not null`),
    index("question_routings_queue").on(t.stepSince, t.questionId).where(sql`${t.step} = 'staff'`),
  ],
);

/** Whom a question was offered to, and what became of that. */
export const routingOffers = pgTable(
  "routing_offers",
  {
    id: identity(),
    questionId: reference()
      .notNull()
      .references(() => questions.id),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    step: text({ enum: ROUTING_STEPS }).notNull(),
    state: text({ enum: OFFER_STATES }).notNull(),
    offeredAt: moment().notNull(),
    answeredAt: moment(),
  },
  (t) => [
    check("routing_offers_step", oneOf(t.step, ROUTING_STEPS)),
    check("routing_offers_state", oneOf(t.state, OFFER_STATES)),
    unique("routing_offers_once").on(t.questionId, t.personId),
    index("routing_offers_open").on(t.personId).where(sql`${t.state} in ('offered', 'taken')`),
    index("routing_offers_person").on(t.personId, t.offeredAt),
  ],
);

/** Why a question went where it went; append-only. */
export const routingLog = pgTable(
  "routing_log",
  {
    id: identity(),
    questionId: reference()
      .notNull()
      .references(() => questions.id),
    at: moment().notNull(),
    kind: text({ enum: ROUTING_LOG_KINDS }).notNull(),
    personId: reference().references(() => people.id),
    /** Empty when time did it. */
    actorId: reference().references(() => people.id),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    check("routing_log_kind", oneOf(t.kind, ROUTING_LOG_KINDS)),
    index("routing_log_question").on(t.questionId, t.id),
  ],
);

/** Reminders sent; each at most once for a cause (since when it waits) and step. */
export const nudges = pgTable(
  "nudges",
  {
    id: identity(),
    kind: text({ enum: NUDGE_KINDS }).notNull(),
    questionId: reference()
      .notNull()
      .references(() => questions.id),
    answerId: reference().references(() => answers.id),
    causeAt: moment().notNull(),
    step: integer().notNull(),
    sentAt: moment().notNull(),
  },
  (t) => [
    check("nudges_kind", oneOf(t.kind, NUDGE_KINDS)),
    unique("nudges_once")
      .on(t.kind, t.questionId, t.answerId, t.causeAt, t.step)
      .nullsNotDistinct(),
  ],
);
