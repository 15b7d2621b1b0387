import { and, eq, inArray, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { renderMarkdown } from "#app/lib/markdown/render.ts";
import { referencedFileIds } from "#app/lib/markdown/scan.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { eventImages, eventSessions, events } from "#db/schema/events.ts";
import { files } from "#db/schema/files.ts";
import { openEvent, type Refused } from "../event-desk.server.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };

/** Says where the recording of the whole event is; empty takes it away. */
export async function saveRecording(
  db: Db,
  { viewer, eventId, recordingUrl, now }: Act & { recordingUrl: string },
): Promise<{ ok: true } | Refused> {
  return db.transaction(async (tx) => {
    const opened = await openEvent(tx, { viewer, eventId });
    if (!opened.ok) return opened;
    await tx
      .update(events)
      .set({ recordingUrl, updatedAt: now, version: sql`${events.version} + 1` })
      .where(eq(events.id, eventId));
    return { ok: true };
  });
}

/** A session with what was written down about it, for those who run its event. */
export async function findSessionNotes(
  db: DbOrTx,
  { viewer, eventId, sessionId }: Omit<Act, "now"> & { sessionId: number },
) {
  const opened = await openEvent(db, { viewer, eventId, lock: "read" });
  if (!opened.ok) return opened;
  const [session] = await db
    .select({
      id: eventSessions.id,
      title: eventSessions.title,
      recordingUrl: eventSessions.recordingUrl,
      notes: eventSessions.notesSource,
      version: eventSessions.version,
    })
    .from(eventSessions)
    .where(and(eq(eventSessions.id, sessionId), eq(eventSessions.eventId, eventId)));
  if (!session) return { ok: false, reason: "not-found" } as const;
  return { ok: true as const, event: opened.event, session };
}

export type StaleNotes = {
  ok: false;
  reason: "changed-meanwhile";
  current: { version: number; notes: string };
};

/**
 * Writes down what was said in a session (Markdown) and where its recording is. When the session
 * was changed since `version`, nothing is saved and what stands there now is returned.
 */
export async function saveSessionNotes(
  db: Db,
  {
    viewer,
    eventId,
    sessionId,
    version,
    notes,
    recordingUrl,
  }: Act & { sessionId: number; version: number; notes: string; recordingUrl: string },
): Promise<
  { ok: true } | Refused | StaleNotes | { ok: false; reason: "too-long" | "too-complex" }
> {
  const source = notes.replace(/\r\n?/g, "\n").trim();
  // Rendered before the event is locked: it may take a moment.
  const rendered = source === "" ? undefined : await renderMarkdown(source);
  if (rendered && !rendered.ok) return rendered;
  return db.transaction(async (tx) => {
    const found = await findSessionNotes(tx, { viewer, eventId, sessionId });
    if (!found.ok) return found;
    const saved = await tx
      .update(eventSessions)
      .set({
        recordingUrl,
        notesSource: source,
        notesHtml: rendered?.html ?? "",
        notesRendererVersion: rendered?.version ?? 0,
        version: sql`${eventSessions.version} + 1`,
      })
      .where(and(eq(eventSessions.id, sessionId), eq(eventSessions.version, version)))
      .returning({ id: eventSessions.id });
    if (saved.length > 0) {
      await attachImages(tx, { eventId, ownerId: viewer.id, source });
      return { ok: true };
    }
    const { version: newest, notes: written } = found.session;
    return {
      ok: false,
      reason: "changed-meanwhile",
      current: { version: newest, notes: written },
    };
  });
}

/** Lets whoever sees the event see the images that its notes show; somebody else's stay private. */
async function attachImages(
  tx: DbOrTx,
  { eventId, ownerId, source }: { eventId: number; ownerId: number; source: string },
): Promise<void> {
  const ids = referencedFileIds(source);
  if (ids.length === 0) return;
  const own = await tx
    .select({ fileId: files.id })
    .from(files)
    .where(and(inArray(files.id, ids), eq(files.ownerId, ownerId), eq(files.kind, "image")));
  if (own.length === 0) return;
  await tx
    .insert(eventImages)
    .values(own.map(({ fileId }) => ({ eventId, fileId })))
    .onConflictDoNothing();
}
