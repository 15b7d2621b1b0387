import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  ADMISSIONS,
  EVENT_HISTORY_KINDS,
  EVENT_KINDS,
  EVENT_PLACES,
  EVENT_QUESTION_KINDS,
  EVENT_SCOPES,
  PHASES,
  type Phase,
  PROPOSAL_VERDICTS,
  TICKET_PLACES,
  TIERS,
  type Tier,
} from "../vocabulary.ts";
import { identity, moment, oneOf, reference, tsvector } from "./columns.ts";
import { files } from "./files.ts";
import { people } from "./people.ts";
import { productAreas } from "./product-areas.ts";

/** `column <@ array['a', 'b']`: every word of a list is one of ours. */
function allOf(column: unknown, words: readonly string[]) {
  return sql`${column} <@ array[${sql.raw(words.map((word) => `'${word}'`).join(", "))}]::text[]`;
}

/** Meetings that belong together and come again and again. */
export const eventSeries = pgTable(
  "event_series",
  {
    id: identity(),
    name: text().notNull(),
    description: text().notNull().default(""),
    createdBy: reference()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
  },
  (t) => [
    check("event_series_name", sql`length(${t.name}) between 1 and 100`),
    uniqueIndex("event_series_name_unique").on(sql`lower(${t.name})`),
  ],
);

/**
 * イベント. Its state follows from facts: published, postponed, cancelled, or finished once its end
 * has passed. Times of sessions count from its beginning, so that moving it moves them.
 */
export const events = pgTable(
  "events",
  {
    id: identity(),
    /** UID of its calendar entry, and how often that was changed. */
    uid: text().notNull().unique(),
    sequence: integer().notNull().default(0),
    kind: text({ enum: EVENT_KINDS }).notNull(),
    place: text({ enum: EVENT_PLACES }).notNull(),
    scope: text({ enum: EVENT_SCOPES }).notNull(),
    /** Exists for the invited, its speakers and those who run it alone. */
    invitedOnly: boolean().notNull().default(false),
    title: text().notNull(),
    summary: text().notNull().default(""),
    bodySource: text().notNull().default(""),
    bodyHtml: text().notNull().default(""),
    bodyText: text().notNull().default(""),
    rendererVersion: integer().notNull().default(0),
    coverFileId: uuid().references(() => files.id, { onDelete: "set null" }),
    seriesId: reference().references(() => eventSeries.id, { onDelete: "set null" }),
    /** For whom it is meant; empty means everyone. Who may apply is the tickets' matter. */
    phases: text().array().$type<Phase[]>().notNull().default([]),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    /** IANA name: the zone of the place, or of those who run it. */
    timeZone: text().notNull().default("Asia/Tokyo"),
    /** Prefecture or country, as people look for it. */
    region: text().notNull().default(""),
    venueName: text().notNull().default(""),
    venueAddress: text().notNull().default(""),
    mapUrl: text().notNull().default(""),
    /** Which door, which floor: for the confirmed alone. */
    venueNote: text().notNull().default(""),
    /** For the confirmed alone, as what it takes to get in. */
    onlineUrl: text().notNull().default(""),
    onlineNote: text().notNull().default(""),
    registrationOpensAt: moment(),
    /** Empty: one may apply until it begins. */
    registrationClosesAt: moment(),
    /** How long whoever moved up from the waitlist has to confirm. */
    offerHours: integer().notNull().default(24),
    /** How many colleagues one may bring. */
    colleaguesMax: integer().notNull().default(2),
    /** Until when talks may be proposed; empty: they are not asked for. */
    proposalsCloseAt: moment(),
    proposalsNote: text().notNull().default(""),
    recordingUrl: text().notNull().default(""),
    /** What members type to check themselves in. */
    checkInCode: text().notNull(),
    publishAt: moment(),
    publishedAt: moment(),
    publishedBy: reference().references(() => people.id),
    postponedAt: moment(),
    postponedBy: reference().references(() => people.id),
    cancelledAt: moment(),
    cancelledBy: reference().references(() => people.id),
    /** What was said when it was postponed or cancelled. */
    message: text().notNull().default(""),
    surveyOpenedAt: moment(),
    createdBy: reference()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    version: integer().notNull().default(1),
    searchVector: tsvector().notNull(),
  },
  (t) => [
    check("events_kind", oneOf(t.kind, EVENT_KINDS)),
    check("events_place", oneOf(t.place, EVENT_PLACES)),
    check("events_scope", oneOf(t.scope, EVENT_SCOPES)),
    check("events_title", sql`length(${t.title}) between 1 and 200`),
    check("events_phases", allOf(t.phases, PHASES)),
    check("events_span", sql`${t.startsAt} < ${t.endsAt}`),
    check("events_length", sql`${t.endsAt} <= ${t.startsAt} + interval '14 days'`),
    check("events_window", sql`${t.registrationOpensAt} < ${t.registrationClosesAt}`),
    check("events_offer", sql`${t.offerHours} between 1 and 336`),
    check("events_colleagues", sql`${t.colleaguesMax} between 0 and 10`),
    check("events_map", sql`${t.mapUrl} = '' or ${t.mapUrl} ~ '^https://'`),
    check("events_online", sql`${t.onlineUrl} = '' or ${t.onlineUrl} ~ '^https://'`),
    check("events_recording", sql`${t.recordingUrl} = '' or ${t.recordingUrl} ~ '^https://'`),
    check("events_published", sql`(${t.publishedAt} is null) = (${t.publishedBy} is null)`),
    check("events_publish_once", sql`${t.publishAt} is null or ${t.publishedAt} is null`),
    check("events_postponed", sql`(${t.postponedAt} is null) = (${t.postponedBy} is null)`),
    check("events_cancelled", sql`(${t.cancelledAt} is null) = (${t.cancelledBy} is null)`),
    index("events_starts").on(t.startsAt, t.id).where(sql`${t.publishedAt} is not null`),
    index("events_ends").on(t.endsAt, t.id).where(sql`${t.publishedAt} is not null`),
    index("events_all").on(t.startsAt, t.id),
    index("events_series").on(t.seriesId, t.startsAt).where(sql`${t.seriesId} is not null`),
    index("events_publish").on(t.publishAt).where(sql`${t.publishAt} is not null`),
    index("events_cover").on(t.coverFileId).where(sql`${t.coverFileId} is not null`),
    index("events_updated").on(t.updatedAt, t.id),
    index("events_search").using("gin", t.searchVector),
  ],
);

/** Parts of the product that an event is about. */
export const eventAreas = pgTable(
  "event_areas",
  {
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    productAreaId: reference()
      .notNull()
      .references(() => productAreas.id),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.productAreaId] }),
    index("event_areas_area").on(t.productAreaId, t.eventId),
  ],
);

/** Images that the text of an event shows: seen by whoever sees the event. */
export const eventImages = pgTable(
  "event_images",
  {
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    fileId: uuid()
      .notNull()
      .references(() => files.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.fileId] }), index("event_images_file").on(t.fileId)],
);

/** Supporters whom staff lets organise events; it holds while they hold a live credential. */
export const organiserPermissions = pgTable("organiser_permissions", {
  personId: reference()
    .primaryKey()
    .references(() => people.id, { onDelete: "cascade" }),
  grantedBy: reference()
    .notNull()
    .references(() => people.id),
  grantedAt: moment().notNull(),
});

/** Who runs an event, besides CS staff. */
export const eventOrganisers = pgTable(
  "event_organisers",
  {
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    addedBy: reference()
      .notNull()
      .references(() => people.id),
    addedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.personId] }),
    index("event_organisers_person").on(t.personId, t.eventId),
  ],
);

/** セッション: an item of the timetable. */
export const eventSessions = pgTable(
  "event_sessions",
  {
    id: identity(),
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** Minutes after the event begins. */
    startsAfter: integer().notNull(),
    minutes: integer().notNull(),
    title: text().notNull(),
    description: text().notNull().default(""),
    /** Room or track, where several run at a time. */
    track: text().notNull().default(""),
    recordingUrl: text().notNull().default(""),
    /** What was said there, written down afterwards (Markdown). */
    notesSource: text().notNull().default(""),
    notesHtml: text().notNull().default(""),
    notesRendererVersion: integer().notNull().default(0),
    createdAt: moment().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("event_sessions_title", sql`length(${t.title}) between 1 and 200`),
    check("event_sessions_span", sql`${t.startsAfter} >= 0 and ${t.minutes} between 1 and 1440`),
    check(
      "event_sessions_recording",
      sql`${t.recordingUrl} = '' or ${t.recordingUrl} ~ '^https://'`,
    ),
    index("event_sessions_event").on(t.eventId, t.startsAfter, t.id),
  ],
);

/** 登壇者 of a session: somebody of the community, or a guest who is only named. */
export const sessionSpeakers = pgTable(
  "session_speakers",
  {
    id: identity(),
    sessionId: reference()
      .notNull()
      .references(() => eventSessions.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    personId: reference().references(() => people.id, { onDelete: "cascade" }),
    /** Of a guest; empty for people of the community, who are shown as they are now. */
    name: text().notNull().default(""),
    affiliation: text().notNull().default(""),
    thankedAt: moment(),
  },
  (t) => [
    check("session_speakers_who", sql`(${t.personId} is null) = (${t.name} <> '')`),
    uniqueIndex("session_speakers_once").on(t.sessionId, t.personId),
    index("session_speakers_person").on(t.personId),
  ],
);

/** An answer to the call for speakers. Accepting it makes a session of it. */
export const talkProposals = pgTable(
  "talk_proposals",
  {
    id: identity(),
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    title: text().notNull(),
    abstract: text().notNull(),
    minutes: integer().notNull(),
    proposedAt: moment().notNull(),
    withdrawnAt: moment(),
    verdict: text({ enum: PROPOSAL_VERDICTS }),
    note: text().notNull().default(""),
    decidedBy: reference().references(() => people.id),
    decidedAt: moment(),
    sessionId: reference().references((): AnyPgColumn => eventSessions.id, {
      onDelete: "set null",
    }),
  },
  (t) => [
    check("talk_proposals_verdict", oneOf(t.verdict, PROPOSAL_VERDICTS)),
    check("talk_proposals_title", sql`length(${t.title}) between 1 and 200`),
    check("talk_proposals_minutes", sql`${t.minutes} between 1 and 480`),
    check(
      "talk_proposals_decided",
      sql`num_nonnulls(${t.verdict}, ${t.decidedBy}, ${t.decidedAt}) in (0, 3)`,
    ),
    check("talk_proposals_one_end", sql`num_nonnulls(${t.verdict}, ${t.withdrawnAt}) <= 1`),
    index("talk_proposals_event").on(t.eventId, t.id),
    index("talk_proposals_person").on(t.personId, t.eventId),
  ],
);

/** Who entered a draw, how many places there were, and how it ended; numbers of registrations. */
export type DrawRecord = {
  places: number;
  /** Places for one group at most. */
  groupCap: number | null;
  /** Of one group, numbered at random, are those of one organisation; `taken` before the draw. */
  groups: { group: number; taken: number }[];
  entrants: { number: number; group: number | null }[];
  /** In the order drawn. */
  drawn: number[];
  waiting: number[];
};

/** 枠: so many places, given in one way, to those it is meant for. */
export const ticketTypes = pgTable(
  "ticket_types",
  {
    id: identity(),
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    name: text().notNull(),
    description: text().notNull().default(""),
    /** Where its holders take part; follows the event unless that is held in both ways. */
    place: text({ enum: TICKET_PLACES }).notNull(),
    capacity: integer().notNull(),
    admission: text({ enum: ADMISSIONS }).notNull(),
    /** Places for one organisation at most. */
    organisationCap: integer(),
    /** Who may apply; empty lists mean everyone. */
    phases: text().array().$type<Phase[]>().notNull().default([]),
    tiers: text().array().$type<Tier[]>().notNull().default([]),
    supportersOnly: boolean().notNull().default(false),
    /** The highest number given to somebody who waits; the line is in the order of numbers. */
    lastQueueNumber: integer().notNull().default(0),
    /** Lottery: when the draw is held, and SHA-256 of its seed, published before anybody applies. */
    drawAt: moment(),
    drawCommitment: text(),
    /** 32 bytes in hexadecimal; shown once the draw is held. */
    drawSeed: text(),
    drawnAt: moment(),
    /** All it takes to hold the draw again, without names. */
    drawRecord: jsonb().$type<DrawRecord>(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("ticket_types_place", oneOf(t.place, TICKET_PLACES)),
    check("ticket_types_admission", oneOf(t.admission, ADMISSIONS)),
    check("ticket_types_name", sql`length(${t.name}) between 1 and 100`),
    check("ticket_types_capacity", sql`${t.capacity} between 1 and 100000`),
    check("ticket_types_cap", sql`${t.organisationCap} between 1 and 1000`),
    check("ticket_types_phases", allOf(t.phases, PHASES)),
    check("ticket_types_tiers", allOf(t.tiers, TIERS)),
    check(
      "ticket_types_lottery",
      sql`num_nonnulls(${t.drawAt}, ${t.drawCommitment}, ${t.drawSeed}) = case when ${t.admission} = 'lottery' then 3 else 0 end`,
    ),
    check("ticket_types_drawn", sql`(${t.drawnAt} is null) = (${t.drawRecord} is null)`),
    index("ticket_types_event").on(t.eventId, t.position, t.id),
    index("ticket_types_draw")
      .on(t.drawAt)
      .where(sql`${t.drawnAt} is null and ${t.drawAt} is not null`),
  ],
);

/** What applicants are asked. */
export const eventQuestions = pgTable(
  "event_questions",
  {
    id: identity(),
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    kind: text({ enum: EVENT_QUESTION_KINDS }).notNull(),
    label: text().notNull(),
    choices: text().array().notNull().default([]),
    isRequired: boolean().notNull().default(false),
  },
  (t) => [
    check("event_questions_kind", oneOf(t.kind, EVENT_QUESTION_KINDS)),
    check("event_questions_label", sql`length(${t.label}) between 1 and 200`),
    check("event_questions_choices", sql`(${t.kind} = 'text') = (cardinality(${t.choices}) = 0)`),
    index("event_questions_event").on(t.eventId, t.position, t.id),
  ],
);

/** What happened to an event, by whom and when; append-only. */
export const eventHistory = pgTable(
  "event_history",
  {
    id: identity(),
    eventId: reference()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** Empty when time did it. */
    actorId: reference().references(() => people.id),
    kind: text({ enum: EVENT_HISTORY_KINDS }).notNull(),
    detail: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    at: moment().notNull(),
  },
  (t) => [
    check("event_history_kind", oneOf(t.kind, EVENT_HISTORY_KINDS)),
    index("event_history_event").on(t.eventId, t.id),
  ],
);
