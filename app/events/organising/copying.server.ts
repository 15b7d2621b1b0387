import { asc, eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { after } from "#app/lib/time.ts";
import { searchVectorOf } from "#app/questions/search-terms.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import {
  eventAreas,
  eventImages,
  eventQuestions,
  eventSessions,
  ticketTypes,
} from "#db/schema/events.ts";
import { type EventRow, noteEvent, openEvent, type Refused } from "../event-desk.server.ts";
import { COPIES_MAX } from "./copies-form.ts";
import { insertDraft } from "./creating.server.ts";
import { mayCreateEvents } from "./desk.server.ts";
import { type Rhythm, shifted, turnsLater } from "./local-time.ts";
import { newDraw } from "./lottery.server.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };

/**
 * Begins an event as a copy of another: everything but people, what became of it and what was said
 * afterwards. Deadlines and draws keep their distance to the beginning.
 */
export async function copyEvent(
  db: Db,
  { title, startsAt, ...act }: Act & { title: string; startsAt: Date },
): Promise<{ ok: true; eventId: number } | Refused> {
  return db.transaction(async (tx) => {
    const source = await openSource(tx, act);
    if (!source.ok) return source;
    return { ok: true, eventId: await copyTo(tx, source.event, { title, startsAt, ...act }) };
  });
}

/**
 * Makes the next copies of an event in a rhythm, counted from its own beginning; `{n}` in the title
 * becomes 1, 2, 3 …
 *
 * @param count 1 to `COPIES_MAX`
 */
export async function makeCopies(
  db: Db,
  { title, rhythm, count, ...act }: Act & { title: string; rhythm: Rhythm; count: number },
): Promise<{ ok: true; eventIds: number[] } | Refused> {
  return db.transaction(async (tx) => {
    const source = await openSource(tx, act);
    if (!source.ok) return source;
    const { startsAt, timeZone } = source.event;
    const eventIds: number[] = [];
    for (let turn = 1; turn <= Math.min(count, COPIES_MAX); turn += 1) {
      const at = turnsLater(timeZone, startsAt, rhythm, turn);
      const named = title.replaceAll("{n}", String(turn));
      eventIds.push(await copyTo(tx, source.event, { title: named, startsAt: at, ...act }));
    }
    return { ok: true, eventIds };
  });
}

async function openSource(tx: DbOrTx, { viewer, eventId }: Act) {
  const opened = await openEvent(tx, { viewer, eventId, lock: "read" });
  if (!opened.ok) return opened;
  const may = await mayCreateEvents(tx, viewer);
  return may ? opened : { ok: false as const, reason: "not-allowed" as const };
}

async function copyTo(
  tx: DbOrTx,
  source: EventRow,
  { viewer, title, startsAt, now }: Omit<Act, "eventId"> & { title: string; startsAt: Date },
): Promise<number> {
  const span = { from: source.startsAt, to: startsAt };
  const later = (moment: Date | null) => moment && shifted(source.timeZone, moment, span);
  const { kind, place, scope, invitedOnly, summary, phases, seriesId, timeZone } = source;
  const { bodySource, bodyHtml, bodyText, rendererVersion, coverFileId } = source;
  const { region, venueName, venueAddress, mapUrl, venueNote, onlineUrl, onlineNote } = source;
  const { offerHours, colleaguesMax, proposalsNote } = source;
  const body = { bodySource, bodyHtml, bodyText, rendererVersion };
  const where = { region, venueName, venueAddress, mapUrl, venueNote, onlineUrl, onlineNote };
  const eventId = await insertDraft(tx, {
    viewer,
    now,
    values: {
      ...{ kind, place, scope, invitedOnly, title, summary, phases, seriesId, timeZone },
      ...body,
      ...where,
      ...{ coverFileId, offerHours, colleaguesMax, proposalsNote },
      startsAt,
      endsAt: after(startsAt, source.endsAt.getTime() - source.startsAt.getTime()),
      registrationOpensAt: later(source.registrationOpensAt),
      registrationClosesAt: later(source.registrationClosesAt),
      proposalsCloseAt: later(source.proposalsCloseAt),
      searchVector: searchVectorOf({ title, text: searchTextOf(source) }),
    },
  });
  await copyParts(tx, { sourceId: source.id, eventId, later, now });
  await noteEvent(tx, {
    eventId,
    kind: "copied",
    actorId: viewer.id,
    detail: { from: source.id, title: source.title },
    at: now,
  });
  return eventId;
}

/** What is found of an event by search besides its title. Notes for the confirmed are not in it. */
export function searchTextOf(
  event: Pick<EventRow, "summary" | "bodyText" | "venueName" | "region">,
): string {
  return [event.summary, event.bodyText, event.venueName, event.region].join("\n");
}

async function copyParts(
  tx: DbOrTx,
  {
    sourceId,
    eventId,
    later,
    now,
  }: { sourceId: number; eventId: number; later: (moment: Date | null) => Date | null; now: Date },
): Promise<void> {
  const insert = async <Row>(rows: Row[], store: (rows: Row[]) => Promise<unknown>) => {
    if (rows.length > 0) await store(rows);
  };
  const areas = await tx.select().from(eventAreas).where(eq(eventAreas.eventId, sourceId));
  await insert(areas, (rows) =>
    tx.insert(eventAreas).values(rows.map((row) => ({ ...row, eventId }))),
  );
  const images = await tx.select().from(eventImages).where(eq(eventImages.eventId, sourceId));
  await insert(images, (rows) =>
    tx.insert(eventImages).values(rows.map((row) => ({ ...row, eventId }))),
  );
  const { startsAfter, minutes, title, description, track } = eventSessions;
  const sessions = await tx
    .select({ startsAfter, minutes, title, description, track })
    .from(eventSessions)
    .where(eq(eventSessions.eventId, sourceId))
    .orderBy(asc(eventSessions.id));
  await insert(sessions, (rows) =>
    tx.insert(eventSessions).values(rows.map((row) => ({ ...row, eventId, createdAt: now }))),
  );
  const tickets = await tx
    .select({
      position: ticketTypes.position,
      name: ticketTypes.name,
      description: ticketTypes.description,
      place: ticketTypes.place,
      capacity: ticketTypes.capacity,
      admission: ticketTypes.admission,
      organisationCap: ticketTypes.organisationCap,
      phases: ticketTypes.phases,
      tiers: ticketTypes.tiers,
      supportersOnly: ticketTypes.supportersOnly,
      drawAt: ticketTypes.drawAt,
    })
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, sourceId))
    .orderBy(asc(ticketTypes.id));
  await insert(tickets, (rows) =>
    tx
      .insert(ticketTypes)
      .values(
        rows.map((row) => ({ ...row, ...newDraw(row.admission, later(row.drawAt)), eventId })),
      ),
  );
  const { position, kind, label, choices, isRequired } = eventQuestions;
  const questions = await tx
    .select({ position, kind, label, choices, isRequired })
    .from(eventQuestions)
    .where(eq(eventQuestions.eventId, sourceId))
    .orderBy(asc(eventQuestions.id));
  await insert(questions, (rows) =>
    tx.insert(eventQuestions).values(rows.map((row) => ({ ...row, eventId }))),
  );
}
