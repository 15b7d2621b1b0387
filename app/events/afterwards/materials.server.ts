import { and, asc, count, desc, eq, gte, isNull, lt, or, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { FileStore } from "#app/files/file-store.server.ts";
import type { ImageRefusal } from "#app/files/images.ts";
import { storeUpload } from "#app/files/store-upload.server.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { attendances, eventMaterials } from "#db/schema/attendances.ts";
import { eventSessions, sessionSpeakers } from "#db/schema/events.ts";
import { files } from "#db/schema/files.ts";
import { people } from "#db/schema/people.ts";
import { registrations } from "#db/schema/registrations.ts";
import type { MaterialAudience } from "#db/vocabulary.ts";
import { openEvent, type Refused } from "../event-desk.server.ts";
import { eventTopic } from "../event-topic.ts";
import { tellPeople } from "../telling/telling.server.ts";
import { MATERIALS_MAX, RESTORE_DAYS } from "./materials.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };
type What = { title: string; audience: MaterialAudience; sessionId: number | undefined };
type Full = { ok: false; reason: "too-many" | "session-unknown" };

/** Adds a link to an event's materials. */
export async function linkMaterial(
  db: Db,
  { url, ...act }: Act & What & { url: string },
): Promise<{ ok: true } | Refused | Full> {
  return addMaterial(db, { ...act, url });
}

/**
 * Adds a file: a picture, which is encoded afresh, or a PDF, which is kept as it is. Both are only
 * ever handed out as a download.
 */
export async function uploadMaterial(
  db: Db,
  { bytes, store, ...act }: Act & What & { bytes: Uint8Array; store: FileStore },
): Promise<{ ok: true } | Refused | Full | ImageRefusal> {
  const room = await db.transaction((tx) => findRoom(tx, act));
  if (!room.ok) return room;
  const { viewer, now } = act;
  const stored = await storeUpload(db, {
    store,
    ownerId: viewer.id,
    kind: "material",
    bytes,
    now,
  });
  if (!stored.ok) return stored;
  // A file that finds no place any more is removed with all that nothing refers to.
  return addMaterial(db, { ...act, url: "", fileId: stored.fileId });
}

async function addMaterial(
  db: Db,
  { url = "", fileId, ...act }: Act & What & { url?: string; fileId?: string },
): Promise<{ ok: true } | Refused | Full> {
  return db.transaction(async (tx) => {
    const room = await findRoom(tx, act);
    if (!room.ok) return room;
    const { viewer, eventId, sessionId, title, audience, now } = act;
    await tx.insert(eventMaterials).values({
      eventId,
      sessionId,
      title,
      audience,
      url,
      fileId,
      addedBy: viewer.id,
      addedAt: now,
    });
    return { ok: true };
  });
}

async function findRoom(
  tx: DbOrTx,
  { viewer, eventId, sessionId }: Act & What,
): Promise<{ ok: true } | Refused | Full> {
  const opened = await openEvent(tx, { viewer, eventId });
  if (!opened.ok) return opened;
  if (sessionId !== undefined && !(await isSessionOf(tx, { eventId, sessionId }))) {
    return { ok: false, reason: "session-unknown" };
  }
  const [rows] = await tx
    .select({ n: count() })
    .from(eventMaterials)
    .where(and(eq(eventMaterials.eventId, eventId), isNull(eventMaterials.removedAt)));
  return (rows?.n ?? 0) < MATERIALS_MAX ? { ok: true } : { ok: false, reason: "too-many" };
}

export async function isSessionOf(
  db: DbOrTx,
  { eventId, sessionId }: { eventId: number; sessionId: number },
): Promise<boolean> {
  const found = await db
    .select({ id: eventSessions.id })
    .from(eventSessions)
    .where(and(eq(eventSessions.id, sessionId), eq(eventSessions.eventId, eventId)));
  return found.length > 0;
}

/** Takes a material away; for 30 days it can be brought back. A second time changes nothing. */
export async function removeMaterial(
  db: Db,
  { viewer, eventId, materialId, now }: Act & { materialId: number },
): Promise<{ ok: true } | Refused> {
  return db.transaction(async (tx) => {
    const opened = await openEvent(tx, { viewer, eventId });
    if (!opened.ok) return opened;
    const found = await tx
      .update(eventMaterials)
      .set({
        removedAt: sql`coalesce(${eventMaterials.removedAt}, ${now.toISOString()}::timestamptz)`,
        removedBy: sql`coalesce(${eventMaterials.removedBy}, ${viewer.id})`,
      })
      .where(and(eq(eventMaterials.id, materialId), eq(eventMaterials.eventId, eventId)))
      .returning({ id: eventMaterials.id });
    return found.length > 0 ? { ok: true } : { ok: false, reason: "not-found" };
  });
}

/** Undo of `removeMaterial`. */
export async function restoreMaterial(
  db: Db,
  { viewer, eventId, materialId, now }: Act & { materialId: number },
): Promise<{ ok: true } | Refused> {
  return db.transaction(async (tx) => {
    const opened = await openEvent(tx, { viewer, eventId });
    if (!opened.ok) return opened;
    const found = await tx
      .update(eventMaterials)
      .set({ removedAt: null, removedBy: null })
      .where(
        and(
          eq(eventMaterials.id, materialId),
          eq(eventMaterials.eventId, eventId),
          or(
            isNull(eventMaterials.removedAt),
            gte(eventMaterials.removedAt, after(now, -RESTORE_DAYS * DAY)),
          ),
        ),
      )
      .returning({ id: eventMaterials.id });
    return found.length > 0 ? { ok: true } : { ok: false, reason: "not-found" };
  });
}

/**
 * Tells those who took part, have a place or speak that there are materials: once for what is there
 * now, however often it is pressed; newer materials can be told of again.
 *
 * @returns how many people were told, whoever pressed it left out
 */
export async function tellOfMaterials(
  db: Db,
  { viewer, eventId, now }: Act,
): Promise<{ ok: true; told: number } | Refused | { ok: false; reason: "nothing-to-tell" }> {
  return db.transaction(async (tx) => {
    const opened = await openEvent(tx, { viewer, eventId });
    if (!opened.ok) return opened;
    const { event } = opened;
    const [newest] = await tx
      .select({ id: eventMaterials.id })
      .from(eventMaterials)
      .where(and(eq(eventMaterials.eventId, eventId), isNull(eventMaterials.removedAt)))
      .orderBy(desc(eventMaterials.id))
      .limit(1);
    const isRecorded = event.recordingUrl !== "";
    if (!event.publishedAt || event.cancelledAt || (!newest && !isRecorded)) {
      return { ok: false, reason: "nothing-to-tell" };
    }
    const recipients = (await listParticipants(tx, { eventId })).filter((id) => id !== viewer.id);
    await tellPeople(tx, {
      kind: "event-materials",
      event,
      recipients,
      // The page of the same name is for those who run the event.
      about: { ...eventTopic(event), path: `/events/${eventId}#materials` },
      actorId: viewer.id,
      onceKey: `materials:${newest?.id ?? 0}:${isRecorded ? "recorded" : ""}`,
      now,
    });
    return { ok: true, told: recipients.length };
  });
}

/** Ids of those whose the materials are: they attended, hold a place, or speak. */
async function listParticipants(db: DbOrTx, { eventId }: { eventId: number }): Promise<number[]> {
  const attended = db
    .select({ one: sql`1` })
    .from(attendances)
    .where(
      and(
        eq(attendances.eventId, eventId),
        isNull(attendances.undoneAt),
        eq(attendances.personId, people.id),
      ),
    );
  const confirmed = db
    .select({ one: sql`1` })
    .from(registrations)
    .where(
      and(
        eq(registrations.eventId, eventId),
        eq(registrations.state, "confirmed"),
        eq(registrations.personId, people.id),
      ),
    );
  const speaks = db
    .select({ one: sql`1` })
    .from(sessionSpeakers)
    .innerJoin(eventSessions, eq(eventSessions.id, sessionSpeakers.sessionId))
    .where(and(eq(eventSessions.eventId, eventId), eq(sessionSpeakers.personId, people.id)));
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(or(sql`exists ${attended}`, sql`exists ${confirmed}`, sql`exists ${speaks}`))
    .orderBy(asc(people.id));
  return rows.map(({ id }) => id);
}

/** What the page of those who run an event shows: materials, the recording, sessions with notes. */
export async function findMaterialsDesk(db: DbOrTx, { viewer, eventId }: Omit<Act, "now">) {
  const opened = await openEvent(db, { viewer, eventId, lock: "read" });
  if (!opened.ok) return opened;
  const [materials, sessions] = await Promise.all([
    db
      .select({
        id: eventMaterials.id,
        title: eventMaterials.title,
        url: eventMaterials.url,
        fileId: eventMaterials.fileId,
        mediaType: files.mediaType,
        bytes: files.bytes,
        audience: eventMaterials.audience,
        sessionId: eventMaterials.sessionId,
        addedAt: eventMaterials.addedAt,
        addedBy: people.name,
      })
      .from(eventMaterials)
      .innerJoin(people, eq(people.id, eventMaterials.addedBy))
      .leftJoin(files, eq(files.id, eventMaterials.fileId))
      .where(and(eq(eventMaterials.eventId, eventId), isNull(eventMaterials.removedAt)))
      .orderBy(asc(eventMaterials.id)),
    db
      .select({
        id: eventSessions.id,
        title: eventSessions.title,
        recordingUrl: eventSessions.recordingUrl,
        hasNotes: sql<boolean>`${eventSessions.notesHtml} <> ''`,
      })
      .from(eventSessions)
      .where(eq(eventSessions.eventId, eventId))
      .orderBy(asc(eventSessions.startsAfter), asc(eventSessions.id)),
  ]);
  return { ok: true as const, event: opened.event, materials, sessions };
}

/** The name under which a material's file is saved; undefined when it is of no material any more. */
export async function findMaterialTitle(
  db: DbOrTx,
  { fileId }: { fileId: string },
): Promise<string | undefined> {
  const [row] = await db
    .select({ title: eventMaterials.title })
    .from(eventMaterials)
    .where(eq(eventMaterials.fileId, fileId))
    .orderBy(desc(eventMaterials.id))
    .limit(1);
  return row?.title;
}

/** Forgets materials that nobody brought back in time; their files go with all that is unattached. */
export async function purgeRemovedMaterials(db: DbOrTx, { now }: { now: Date }): Promise<void> {
  await db
    .delete(eventMaterials)
    .where(lt(eventMaterials.removedAt, after(now, -RESTORE_DAYS * DAY)));
}
