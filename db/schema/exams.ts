import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ATTEMPT_ENDINGS, EXAM_ITEM_KINDS, LOCALES } from "../vocabulary.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { files } from "./files.ts";
import { people } from "./people.ts";
import { productAreas } from "./product-areas.ts";

/** An exam: how many items are drawn, from which areas, and what passing means. */
export const exams = pgTable(
  "exams",
  {
    id: identity(),
    slug: text().notNull().unique(),
    nameJa: text().notNull(),
    nameEn: text().notNull(),
    /** Language of the items that are drawn. */
    locale: text({ enum: LOCALES }).notNull().default("ja"),
    itemCount: integer().notNull(),
    timeLimitMinutes: integer().notNull(),
    passPercent: integer().notNull(),
    coolingOffDays: integer().notNull().default(7),
    maxAttempts: integer().notNull().default(3),
    revision: integer().notNull().default(1),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    retiredAt: moment(),
  },
  (t) => [
    check("exams_slug", sql`${t.slug} ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'`),
    check("exams_locale", oneOf(t.locale, LOCALES)),
    check("exams_item_count", sql`${t.itemCount} between 1 and 200`),
    check("exams_time_limit", sql`${t.timeLimitMinutes} between 1 and 480`),
    check("exams_pass", sql`${t.passPercent} between 1 and 100`),
    check("exams_cooling_off", sql`${t.coolingOffDays} between 0 and 365`),
    check("exams_attempts", sql`${t.maxAttempts} between 1 and 100`),
  ],
);

/** Areas an exam draws from, in equal parts; none means all areas that have items. */
export const examAreas = pgTable(
  "exam_areas",
  {
    examId: reference()
      .notNull()
      .references(() => exams.id, { onDelete: "cascade" }),
    productAreaId: reference()
      .notNull()
      .references(() => productAreas.id),
  },
  (t) => [primaryKey({ columns: [t.examId, t.productAreaId] })],
);

/**
 * One wording of an item of the question bank. Wordings never change, so that results and figures
 * stay true; editing retires one and adds the next revision under the same code.
 */
export const examItems = pgTable(
  "exam_items",
  {
    id: identity(),
    code: text().notNull(),
    revision: integer().notNull().default(1),
    productAreaId: reference()
      .notNull()
      .references(() => productAreas.id),
    kind: text({ enum: EXAM_ITEM_KINDS }).notNull(),
    locale: text({ enum: LOCALES }).notNull().default("ja"),
    stemSource: text().notNull(),
    stemHtml: text().notNull(),
    /** For staff: why the answer is right. Never shown to those who sit the exam. */
    explanation: text().notNull().default(""),
    createdBy: reference()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
    retiredAt: moment(),
  },
  (t) => [
    check("exam_items_kind", oneOf(t.kind, EXAM_ITEM_KINDS)),
    check("exam_items_locale", oneOf(t.locale, LOCALES)),
    check("exam_items_code", sql`${t.code} ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'`),
    unique("exam_items_revision").on(t.code, t.revision),
    uniqueIndex("exam_items_in_use").on(t.code).where(sql`${t.retiredAt} is null`),
    index("exam_items_area").on(t.productAreaId, t.locale).where(sql`${t.retiredAt} is null`),
  ],
);

/** What one chooses from. In an item of kind `order`, `position` is the right order. */
export const examItemOptions = pgTable(
  "exam_item_options",
  {
    id: identity(),
    itemId: reference()
      .notNull()
      .references(() => examItems.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    textSource: text().notNull(),
    textHtml: text().notNull(),
    isCorrect: boolean().notNull().default(false),
  },
  (t) => [unique("exam_item_options_position").on(t.itemId, t.position)],
);

export const examItemImages = pgTable(
  "exam_item_images",
  {
    itemId: reference()
      .notNull()
      .references(() => examItems.id, { onDelete: "cascade" }),
    fileId: uuid()
      .notNull()
      .references(() => files.id),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.fileId] }),
    index("exam_item_images_file").on(t.fileId),
  ],
);

/** One sitting. It is open until `endedAt`; the clock is the server's. */
export const examAttempts = pgTable(
  "exam_attempts",
  {
    id: identity(),
    examId: reference()
      .notNull()
      .references(() => exams.id),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** 1, 2, 3 … of this person in this exam. */
    number: integer().notNull(),
    startedAt: moment().notNull(),
    deadlineAt: moment().notNull(),
    endedAt: moment(),
    ending: text({ enum: ATTEMPT_ENDINGS }),
    correctCount: integer(),
    /** As they were when the attempt began. */
    itemCount: integer().notNull(),
    passPercent: integer().notNull(),
    passed: boolean(),
  },
  (t) => [
    unique("exam_attempts_number").on(t.examId, t.personId, t.number),
    uniqueIndex("exam_attempts_open").on(t.examId, t.personId).where(sql`${t.endedAt} is null`),
    index("exam_attempts_due").on(t.deadlineAt).where(sql`${t.endedAt} is null`),
    index("exam_attempts_person").on(t.personId, t.examId),
    check("exam_attempts_ending", sql`${t.ending} is null or ${oneOf(t.ending, ATTEMPT_ENDINGS)}`),
    check(
      "exam_attempts_ended",
      sql`num_nonnulls(${t.endedAt}, ${t.ending}, ${t.correctCount}, ${t.passed}) in (0, 4)`,
    ),
  ],
);

/** An item as it was drawn for an attempt: its place, the order of its options, and the answer. */
export const examAttemptItems = pgTable(
  "exam_attempt_items",
  {
    attemptId: reference()
      .notNull()
      .references(() => examAttempts.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    itemId: reference()
      .notNull()
      .references(() => examItems.id),
    /** Ids of the options in the order shown. */
    optionIds: reference().array().notNull(),
    /** Ids of the chosen options, for `order` all of them in the person's order; null: unanswered. */
    answer: reference().array(),
    /** Rises with each saved answer: two tabs cannot overwrite each other unseen. */
    revision: integer().notNull().default(0),
    answeredAt: moment(),
    /** Since when the person wants to come back to it. */
    markedAt: moment(),
    /** Set when the attempt ends. */
    correct: boolean(),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.position] }),
    unique("exam_attempt_items_once").on(t.attemptId, t.itemId),
    index("exam_attempt_items_item").on(t.itemId).where(sql`${t.correct} is not null`),
  ],
);
