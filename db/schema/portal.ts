import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { identity, moment, reference } from "./columns.ts";
import { people } from "./people.ts";
import { answers, comments, questions } from "./questions.ts";

/** Settings that admins change while the portal runs; read through `app/portal/`. */
export const portalSettings = pgTable("portal_settings", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  updatedBy: reference().references(() => people.id),
  updatedAt: moment().notNull(),
});

/** Who did what to whom, for admins; append-only and free of secrets. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: identity(),
    at: moment().notNull(),
    actorId: reference().references(() => people.id),
    action: text().notNull(),
    targetKind: text().notNull(),
    targetId: text().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    address: text().notNull().default(""),
  },
  (t) => [
    index("audit_log_target").on(t.targetKind, t.targetId, t.id),
    index("audit_log_actor").on(t.actorId, t.id),
  ],
);

/** Where a post or person came from, so that importing again changes nothing. */
export const importedRecords = pgTable(
  "imported_records",
  {
    source: text().notNull(),
    kind: text({ enum: ["person", "question", "answer", "comment"] }).notNull(),
    externalId: text().notNull(),
    personId: reference().references(() => people.id),
    questionId: reference().references(() => questions.id),
    answerId: reference().references(() => answers.id),
    commentId: reference().references(() => comments.id),
    importedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.source, t.kind, t.externalId] })],
);

/** Counters of rate-limiter-flexible; the names of the columns are the library's. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: moment(),
});
