import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import {
  MESSAGE_SEGMENTS,
  REGISTRATION_ENDINGS,
  REGISTRATION_HISTORY_KINDS,
  REGISTRATION_STATES,
  REMINDER_KINDS,
} from "../vocabulary.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { eventQuestions, events, ticketTypes } from "./events.ts";
import { organisations } from "./organisations.ts";
import { people } from "./people.ts";

/** Leave to apply for a ticket that takes an invitation, and to see an event meant for the invited. */
export const eventInvitations = pgTable(
  "event_invitations",
  {
    id: identity(),
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    invitedBy: reference()
      .notNull()
      .references(() => people.id),
    invitedAt: moment().notNull(),
    message: text().notNull().default(""),
    withdrawnAt: moment(),
    withdrawnBy: reference().references(() => people.id),
  },
  (t) => [
    check(
      "event_invitations_withdrawn",
      sql`(${t.withdrawnAt} is null) = (${t.withdrawnBy} is null)`,
    ),
    uniqueIndex("event_invitations_once").on(t.eventId, t.personId),
    index("event_invitations_person").on(t.personId, t.eventId),
  ],
);

/**
 * 参加申込: what somebody intends. A person has one live registration for an event; ended ones stay.
 * Places are taken by the confirmed and by those who were offered one, as long as that stands. All
 * changes of one ticket are made by whoever holds its row locked.
 */
export const registrations = pgTable(
  "registrations",
  {
    id: identity(),
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    ticketTypeId: reference()
      .notNull()
      .references(() => ticketTypes.id),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Theirs when applying: the cap counts it. */
    organisationId: reference().references(() => organisations.id),
    /** Whoever applied: oneself, a colleague, or one of those who run the event. */
    appliedBy: reference()
      .notNull()
      .references(() => people.id),
    appliedAt: moment().notNull(),
    state: text({ enum: REGISTRATION_STATES }).notNull(),
    /** Place in the line, of those who wait; smaller is earlier. */
    queueNumber: integer(),
    /** Until when the offered place is kept. */
    offerEndsAt: moment(),
    confirmedAt: moment(),
    endedAt: moment(),
    ending: text({ enum: REGISTRATION_ENDINGS }),
    /** Why it was declined or cancelled, for the person to read. */
    note: text().notNull().default(""),
    /** Names this registration at the door; random. */
    code: text().notNull(),
    /** Sequence that this person's calendar was told last. */
    sequence: integer().notNull().default(0),
  },
  (t) => [
    check("registrations_state", oneOf(t.state, REGISTRATION_STATES)),
    check("registrations_ending", oneOf(t.ending, REGISTRATION_ENDINGS)),
    check("registrations_queue", sql`(${t.state} = 'waitlisted') = (${t.queueNumber} is not null)`),
    check("registrations_offer", sql`(${t.state} = 'offered') = (${t.offerEndsAt} is not null)`),
    check(
      "registrations_ended",
      sql`(${t.state} in ('cancelled', 'declined')) = (num_nonnulls(${t.endedAt}, ${t.ending}) = 2)
        and num_nonnulls(${t.endedAt}, ${t.ending}) in (0, 2)`,
    ),
    check("registrations_code", sql`${t.code} ~ '^[0-9A-HJKMNP-TV-Z]{8}$'`),
    uniqueIndex("registrations_live")
      .on(t.eventId, t.personId)
      .where(sql`${t.state} not in ('cancelled', 'declined')`),
    uniqueIndex("registrations_code_once").on(t.eventId, t.code),
    uniqueIndex("registrations_queue_once").on(t.ticketTypeId, t.queueNumber),
    index("registrations_ticket").on(t.ticketTypeId, t.state, t.organisationId),
    index("registrations_event").on(t.eventId, t.state, t.id),
    index("registrations_person").on(t.personId, t.eventId),
    index("registrations_offers").on(t.offerEndsAt).where(sql`${t.state} = 'offered'`),
  ],
);

/** What an applicant said to a question of the event; several choices stand in lines. */
export const registrationAnswers = pgTable(
  "registration_answers",
  {
    registrationId: reference()
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    questionId: reference()
      .notNull()
      .references(() => eventQuestions.id, { onDelete: "cascade" }),
    answer: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.registrationId, t.questionId] }),
    check("registration_answers_length", sql`length(${t.answer}) between 1 and 4000`),
  ],
);

/** What became of a registration, and by whom; append-only. */
export const registrationHistory = pgTable(
  "registration_history",
  {
    id: identity(),
    registrationId: reference()
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    /** Empty when time or the draw did it. */
    actorId: reference().references(() => people.id),
    kind: text({ enum: REGISTRATION_HISTORY_KINDS }).notNull(),
    detail: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    at: moment().notNull(),
  },
  (t) => [
    check("registration_history_kind", oneOf(t.kind, REGISTRATION_HISTORY_KINDS)),
    index("registration_history_registration").on(t.registrationId, t.id),
  ],
);

/** What organisers wrote to some of those who applied. */
export const eventMessages = pgTable(
  "event_messages",
  {
    id: identity(),
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    segment: text({ enum: MESSAGE_SEGMENTS }).notNull(),
    message: text().notNull(),
    recipients: integer().notNull(),
    sentBy: reference()
      .notNull()
      .references(() => people.id),
    sentAt: moment().notNull(),
    /** Same form, same message: sent twice it is told once. */
    key: text().notNull(),
  },
  (t) => [
    check("event_messages_segment", oneOf(t.segment, MESSAGE_SEGMENTS)),
    uniqueIndex("event_messages_once").on(t.eventId, t.key),
  ],
);

/** That people were reminded of an event, for the time it was set to. */
export const eventReminders = pgTable(
  "event_reminders",
  {
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    kind: text({ enum: REMINDER_KINDS }).notNull(),
    startsAt: moment().notNull(),
    sentAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.kind, t.startsAt] }),
    check("event_reminders_kind", oneOf(t.kind, REMINDER_KINDS)),
  ],
);

/** The secret address under which a person's calendar program finds their events; at most one. */
export const calendarFeeds = pgTable("calendar_feeds", {
  personId: reference()
    .primaryKey()
    .references(() => people.id, { onDelete: "cascade" }),
  /** SHA-256 of the token. */
  tokenHash: text().notNull().unique(),
  createdAt: moment().notNull(),
});
