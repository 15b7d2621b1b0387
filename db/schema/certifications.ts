import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { CONTRIBUTION_KINDS, REQUIREMENT_KINDS } from "../vocabulary.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { exams } from "./exams.ts";
import { files } from "./files.ts";
import { people } from "./people.ts";

/**
 * 認定資格. What it says and asks is in its versions. It is a draft until a version is published,
 * active from then on, and retired when `retiredAt` is set.
 */
export const certifications = pgTable(
  "certifications",
  {
    id: identity(),
    slug: text().notNull().unique(),
    /** 1 is the first step; the mark's shape follows from it. */
    level: smallint().notNull(),
    createdBy: reference()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
    retiredBy: reference().references(() => people.id),
    retiredAt: moment(),
  },
  (t) => [
    check("certifications_slug", sql`${t.slug} ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'`),
    check("certifications_level", sql`${t.level} between 1 and 3`),
    check("certifications_retired", sql`(${t.retiredBy} is null) = (${t.retiredAt} is null)`),
  ],
);

/** One criterion of the practical, scored from 0 to `points` by each reviewer. */
export type RubricCriterion = { ja: string; en: string; points: number };

/**
 * What a certification said from one moment on. A published version never changes again; the one
 * that is being written has no `publishedAt`, and there is at most one of it.
 */
export const certificationVersions = pgTable(
  "certification_versions",
  {
    id: identity(),
    certificationId: reference()
      .notNull()
      .references(() => certifications.id),
    number: integer().notNull(),
    nameJa: text().notNull(),
    nameEn: text().notNull(),
    summaryJa: text().notNull(),
    summaryEn: text().notNull(),
    /** One perk a line. */
    perksJa: text().notNull().default(""),
    perksEn: text().notNull().default(""),
    badgeFileId: uuid().references(() => files.id, { onDelete: "set null" }),
    termMonths: integer().notNull().default(12),
    graceDays: integer().notNull().default(30),
    examId: reference().references(() => exams.id),
    renewalExamId: reference().references(() => exams.id),
    /** Answers accepted or verified again within the term that renew it; empty: not a way. */
    renewalAnswers: integer(),
    needsSecondReviewer: boolean().notNull().default(false),
    rubric: jsonb().$type<RubricCriterion[]>().notNull().default([]),
    /** Points of the rubric needed to pass. */
    rubricPass: integer().notNull().default(0),
    /** Rises with each save of the version being written: two people cannot overwrite each other. */
    revision: integer().notNull().default(1),
    createdBy: reference()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
    publishedBy: reference().references(() => people.id),
    publishedAt: moment(),
  },
  (t) => [
    unique("certification_versions_number").on(t.certificationId, t.number),
    uniqueIndex("certification_versions_writing")
      .on(t.certificationId)
      .where(sql`${t.publishedAt} is null`),
    check("certification_versions_term", sql`${t.termMonths} between 1 and 60`),
    check("certification_versions_grace", sql`${t.graceDays} between 0 and 180`),
    check("certification_versions_renewal", sql`${t.renewalAnswers} > 0`),
    check(
      "certification_versions_published",
      sql`(${t.publishedBy} is null) = (${t.publishedAt} is null)`,
    ),
  ],
);

/** What a version asks: `threshold` of `kind`, within the last `withinMonths` when set. */
export const certificationRequirements = pgTable(
  "certification_requirements",
  {
    id: identity(),
    versionId: reference()
      .notNull()
      .references(() => certificationVersions.id, { onDelete: "cascade" }),
    kind: text({ enum: REQUIREMENT_KINDS }).notNull(),
    threshold: integer().notNull().default(1),
    withinMonths: integer(),
  },
  (t) => [
    check("certification_requirements_kind", oneOf(t.kind, REQUIREMENT_KINDS)),
    check("certification_requirements_threshold", sql`${t.threshold} between 1 and 1000`),
    check("certification_requirements_months", sql`${t.withinMonths} between 1 and 60`),
    unique("certification_requirements_once").on(t.versionId, t.kind),
  ],
);

/** Attendance at meetings and talks that happened outside the portal. */
export const contributions = pgTable(
  "contributions",
  {
    id: identity(),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text({ enum: CONTRIBUTION_KINDS }).notNull(),
    title: text().notNull(),
    happenedOn: date({ mode: "string" }).notNull(),
    recordedBy: reference()
      .notNull()
      .references(() => people.id),
    recordedAt: moment().notNull(),
    removedBy: reference().references(() => people.id),
    removedAt: moment(),
  },
  (t) => [
    check("contributions_kind", oneOf(t.kind, CONTRIBUTION_KINDS)),
    check("contributions_title", sql`length(${t.title}) between 1 and 200`),
    check("contributions_removed", sql`(${t.removedBy} is null) = (${t.removedAt} is null)`),
    uniqueIndex("contributions_once")
      .on(t.personId, t.kind, t.happenedOn, t.title)
      .where(sql`${t.removedAt} is null`),
  ],
);
