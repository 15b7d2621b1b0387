import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { publicHolidayOn } from "#app/calendar/public-holidays.ts";
import { minutesOf } from "#app/calendar/times-of-day.ts";
import { addDays, momentOf, weekdayOf } from "#app/calendar/zoned-days.ts";
import { dayIn } from "#app/lib/time.ts";
import { searchVectorOf } from "#app/questions/search-terms.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import {
  eventAreas,
  eventHistory,
  eventOrganisers,
  eventQuestions,
  eventSeries,
  eventSessions,
  events,
  organiserPermissions,
  sessionSpeakers,
  talkProposals,
} from "#db/schema/events.ts";
import type { Community, Member } from "./community.ts";
import type { SeedEvent } from "./content/event-types.ts";
import { events as contents, eventSeries as series } from "./content/events.ts";
import { seedAftermath } from "./event-aftermath.ts";
import { seedRegistrations } from "./event-registrations.ts";
import { continueKeys, insertRows, type Row } from "./insert-rows.ts";
import type { Body } from "./rendered-bodies.ts";
import { found } from "./thread-rows.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** Texts of the meetings that have to be rendered before they are seeded. */
export const eventTexts: string[] = contents.flatMap(({ body, sessions }) => [
  body,
  ...sessions.flatMap(({ notes }) => notes ?? []),
]);

/** A meeting of the content with its key, its times and whoever made it. */
export type PlannedEvent = {
  id: number;
  content: SeedEvent;
  startsAt: Date;
  endsAt: Date;
  createdAt: Date;
  /** Undefined for a draft. */
  publishedAt: Date | undefined;
  madeBy: Member;
  sessionIds: number[];
  questionIds: number[];
};

export type Given = { community: Community; bodies: ReadonlyMap<string, Body>; now: Date };

/**
 * Meetings of every kind, past and to come, with those who applied, came and answered. Runs after
 * credentials are there: some meetings are for supporters.
 */
export async function seedEvents(tx: DbOrTx, given: Given): Promise<void> {
  const planned = plan(given);
  await insertSeries(tx, given, planned);
  await insertEvents(tx, given, planned);
  await insertProgrammes(tx, given, planned);
  await seedRegistrations(tx, given, planned);
  await seedAftermath(tx, given, planned);
  for (const table of [events, eventSessions, eventQuestions]) await continueKeys(tx, table);
}

function plan({ community, now }: Given): PlannedEvent[] {
  let sessionId = 0;
  let questionId = 0;
  return contents.map((content, index) => {
    const startsAt = momentOfEvent(content, now);
    const publishedAt = new Date(
      Math.min(startsAt.getTime() - 40 * DAY, now.getTime() - (2 + (index % 5)) * DAY),
    );
    const [first = "onodera"] = content.organisers.filter(
      (key) => found(community.members, key).isStaff,
    );
    return {
      id: index + 1,
      content,
      startsAt,
      endsAt: new Date(startsAt.getTime() + content.minutes * 60_000),
      createdAt: new Date(publishedAt.getTime() - 6 * DAY),
      publishedAt: content.draft ? undefined : publishedAt,
      madeBy: found(community.members, first),
      sessionIds: content.sessions.map(() => ++sessionId),
      questionIds: (content.questions ?? []).map(() => ++questionId),
    };
  });
}

/** The time of day in the event's zone, on the first working day from then on. */
function momentOfEvent({ inDays, at, timeZone = "Asia/Tokyo" }: SeedEvent, now: Date): Date {
  let day = addDays(dayIn(timeZone, now), inDays);
  // Past ones move back, so that they stay past.
  const step = inDays < 0 ? -1 : 1;
  while ([0, 6].includes(weekdayOf(day)) || publicHolidayOn(day)) day = addDays(day, step);
  return momentOf(timeZone, day, minutesOf(at) ?? 0, "first");
}

async function insertSeries(tx: DbOrTx, { now }: Given, planned: PlannedEvent[]): Promise<void> {
  const [first] = planned;
  await insertRows(
    tx,
    eventSeries,
    series.map(({ name, description }, index) => ({
      id: index + 1,
      name,
      description,
      createdBy: first?.madeBy.id ?? 1,
      createdAt: first?.createdAt ?? now,
    })),
  );
  await continueKeys(tx, eventSeries);
}

async function insertEvents(
  tx: DbOrTx,
  { community, bodies, now }: Given,
  planned: PlannedEvent[],
): Promise<void> {
  const rows = planned.map((event) => rowOf(event, { bodies, now }));
  await insertRows(tx, events, rows);
  const areaRows = planned.flatMap(({ id, content }) =>
    content.areas.map((slug) => ({ eventId: id, productAreaId: found(community.areaIds, slug) })),
  );
  await insertRows(tx, eventAreas, areaRows);
  const running = planned.flatMap(({ id, content, createdAt, madeBy }) =>
    content.organisers.map((key) => ({
      eventId: id,
      personId: found(community.members, key).id,
      addedBy: madeBy.id,
      addedAt: createdAt,
    })),
  );
  await insertRows(tx, eventOrganisers, running);
  const staffIds = new Set(
    [...community.members.values()].filter(({ isStaff }) => isStaff).map(({ id }) => id),
  );
  const helpers = [...new Set(running.map(({ personId }) => personId))];
  await insertRows(
    tx,
    organiserPermissions,
    helpers
      .filter((personId) => !staffIds.has(personId))
      .map((personId) => ({
        personId,
        grantedBy: planned[0]?.madeBy.id ?? 1,
        grantedAt: new Date(now.getTime() - 200 * DAY),
      })),
  );
  await insertRows(tx, eventHistory, historyOf(planned, now));
}

function rowOf(
  { id, content, startsAt, endsAt, createdAt, publishedAt, madeBy }: PlannedEvent,
  { bodies, now }: Pick<Given, "bodies" | "now">,
): Row<typeof events> {
  const { key, venue, timeZone = "Asia/Tokyo", proposals, draft } = content;
  const digest = createHash("sha256").update(`event ${key}`).digest("hex");
  const body = found(bodies, content.body);
  const stoppedAt = new Date(now.getTime() - 3 * DAY);
  return {
    id,
    uid: `${digest.slice(0, 32)}@portal.example`,
    sequence: content.postponed || content.cancelled ? 1 : 0,
    kind: content.kind,
    place: content.place,
    scope: content.scope,
    invitedOnly: content.invitedOnly ?? false,
    title: content.title,
    summary: content.summary,
    ...body,
    seriesId: content.series ? series.findIndex((one) => one.key === content.series) + 1 : null,
    phases: content.phases ?? [],
    startsAt,
    endsAt,
    timeZone,
    region: content.region ?? "",
    venueName: venue?.name ?? "",
    venueAddress: venue?.address ?? "",
    mapUrl: venue?.mapUrl ?? "",
    venueNote: venue?.note ?? "",
    onlineUrl: content.onlineUrl ?? "",
    offerHours: content.offerHours ?? 24,
    proposalsCloseAt: proposals ? new Date(now.getTime() + proposals.closeInDays * DAY) : null,
    proposalsNote: proposals?.note ?? "",
    recordingUrl: content.recordingUrl ?? "",
    checkInCode: String(Number.parseInt(digest.slice(0, 8), 16) % 1_000_000).padStart(6, "0"),
    publishedAt: draft ? null : publishedAt,
    publishedBy: draft ? null : madeBy.id,
    postponedAt: content.postponed ? stoppedAt : null,
    postponedBy: content.postponed ? madeBy.id : null,
    cancelledAt: content.cancelled ? stoppedAt : null,
    cancelledBy: content.cancelled ? madeBy.id : null,
    message: content.postponed ?? content.cancelled ?? "",
    surveyOpenedAt: content.came === undefined ? null : endsAt,
    createdBy: madeBy.id,
    createdAt,
    updatedAt: publishedAt ?? createdAt,
    searchVector: searchVectorOf({
      title: content.title,
      text: `${content.summary} ${body.bodyText} ${venue?.name ?? ""}`,
    }) as unknown as string,
  };
}

function historyOf(
  planned: PlannedEvent[],
  now: Date,
): (Row<typeof eventHistory> & { at: Date })[] {
  const rows = planned.flatMap(({ id, content, createdAt, publishedAt, endsAt, madeBy }) => {
    const line = (kind: (typeof eventHistory.$inferInsert)["kind"], at: Date, by = madeBy.id) => ({
      eventId: id,
      kind,
      actorId: by,
      at,
    });
    const stoppedAt = new Date(now.getTime() - 3 * DAY);
    return [
      line("created", createdAt),
      ...(publishedAt ? [line("published", publishedAt)] : []),
      ...(content.postponed ? [line("postponed", stoppedAt)] : []),
      ...(content.cancelled ? [line("cancelled", stoppedAt)] : []),
      ...(content.came === undefined ? [] : [{ ...line("survey-opened", endsAt), actorId: null }]),
    ];
  });
  return rows.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

async function insertProgrammes(
  tx: DbOrTx,
  { community, bodies, now }: Given,
  planned: PlannedEvent[],
): Promise<void> {
  const sessions = planned.flatMap(({ content, id, sessionIds, createdAt }) =>
    content.sessions.map((session, index) => ({
      id: sessionIds[index],
      eventId: id,
      startsAfter: session.after,
      minutes: session.minutes,
      title: session.title,
      description: session.description ?? "",
      track: session.track ?? "",
      recordingUrl: session.recordingUrl ?? "",
      ...notesOf(session.notes, bodies),
      createdAt,
    })),
  );
  await insertRows(tx, eventSessions, sessions);
  const speakers = planned.flatMap(({ content, sessionIds, endsAt }) =>
    content.sessions.flatMap(({ speakers: named = [] }, index) =>
      named.map((speaker, position) => ({
        sessionId: sessionIds[index] ?? 0,
        position: position + 1,
        ...(typeof speaker === "string"
          ? { personId: found(community.members, speaker).id }
          : speaker),
        thankedAt:
          content.came !== undefined && endsAt.getTime() < now.getTime() - 20 * DAY
            ? new Date(endsAt.getTime() + DAY)
            : null,
      })),
    ),
  );
  await insertRows(
    tx,
    sessionSpeakers,
    speakers.map((row, index) => ({ ...row, id: index + 1 })),
  );
  await continueKeys(tx, sessionSpeakers);
  const questions = planned.flatMap(({ content, id, questionIds }) =>
    (content.questions ?? []).map(({ kind, label, choices = [], required = false }, index) => ({
      id: questionIds[index],
      eventId: id,
      position: index + 1,
      kind,
      label,
      choices,
      isRequired: required,
    })),
  );
  await insertRows(tx, eventQuestions, questions);
  const talks = planned.flatMap(({ content, id }) =>
    (content.proposals?.talks ?? []).map(({ by, title, abstract }, index) => ({
      eventId: id,
      personId: found(community.members, by).id,
      title,
      abstract,
      minutes: 10,
      proposedAt: new Date(now.getTime() - (index + 1) * DAY - 5 * HOUR),
    })),
  );
  await insertRows(
    tx,
    talkProposals,
    talks.map((row, index) => ({ ...row, id: index + 1 })),
  );
  await tx.execute(
    sql`select setval(pg_get_serial_sequence('talk_proposals', 'id'), ${Math.max(1, talks.length)})`,
  );
}

function notesOf(notes: string | undefined, bodies: ReadonlyMap<string, Body>) {
  if (notes === undefined) return {};
  const { bodySource, bodyHtml, rendererVersion } = found(bodies, notes);
  return { notesSource: bodySource, notesHtml: bodyHtml, notesRendererVersion: rendererVersion };
}
