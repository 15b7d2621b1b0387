import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ATTENDANCE_WAYS, MATERIAL_AUDIENCES } from "../vocabulary.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { eventSessions, events } from "./events.ts";
import { files } from "./files.ts";
import { organisations } from "./organisations.ts";
import { people } from "./people.ts";
import { questions } from "./questions.ts";
import { registrations } from "./registrations.ts";

/**
 * 出席: the fact that somebody was there, never derived from a registration. A walk-in may be a guest
 * who is only named. What was undone stays.
 */
export const attendances = pgTable(
  "attendances",
  {
    id: identity(),
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    personId: reference().references(() => people.id, { onDelete: "cascade" }),
    registrationId: reference().references(() => registrations.id, { onDelete: "set null" }),
    /** Theirs at the time: coverage counts it. */
    organisationId: reference().references(() => organisations.id),
    guestName: text().notNull().default(""),
    guestAffiliation: text().notNull().default(""),
    way: text({ enum: ATTENDANCE_WAYS }).notNull(),
    /** When they came; a page that was offline tells it late. */
    at: moment().notNull(),
    recordedAt: moment().notNull(),
    recordedBy: reference()
      .notNull()
      .references(() => people.id),
    /** Made by the page that recorded it: told again, nothing happens again. */
    key: text().notNull(),
    undoneAt: moment(),
    undoneBy: reference().references(() => people.id),
  },
  (t) => [
    check("attendances_way", oneOf(t.way, ATTENDANCE_WAYS)),
    check("attendances_who", sql`(${t.personId} is null) = (${t.guestName} <> '')`),
    check("attendances_undone", sql`(${t.undoneAt} is null) = (${t.undoneBy} is null)`),
    uniqueIndex("attendances_once")
      .on(t.eventId, t.personId)
      .where(sql`${t.undoneAt} is null and ${t.personId} is not null`),
    uniqueIndex("attendances_key").on(t.eventId, t.key),
    index("attendances_person").on(t.personId, t.at),
    index("attendances_organisation").on(t.organisationId, t.at).where(sql`${t.undoneAt} is null`),
    index("attendances_at").on(t.at).where(sql`${t.undoneAt} is null`),
  ],
);

/** 資料: slides and links of an event or one of its sessions. */
export const eventMaterials = pgTable(
  "event_materials",
  {
    id: identity(),
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    sessionId: reference().references(() => eventSessions.id, { onDelete: "set null" }),
    title: text().notNull(),
    url: text().notNull().default(""),
    fileId: uuid().references(() => files.id),
    audience: text({ enum: MATERIAL_AUDIENCES }).notNull(),
    addedBy: reference()
      .notNull()
      .references(() => people.id),
    addedAt: moment().notNull(),
    removedAt: moment(),
    removedBy: reference().references(() => people.id),
  },
  (t) => [
    check("event_materials_audience", oneOf(t.audience, MATERIAL_AUDIENCES)),
    check("event_materials_title", sql`length(${t.title}) between 1 and 200`),
    check("event_materials_what", sql`(${t.fileId} is null) = (${t.url} <> '')`),
    check("event_materials_url", sql`${t.url} = '' or ${t.url} ~ '^https://'`),
    check("event_materials_removed", sql`(${t.removedAt} is null) = (${t.removedBy} is null)`),
    index("event_materials_event").on(t.eventId, t.id),
    index("event_materials_file").on(t.fileId).where(sql`${t.fileId} is not null`),
  ],
);

/** A question from the room that became a thread. */
export const roomQuestions = pgTable(
  "room_questions",
  {
    questionId: reference()
      .primaryKey()
      .references(() => questions.id, { onDelete: "cascade" }),
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    sessionId: reference().references(() => eventSessions.id, { onDelete: "set null" }),
    addedBy: reference()
      .notNull()
      .references(() => people.id),
    addedAt: moment().notNull(),
  },
  (t) => [index("room_questions_event").on(t.eventId, t.questionId)],
);

/** Somebody who is asked what they think of an event they came to, and what they said. */
export const surveyInvitations = pgTable(
  "survey_invitations",
  {
    id: identity(),
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    invitedAt: moment().notNull(),
    /** 1 (very dissatisfied) to 5 (very satisfied). */
    satisfaction: smallint(),
    /** 0 to 10: how likely they are to recommend such a meeting to a colleague. */
    recommendation: smallint(),
    /** What they will try next, and what else they have to say. */
    nextStep: text().notNull().default(""),
    comment: text().notNull().default(""),
    answeredAt: moment(),
    version: integer().notNull().default(0),
  },
  (t) => [
    check("survey_invitations_satisfaction", sql`${t.satisfaction} between 1 and 5`),
    check("survey_invitations_recommendation", sql`${t.recommendation} between 0 and 10`),
    uniqueIndex("survey_invitations_once").on(t.eventId, t.personId),
    index("survey_invitations_person").on(t.personId),
  ],
);

/** Links in mails that open one person's survey without logging in; only their SHA-256 is kept. */
export const surveyLinks = pgTable(
  "survey_links",
  {
    hash: text().primaryKey(),
    invitationId: reference()
      .notNull()
      .references(() => surveyInvitations.id, { onDelete: "cascade" }),
    createdAt: moment().notNull(),
  },
  (t) => [index("survey_links_invitation").on(t.invitationId)],
);
