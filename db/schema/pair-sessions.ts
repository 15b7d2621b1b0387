import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { PAIR_SESSION_EVENTS } from "../vocabulary.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { people } from "./people.ts";
import { productAreas } from "./product-areas.ts";

/** A supporter or one of the staff who offers pair sessions. */
export const pairHosts = pgTable(
  "pair_hosts",
  {
    personId: reference()
      .primaryKey()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Where one meets online; shown to whoever booked. */
    meetingUrl: text().notNull().default(""),
    /** What the host offers to look at together. */
    offer: text().notNull().default(""),
    /** Hours that lie between booking and meeting at least. */
    noticeHours: integer().notNull().default(24),
    pausedAt: moment(),
    updatedAt: moment().notNull(),
  },
  (t) => [
    check("pair_hosts_url", sql`${t.meetingUrl} = '' or ${t.meetingUrl} ~ '^https://'`),
    check("pair_hosts_notice", sql`${t.noticeHours} between 0 and 336`),
  ],
);

/** Hours of a weekday, in the zone named, in which a host can be booked; quarters of an hour. */
export const pairAvailabilities = pgTable(
  "pair_availabilities",
  {
    id: identity(),
    hostId: reference()
      .notNull()
      .references(() => pairHosts.personId, { onDelete: "cascade" }),
    /** ISO 8601: Monday is 1, Sunday 7. */
    weekday: smallint().notNull(),
    /** Minutes after midnight. */
    fromMinute: smallint().notNull(),
    toMinute: smallint().notNull(),
    timeZone: text().notNull(),
  },
  (t) => [
    check("pair_availabilities_weekday", sql`${t.weekday} between 1 and 7`),
    check(
      "pair_availabilities_span",
      sql`0 <= ${t.fromMinute} and ${t.fromMinute} < ${t.toMinute} and ${t.toMinute} <= 1440
        and ${t.fromMinute} % 15 = 0 and ${t.toMinute} % 15 = 0`,
    ),
    uniqueIndex("pair_availabilities_once").on(t.hostId, t.weekday, t.fromMinute),
  ],
);

/**
 * ペアセッション: a quarter of an hour of two people. Meetings begin on the quarter, so one index per
 * side keeps either from being booked twice.
 */
export const pairSessions = pgTable(
  "pair_sessions",
  {
    id: identity(),
    /** UID of its calendar entry, and how often that was changed. */
    uid: text().notNull().unique(),
    sequence: integer().notNull().default(0),
    hostId: reference()
      .notNull()
      .references(() => people.id),
    guestId: reference()
      .notNull()
      .references(() => people.id),
    /** The guest's when booking: its leads see the record. */
    organisationId: reference().references(() => organisations.id),
    productAreaId: reference().references(() => productAreas.id),
    topic: text().notNull(),
    meetingUrl: text().notNull().default(""),
    startsAt: moment().notNull(),
    bookedAt: moment().notNull(),
    cancelledAt: moment(),
    cancelledBy: reference().references(() => people.id),
    cancelReason: text(),
    remindedAt: moment(),
  },
  (t) => [
    check("pair_sessions_two", sql`${t.hostId} <> ${t.guestId}`),
    check("pair_sessions_quarter", sql`extract(epoch from ${t.startsAt})::bigint % 900 = 0`),
    check("pair_sessions_topic", sql`length(${t.topic}) between 1 and 500`),
    check(
      "pair_sessions_cancelled",
      sql`num_nonnulls(${t.cancelledAt}, ${t.cancelledBy}, ${t.cancelReason}) in (0, 3)`,
    ),
    uniqueIndex("pair_sessions_host").on(t.hostId, t.startsAt).where(sql`${t.cancelledAt} is null`),
    uniqueIndex("pair_sessions_guest")
      .on(t.guestId, t.startsAt)
      .where(sql`${t.cancelledAt} is null`),
    index("pair_sessions_remind")
      .on(t.startsAt)
      .where(sql`${t.cancelledAt} is null and ${t.remindedAt} is null`),
    index("pair_sessions_organisation").on(t.organisationId, t.startsAt),
  ],
);

/** What came out of it, in a few words; both sides and the guest's leads read it. */
export const pairSessionRecords = pgTable("pair_session_records", {
  sessionId: reference()
    .primaryKey()
    .references(() => pairSessions.id, { onDelete: "cascade" }),
  shown: text().notNull(),
  toRepeat: text().notNull().default(""),
  nextStep: text().notNull().default(""),
  writtenBy: reference()
    .notNull()
    .references(() => people.id),
  writtenAt: moment().notNull(),
  version: integer().notNull().default(1),
});

export const pairSessionHistory = pgTable(
  "pair_session_history",
  {
    id: identity(),
    sessionId: reference()
      .notNull()
      .references(() => pairSessions.id, { onDelete: "cascade" }),
    event: text({ enum: PAIR_SESSION_EVENTS }).notNull(),
    actorId: reference()
      .notNull()
      .references(() => people.id),
    detail: jsonb().$type<Record<string, string>>().notNull().default({}),
    at: moment().notNull(),
  },
  (t) => [
    check("pair_session_history_event", oneOf(t.event, PAIR_SESSION_EVENTS)),
    index("pair_session_history_session").on(t.sessionId, t.id),
  ],
);
