import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { POINT_EXPLANATIONS, POINT_REASONS } from "../vocabulary.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { people } from "./people.ts";

/**
 * The ledger of points, append-only. A person's points are the sum of their rows; each row tells
 * for what, from whom and why this much. The rows of one deed (an accepted answer, a vote) add up
 * to what it counts today.
 */
export const pointEntries = pgTable(
  "point_entries",
  {
    id: identity(),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    amount: integer().notNull(),
    reason: text({ enum: POINT_REASONS }).notNull(),
    // No foreign keys to posts, whose rows never go: a row here may be about another thread than the
    // one that the transaction has locked, and checking the key would wait for whoever locked that.
    answerId: reference().notNull(),
    questionId: reference().notNull(),
    /** Who accepted or voted; empty when they are gone. */
    giverId: reference().references(() => people.id, { onDelete: "set null" }),
    /** The day whose cap the deed falls under. */
    day: date({ mode: "string" }).notNull(),
    explanation: text({ enum: POINT_EXPLANATIONS }).notNull(),
    /** `value`: what such a deed is worth; `counts`: what it counts from this row on. */
    detail: jsonb().$type<{ value: number; counts: number }>().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    check("point_entries_reason", oneOf(t.reason, POINT_REASONS)),
    check("point_entries_explanation", oneOf(t.explanation, POINT_EXPLANATIONS)),
    index("point_entries_person").on(t.personId, t.id),
    index("point_entries_day").on(t.personId, t.day),
    index("point_entries_answer").on(t.answerId),
  ],
);

/**
 * Two people who keep voting for each other, found by counting. While a row is not dismissed, votes
 * between the two give no points. A pair that goes on after a dismissal can be found again.
 */
export const votingRings = pgTable(
  "voting_rings",
  {
    id: identity(),
    firstId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    secondId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Votes of the first for answers of the second, and of all that the first gave. */
    firstVotes: integer().notNull(),
    firstGiven: integer().notNull(),
    secondVotes: integer().notNull(),
    secondGiven: integer().notNull(),
    foundAt: moment().notNull(),
    dismissedBy: reference().references(() => people.id),
    dismissedAt: moment(),
    dismissReason: text(),
  },
  (t) => [
    check("voting_rings_order", sql`${t.firstId} < ${t.secondId}`),
    check(
      "voting_rings_dismissed",
      sql`num_nonnulls(${t.dismissedBy}, ${t.dismissedAt}, ${t.dismissReason}) in (0, 3)`,
    ),
    uniqueIndex("voting_rings_open").on(t.firstId, t.secondId).where(sql`${t.dismissedAt} is null`),
    index("voting_rings_second").on(t.secondId),
    index("voting_rings_first").on(t.firstId),
  ],
);
