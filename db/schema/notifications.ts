import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { LOCALES, MAIL_KINDS, NOTIFICATION_KINDS } from "../vocabulary.ts";
import { sql } from "drizzle-orm";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { people } from "./people.ts";
import { answers, comments, questions } from "./questions.ts";

export const notifications = pgTable(
  "notifications",
  {
    id: identity(),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text({ enum: NOTIFICATION_KINDS }).notNull(),
    actorId: reference().references(() => people.id),
    questionId: reference()
      .notNull()
      .references(() => questions.id),
    answerId: reference().references(() => answers.id),
    commentId: reference().references(() => comments.id),
    createdAt: moment().notNull(),
    readAt: moment(),
  },
  (t) => [
    check("notifications_kind", oneOf(t.kind, NOTIFICATION_KINDS)),
    index("notifications_person").on(t.personId, t.id.desc()),
    index("notifications_unread").on(t.personId).where(sql`${t.readAt} is null`),
  ],
);

/**
 * The outbox. A row is written in the transaction that causes the mail; the worker renders it,
 * sends it and then empties `params`, `html` and `text`, which may hold secret links.
 */
export const outgoingMails = pgTable(
  "outgoing_mails",
  {
    id: identity(),
    messageId: text().notNull().unique(),
    kind: text({ enum: MAIL_KINDS }).notNull(),
    personId: reference().references(() => people.id, { onDelete: "cascade" }),
    toAddress: text().notNull(),
    toName: text().notNull().default(""),
    locale: text({ enum: LOCALES }).notNull(),
    params: jsonb().$type<Record<string, string>>().notNull(),
    /** Same key, same mail: a repeated cause enqueues nothing. */
    onceKey: text(),
    subject: text(),
    html: text(),
    text: text(),
    createdAt: moment().notNull(),
    renderedAt: moment(),
    /** A worker is at it; ignored when so old that the worker must have died. */
    claimedAt: moment(),
    sentAt: moment(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    lastErrorAt: moment(),
    /** No further try is made until someone asks for one. */
    gaveUpAt: moment(),
  },
  (t) => [
    check("outgoing_mails_kind", oneOf(t.kind, MAIL_KINDS)),
    check("outgoing_mails_locale", oneOf(t.locale, LOCALES)),
    uniqueIndex("outgoing_mails_once").on(t.onceKey),
    index("outgoing_mails_newest").on(t.id.desc()),
    index("outgoing_mails_waiting")
      .on(t.id)
      .where(sql`${t.sentAt} is null and ${t.gaveUpAt} is null`),
  ],
);
