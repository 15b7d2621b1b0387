import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { CLOSE_REASONS, LOCALES, QUESTION_STATES, SCOPES } from "../vocabulary.ts";
import { identity, moment, oneOf, reference, tsvector } from "./columns.ts";
import { credentials } from "./credentials.ts";
import { organisations } from "./organisations.ts";
import { people } from "./people.ts";
import { productAreas } from "./product-areas.ts";

/** What every post carries: source, its HTML rendered once at write time, and a version number. */
const post = () => ({
  authorId: reference()
    .notNull()
    .references((): AnyPgColumn => people.id),
  bodySource: text().notNull(),
  bodyHtml: text().notNull(),
  bodyText: text().notNull(),
  rendererVersion: integer().notNull(),
  version: integer().notNull().default(1),
  createdAt: moment().notNull(),
  editedAt: moment(),
  deletedAt: moment(),
  deletedBy: reference().references((): AnyPgColumn => people.id),
});

/**
 * `state` is derived from the facts in the tables below by `refreshQuestionState`, in the same
 * transaction, so that lists can be filtered by an index. The facts are the truth.
 */
export const questions = pgTable(
  "questions",
  {
    id: identity(),
    ...post(),
    title: text().notNull(),
    productAreaId: reference()
      .notNull()
      .references(() => productAreas.id),
    scope: text({ enum: SCOPES }).notNull(),
    /** The author's organisation when asking; decides who sees scope `organisation`. */
    organisationId: reference().references(() => organisations.id),
    locale: text({ enum: LOCALES }).notNull().default("ja"),
    state: text({ enum: QUESTION_STATES }).notNull().default("open"),
    answerCount: integer().notNull().default(0),
    helpfulCount: integer().notNull().default(0),
    importedHelpfulCount: integer().notNull().default(0),
    lastActivityAt: moment().notNull(),
    searchVector: tsvector().notNull(),
    /** The terms of the title alone: what questions alike are found by. */
    titleVector: tsvector().notNull().generatedAlwaysAs(sql`ts_filter(search_vector, '{a}')`),
  },
  (t) => [
    check("questions_scope", oneOf(t.scope, SCOPES)),
    check("questions_state", oneOf(t.state, QUESTION_STATES)),
    check("questions_title", sql`length(${t.title}) between 1 and 300`),
    check("questions_counts", sql`${t.answerCount} >= 0 and ${t.helpfulCount} >= 0`),
    check(
      "questions_organisation",
      sql`${t.scope} <> 'organisation' or ${t.organisationId} is not null`,
    ),
    index("questions_newest").on(t.createdAt, t.id),
    index("questions_active").on(t.lastActivityAt, t.id),
    index("questions_helpful").on(t.helpfulCount, t.id),
    index("questions_state_newest").on(t.state, t.createdAt, t.id),
    index("questions_area_newest").on(t.productAreaId, t.createdAt, t.id),
    index("questions_author_newest").on(t.authorId, t.createdAt, t.id),
    index("questions_organisation_newest").on(t.organisationId, t.createdAt),
    index("questions_unanswered")
      .on(t.productAreaId, t.createdAt)
      .where(sql`${t.answerCount} = 0 and ${t.deletedAt} is null`),
    index("questions_unanswered_newest")
      .on(t.createdAt, t.id)
      .where(sql`${t.answerCount} = 0 and ${t.state} in ('open', 'needs-info')`),
    index("questions_search").using("gin", t.searchVector),
    index("questions_title_search").using("gin", t.titleVector),
  ],
);

export const answers = pgTable(
  "answers",
  {
    id: identity(),
    ...post(),
    questionId: reference()
      .notNull()
      .references(() => questions.id),
    /** The author's organisation when answering. */
    organisationId: reference().references(() => organisations.id),
    /** The author's highest credential when answering: its mark stays, whatever becomes of it. */
    credentialId: reference().references((): AnyPgColumn => credentials.id),
    trueForVersion: text(),
    reviewOn: date({ mode: "string" }),
    helpfulCount: integer().notNull().default(0),
    importedHelpfulCount: integer().notNull().default(0),
  },
  (t) => [
    check("answers_counts", sql`${t.helpfulCount} >= 0`),
    index("answers_question").on(t.questionId, t.createdAt, t.id),
    index("answers_author").on(t.authorId, t.createdAt),
    index("answers_credential").on(t.credentialId).where(sql`${t.credentialId} is not null`),
    index("answers_to_review").on(t.reviewOn).where(sql`${t.deletedAt} is null`),
    unique("answers_id_question").on(t.id, t.questionId),
  ],
);

export const comments = pgTable(
  "comments",
  {
    id: identity(),
    ...post(),
    questionId: reference()
      .notNull()
      .references(() => questions.id),
    /** Empty when the comment is on the question itself. */
    answerId: reference().references(() => answers.id),
  },
  (t) => [
    index("comments_question").on(t.questionId, t.createdAt, t.id),
    index("comments_author").on(t.authorId, t.createdAt),
  ],
);

export const acceptedAnswers = pgTable(
  "accepted_answers",
  {
    questionId: reference()
      .primaryKey()
      .references(() => questions.id),
    answerId: reference().notNull().unique(),
    acceptedBy: reference()
      .notNull()
      .references(() => people.id),
    acceptedAt: moment().notNull(),
  },
  (t) => [
    foreignKey({
      name: "accepted_answers_of_question",
      columns: [t.answerId, t.questionId],
      foreignColumns: [answers.id, answers.questionId],
    }),
    index("accepted_answers_newest").on(t.acceptedAt),
  ],
);

export const answerVerifications = pgTable("answer_verifications", {
  answerId: reference()
    .primaryKey()
    .references(() => answers.id),
  verifiedBy: reference()
    .notNull()
    .references(() => people.id),
  verifiedAt: moment().notNull(),
});

/** 「役に立った」 on a question or an answer: exactly one target, once per person. */
export const helpfulVotes = pgTable(
  "helpful_votes",
  {
    id: identity(),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The voter's organisation when voting; empty for the vendor's staff. */
    organisationId: reference().references(() => organisations.id),
    questionId: reference().references(() => questions.id),
    answerId: reference().references(() => answers.id),
    createdAt: moment().notNull(),
  },
  (t) => [
    check("helpful_votes_target", sql`num_nonnulls(${t.questionId}, ${t.answerId}) = 1`),
    uniqueIndex("helpful_votes_question").on(t.questionId, t.personId),
    uniqueIndex("helpful_votes_answer").on(t.answerId, t.personId),
    index("helpful_votes_person").on(t.personId),
    index("helpful_votes_of_answers").on(t.createdAt).where(sql`${t.answerId} is not null`),
  ],
);

export const informationRequests = pgTable("information_requests", {
  questionId: reference()
    .primaryKey()
    .references(() => questions.id),
  message: text().notNull(),
  requestedBy: reference()
    .notNull()
    .references(() => people.id),
  requestedAt: moment().notNull(),
});

export const questionDuplicates = pgTable(
  "question_duplicates",
  {
    questionId: reference()
      .primaryKey()
      .references(() => questions.id),
    canonicalId: reference()
      .notNull()
      .references(() => questions.id),
    markedBy: reference()
      .notNull()
      .references(() => people.id),
    markedAt: moment().notNull(),
  },
  (t) => [
    check("question_duplicates_other", sql`${t.questionId} <> ${t.canonicalId}`),
    index("question_duplicates_canonical").on(t.canonicalId),
  ],
);

export const questionClosures = pgTable(
  "question_closures",
  {
    questionId: reference()
      .primaryKey()
      .references(() => questions.id),
    reason: text({ enum: CLOSE_REASONS }).notNull(),
    note: text().notNull().default(""),
    /** Empty when nobody did: the question was presumed solved. */
    closedBy: reference().references(() => people.id),
    closedAt: moment().notNull(),
  },
  (t) => [
    check("question_closures_reason", oneOf(t.reason, CLOSE_REASONS)),
    check(
      "question_closures_by_somebody",
      sql`${t.closedBy} is not null or ${t.reason} = 'presumed-solved'`,
    ),
  ],
);

export const questionHidings = pgTable("question_hidings", {
  questionId: reference()
    .primaryKey()
    .references(() => questions.id),
  reason: text().notNull(),
  hiddenBy: reference()
    .notNull()
    .references(() => people.id),
  hiddenAt: moment().notNull(),
});

export const tags = pgTable(
  "tags",
  { id: identity(), name: text().notNull().unique(), createdAt: moment().notNull() },
  (t) => [check("tags_name", sql`length(${t.name}) between 1 and 40`)],
);

export const questionTags = pgTable(
  "question_tags",
  {
    questionId: reference()
      .notNull()
      .references(() => questions.id),
    tagId: reference()
      .notNull()
      .references(() => tags.id),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.tagId] }),
    index("question_tags_tag").on(t.tagId, t.questionId),
  ],
);

export const tagFollows = pgTable(
  "tag_follows",
  {
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    tagId: reference()
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
    createdAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.tagId] }), index("tag_follows_tag").on(t.tagId)],
);
