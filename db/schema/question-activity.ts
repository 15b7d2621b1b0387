import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { QUESTION_HISTORY_KINDS } from "../vocabulary.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { files } from "./files.ts";
import { people } from "./people.ts";
import { answers, comments, questions } from "./questions.ts";

/** Each saved version of a post, the first one included, whole: any two can be compared. */
export const revisions = pgTable(
  "revisions",
  {
    id: identity(),
    questionId: reference().references(() => questions.id),
    answerId: reference().references(() => answers.id),
    commentId: reference().references(() => comments.id),
    editorId: reference()
      .notNull()
      .references(() => people.id),
    title: text(),
    bodySource: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    check(
      "revisions_target",
      sql`num_nonnulls(${t.questionId}, ${t.answerId}, ${t.commentId}) = 1`,
    ),
    index("revisions_question").on(t.questionId, t.id),
    index("revisions_answer").on(t.answerId, t.id),
    index("revisions_comment").on(t.commentId, t.id),
  ],
);

/** What happened to a question, by whom and when; append-only. */
export const questionHistory = pgTable(
  "question_history",
  {
    id: identity(),
    questionId: reference()
      .notNull()
      .references(() => questions.id),
    answerId: reference().references(() => answers.id),
    actorId: reference().references(() => people.id),
    kind: text({ enum: QUESTION_HISTORY_KINDS }).notNull(),
    detail: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    at: moment().notNull(),
  },
  (t) => [
    check("question_history_kind", oneOf(t.kind, QUESTION_HISTORY_KINDS)),
    index("question_history_question").on(t.questionId, t.id),
  ],
);

/** A row with `unwatchedAt` remembers a person who chose not to hear of the question any more. */
export const questionWatches = pgTable(
  "question_watches",
  {
    questionId: reference()
      .notNull()
      .references(() => questions.id),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    watchedAt: moment().notNull(),
    unwatchedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.personId] }),
    index("question_watches_person").on(t.personId, t.questionId),
  ],
);

/** Unfinished forms of a person, one per place (`question`, `answer:12`, …). */
export const drafts = pgTable(
  "drafts",
  {
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    place: text().notNull(),
    fields: jsonb().$type<Record<string, string>>().notNull(),
    savedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.place] })],
);

/** Which images a post shows: whoever may see the question may see them. */
export const questionImages = pgTable(
  "question_images",
  {
    questionId: reference()
      .notNull()
      .references(() => questions.id),
    fileId: uuid()
      .notNull()
      .references(() => files.id),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.fileId] }),
    index("question_images_file").on(t.fileId),
  ],
);

/** One row per form shown; a second submit of the same form finds the post made by the first. */
export const submissions = pgTable("submissions", {
  key: uuid().primaryKey(),
  personId: reference()
    .notNull()
    .references(() => people.id, { onDelete: "cascade" }),
  questionId: reference().references(() => questions.id),
  answerId: reference().references(() => answers.id),
  commentId: reference().references(() => comments.id),
  createdAt: moment().notNull(),
});
