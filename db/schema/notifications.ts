import { type SQL, sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import {
  LOCALES,
  MAIL_CHOICES,
  MAIL_KINDS,
  MAIL_OUTCOMES,
  type MailChoice,
  NOTIFICATION_KINDS,
  type NotificationKind,
} from "../vocabulary.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { people } from "./people.ts";
import { answers, comments, questions } from "./questions.ts";

/** An appointment as calendar programs are told of it, in one reader's language. */
export type CalendarEntry = {
  uid: string;
  /** Rises with every change, so that a late mail changes nothing. */
  sequence: number;
  isCancelled: boolean;
  /** Whether it is not sure yet that the reader takes part. */
  isTentative?: boolean;
  /** ISO 8601 in UTC. */
  start: string;
  end: string;
  /** IANA name of the zone whose hours are shown; UTC unless given. */
  timeZone?: string;
  summary: string;
  description: string;
  /** Where it is held: a place, or the address of an online meeting. */
  location: string;
  /** Absolute address of its page. */
  url: string;
  /** ISO 8601 in UTC: when it was changed last. */
  changedAt?: string;
};

/**
 * What a person is told, and at the same time the ledger of what became of it on each channel: a
 * row that is not in the inbox was unwanted there, and every row says how it fared by mail.
 */
export const notifications = pgTable(
  "notifications",
  {
    id: identity(),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text({ enum: NOTIFICATION_KINDS }).notNull(),
    /** Empty when the portal itself has something to say. */
    actorId: reference().references(() => people.id),
    questionId: reference().references(() => questions.id),
    answerId: reference().references(() => answers.id),
    commentId: reference().references(() => comments.id),
    /** What it is about when that is no question: `application:5`. */
    topic: text(),
    /** Its name in the reader's language, and the local path that leads to it. */
    title: text(),
    path: text(),
    /** What it belongs to: `question:12`, or the topic. */
    threadKey: text()
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`coalesce(${notifications.topic}, 'question:' || ${notifications.questionId}::text)`,
      ),
    /** For the person in their office as staff: it is gone when they leave that. */
    staffOnly: boolean().notNull().default(false),
    /** Values that the kind's texts fill in, besides the actor. */
    detail: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    /** What its mail brings into the reader's calendar, or takes out of it. */
    calendar: jsonb().$type<CalendarEntry>(),
    /** Same person and key, same event: a repeated cause tells nothing. */
    onceKey: text().notNull().default(sql`gen_random_uuid()::text`),
    inInbox: boolean().notNull().default(true),
    createdAt: moment().notNull(),
    readAt: moment(),
    mailOutcome: text({ enum: MAIL_OUTCOMES }).notNull().default("not-wanted"),
    /** When the mail is looked at next; set exactly as long as it waits. */
    mailDueAt: moment(),
    mailSettledAt: moment(),
    /** The mail that carries it, alone or in a digest. Mails are deleted after a year. */
    mailId: reference().references(() => outgoingMails.id, { onDelete: "set null" }),
  },
  (t) => [
    check("notifications_kind", oneOf(t.kind, NOTIFICATION_KINDS)),
    check("notifications_mail_outcome", oneOf(t.mailOutcome, MAIL_OUTCOMES)),
    check(
      "notifications_mail_waits",
      sql`(${t.mailOutcome} = 'waiting') = (${t.mailDueAt} is not null)`,
    ),
    check(
      "notifications_about",
      sql`num_nonnulls(${t.topic}, ${t.title}, ${t.path}) = case when ${t.questionId} is null then 3 else 0 end`,
    ),
    check(
      "notifications_post",
      sql`${t.questionId} is not null or num_nonnulls(${t.answerId}, ${t.commentId}) = 0`,
    ),
    check(
      "notifications_topic",
      sql`${t.topic} ~ '^[a-z][a-z-]*:[0-9]+$' and ${t.topic} not like 'question:%'`,
    ),
    check("notifications_path", sql`${t.path} like '/%' and ${t.path} not like '//%'`),
    uniqueIndex("notifications_once").on(t.personId, t.onceKey),
    index("notifications_person").on(t.personId, t.id),
    index("notifications_thread").on(t.personId, t.threadKey, t.id),
    index("notifications_unread")
      .on(t.personId, t.threadKey)
      .where(sql`${t.readAt} is null and ${t.inInbox}`),
    index("notifications_mail_due")
      .on(t.mailDueAt, t.personId)
      .where(sql`${t.mailDueAt} is not null`),
    index("notifications_mail").on(t.mailId).where(sql`${t.mailId} is not null`),
  ],
);

/** How a person wants to hear of one kind of event, where that differs from the default. */
export const notificationPreferences = pgTable(
  "notification_preferences",
  {
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text({ enum: NOTIFICATION_KINDS }).notNull(),
    inInbox: boolean().notNull(),
    mail: text({ enum: MAIL_CHOICES }).notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind] }),
    check("notification_preferences_kind", oneOf(t.kind, NOTIFICATION_KINDS)),
    check("notification_preferences_mail", oneOf(t.mail, MAIL_CHOICES)),
  ],
);

/** When a person wants their mails, in hours of their own time zone; absent while it is default. */
export const notificationSchedules = pgTable(
  "notification_schedules",
  {
    personId: reference()
      .primaryKey()
      .references(() => people.id, { onDelete: "cascade" }),
    digestHour: smallint().notNull(),
    /** ISO 8601: Monday is 1, Sunday 7. */
    digestWeekday: smallint().notNull(),
    /** From this hour until that one, over midnight when it is smaller; both or neither. */
    quietFrom: smallint(),
    quietUntil: smallint(),
    updatedAt: moment().notNull(),
  },
  (t) => [
    check("notification_schedules_digest_hour", sql`${t.digestHour} between 0 and 23`),
    check("notification_schedules_weekday", sql`${t.digestWeekday} between 1 and 7`),
    check(
      "notification_schedules_quiet",
      sql`num_nulls(${t.quietFrom}, ${t.quietUntil}) = 2 or (${t.quietFrom} between 0 and 23 and ${t.quietUntil} between 0 and 23 and ${t.quietFrom} <> ${t.quietUntil})`,
    ),
  ],
);

/**
 * The links in mails by which their reader ends mails of that sort without logging in. Only the
 * SHA-256 of the secret is kept. Using one twice is as good as once, and it can be taken back.
 */
export const unsubscribeLinks = pgTable(
  "unsubscribe_links",
  {
    hash: text().primaryKey(),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The kind that a mail was about, or the digest that it was. */
    target: text().$type<NotificationKind | "daily" | "weekly">().notNull(),
    createdAt: moment().notNull(),
    usedAt: moment(),
    /** What was wanted before, so that it can be wanted again. */
    turnedOff: jsonb().$type<Partial<Record<NotificationKind, MailChoice>>>(),
  },
  (t) => [
    check("unsubscribe_links_target", oneOf(t.target, [...NOTIFICATION_KINDS, "daily", "weekly"])),
    check("unsubscribe_links_used", sql`(${t.usedAt} is null) = (${t.turnedOff} is null)`),
    index("unsubscribe_links_person").on(t.personId),
    index("unsubscribe_links_age").on(t.createdAt),
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
    params: jsonb().$type<Record<string, unknown>>().notNull(),
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
    index("outgoing_mails_waiting")
      .on(t.id)
      .where(sql`${t.sentAt} is null and ${t.gaveUpAt} is null`),
  ],
);
