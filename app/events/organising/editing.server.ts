import { and, eq, inArray, isNull, notInArray, or } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { type PostBody, prepareBody } from "#app/questions/post-body.server.ts";
import { searchVectorOf } from "#app/questions/search-terms.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { eventAreas, eventImages, eventSeries, events } from "#db/schema/events.ts";
import { files } from "#db/schema/files.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { type EventRow, nextSequence, noteEvent, type Refused } from "../event-desk.server.ts";
import { stateOf } from "../events.ts";
import { tellOfEvent } from "../telling/telling.server.ts";
import { searchTextOf } from "./copying.server.ts";
import { listSpans, listTicketFacts, nextVersion, withEvent } from "./desk.server.ts";
import type { EventContent } from "./event-form.ts";
import { canDo, lacks, type PublishingBar } from "./publishing.ts";
import { lastMinute, minutesOf } from "./timetable.ts";

export type EditRefusal =
  | { ok: false; reason: "body-too-long" | "body-too-complex" }
  | { ok: false; reason: "stale"; version: number }
  | { ok: false; reason: "not-editable" | "area-unknown" | "series-unknown" | "date-fixed" }
  | { ok: false; reason: "timetable-too-long" }
  /** An announced event would lack what its announcement promised. */
  | { ok: false; reason: "incomplete"; bars: PublishingBar[] };

/** What those who want to come are told when it changes after the announcement. */
const TOLD = [
  "place",
  "venueName",
  "venueAddress",
  "mapUrl",
  "venueNote",
  "onlineUrl",
  "onlineNote",
] as const;
export type ToldField = (typeof TOLD)[number];

/**
 * Saves an event if `version` is still the newest. Where it is held is told to everyone who wants to
 * come once it was announced; `sayWhat` puts what changed into words, in which no secret link stands.
 */
export async function editEvent(
  db: Db,
  {
    viewer,
    eventId,
    version,
    content,
    sayWhat,
    now,
  }: {
    viewer: Viewer;
    eventId: number;
    version: number;
    content: EventContent;
    sayWhat: (changed: ToldField[]) => string;
    now: Date;
  },
): Promise<{ ok: true } | EditRefusal | Refused> {
  const { body: source, areaIds, date, ...columns } = content;
  const prepared = await prepareEventBody(db, source);
  if (!prepared.ok) return prepared;
  const { body } = prepared;
  return withEvent(db, { viewer, eventId }, async (tx, event) => {
    const state = stateOf(event, now);
    if (!canDo("edit", state, { hasBegun: false })) return { ok: false, reason: "not-editable" };
    if (event.version !== version) return { ok: false, reason: "stale", version: event.version };
    if (date && state !== "draft") return { ok: false, reason: "date-fixed" };
    const unknown = await findUnknown(tx, { event, areaIds, seriesId: columns.seriesId });
    if (unknown) return { ok: false, reason: unknown };
    const next = { ...event, ...columns, ...body.columns, ...date };
    if (lastMinute(await listSpans(tx, { eventId })) > minutesOf(next)) {
      return { ok: false, reason: "timetable-too-long" };
    }
    if (event.publishedAt || event.publishAt) {
      const bars = lacks({ ...next, tickets: await listTicketFacts(tx, { eventId }) });
      if (bars.length > 0) return { ok: false, reason: "incomplete", bars };
    }
    const changed = TOLD.filter((field) => event[field] !== columns[field]);
    const isAnnounced = state === "published" || state === "postponed";
    const showsInCalendars = changed.length > 0 || event.title !== columns.title;
    const [saved] = await tx
      .update(events)
      .set({
        ...columns,
        ...body.columns,
        ...date,
        ...(isAnnounced && showsInCalendars ? { sequence: nextSequence } : {}),
        version: nextVersion,
        updatedAt: now,
        searchVector: searchVectorOf({ title: next.title, text: searchTextOf(next) }),
      })
      .where(eq(events.id, eventId))
      .returning();
    if (!saved) throw new Error("A locked event is gone");
    await setAreas(tx, { eventId, areaIds });
    await showImages(tx, { eventId, viewerId: viewer.id, fileIds: body.fileIds });
    const onceKey = await noteEvent(tx, {
      eventId,
      kind: "edited",
      actorId: viewer.id,
      detail: { version: saved.version },
      at: now,
    });
    if (state === "published" && changed.length > 0) {
      await tellOfEvent(tx, {
        kind: "event-changed",
        event: saved,
        message: sayWhat(changed),
        actorId: viewer.id,
        onceKey,
        now,
      });
    }
    return { ok: true };
  });
}

const NOTHING: PostBody = {
  columns: { bodySource: "", bodyHtml: "", bodyText: "", rendererVersion: 0 },
  mentionedIds: [],
  fileIds: [],
};

/** The text of an event, rendered; a draft may still have none. */
async function prepareEventBody(db: DbOrTx, source: string) {
  const prepared = await prepareBody(db, source);
  if (prepared.ok) return prepared;
  const { reason } = prepared;
  if (reason === "body-empty") return { ok: true as const, body: NOTHING };
  return { ok: false as const, reason };
}

async function findUnknown(
  tx: DbOrTx,
  { event, areaIds, seriesId }: { event: EventRow; areaIds: number[]; seriesId: number | null },
): Promise<"area-unknown" | "series-unknown" | undefined> {
  if (areaIds.length > 0) {
    const before = tx
      .select({ id: eventAreas.productAreaId })
      .from(eventAreas)
      .where(eq(eventAreas.eventId, event.id));
    const known = await tx
      .select({ id: productAreas.id })
      .from(productAreas)
      .where(
        and(
          inArray(productAreas.id, areaIds),
          or(isNull(productAreas.retiredAt), inArray(productAreas.id, before)),
        ),
      );
    if (known.length < areaIds.length) return "area-unknown";
  }
  if (seriesId !== null) {
    const [series] = await tx
      .select({ id: eventSeries.id })
      .from(eventSeries)
      .where(eq(eventSeries.id, seriesId));
    if (!series) return "series-unknown";
  }
  return undefined;
}

async function setAreas(
  tx: DbOrTx,
  { eventId, areaIds }: { eventId: number; areaIds: number[] },
): Promise<void> {
  await tx.delete(eventAreas).where(eq(eventAreas.eventId, eventId));
  if (areaIds.length === 0) return;
  await tx.insert(eventAreas).values(areaIds.map((productAreaId) => ({ eventId, productAreaId })));
}

/**
 * Lets everyone who sees the event see the images that its text shows: the viewer's own, and those
 * it showed before. Somebody else's image stays as private as it was.
 */
async function showImages(
  tx: DbOrTx,
  { eventId, viewerId, fileIds }: { eventId: number; viewerId: number; fileIds: string[] },
): Promise<void> {
  const gone = fileIds.length > 0 ? notInArray(eventImages.fileId, fileIds) : undefined;
  await tx.delete(eventImages).where(and(eq(eventImages.eventId, eventId), gone));
  if (fileIds.length === 0) return;
  const own = await tx
    .select({ fileId: files.id })
    .from(files)
    .where(and(inArray(files.id, fileIds), eq(files.ownerId, viewerId), eq(files.kind, "image")));
  if (own.length === 0) return;
  await tx
    .insert(eventImages)
    .values(own.map(({ fileId }) => ({ eventId, fileId })))
    .onConflictDoNothing();
}
