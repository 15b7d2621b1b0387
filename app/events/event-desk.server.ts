import { eq, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { eventHistory, events } from "#db/schema/events.ts";
import type { EventHistoryKind } from "#db/vocabulary.ts";
import { runsEvent, visibleEvents } from "./visibility.server.ts";

export type EventRow = typeof events.$inferSelect;

export type Refused = { ok: false; reason: "not-found" | "not-allowed" };

/**
 * Takes an event in hand for somebody who runs it, locked until the transaction ends: commands that
 * change it begin here. What the viewer may not see is not found, what they see but do not run is
 * not allowed.
 *
 * @param lock `"read"` for pages, outside of a transaction
 */
export async function openEvent(
  tx: DbOrTx,
  { viewer, eventId, lock = "write" }: { viewer: Viewer; eventId: number; lock?: "read" | "write" },
): Promise<{ ok: true; event: EventRow } | Refused> {
  const query = tx
    .select({ event: events, visible: visibleEvents(viewer), runs: runsEvent(viewer) })
    .from(events)
    .where(eq(events.id, eventId));
  const [row] = await (lock === "write" ? query.for("no key update") : query);
  if (!row?.visible) return { ok: false, reason: "not-found" };
  if (!row.runs) return { ok: false, reason: "not-allowed" };
  return { ok: true, event: row.event };
}

/** Appends to an event's history; gives the key under which people are told of it once. */
export async function noteEvent(
  tx: DbOrTx,
  entry: {
    eventId: number;
    kind: EventHistoryKind;
    actorId: number | null;
    detail?: Record<string, string | number>;
    at: Date;
  },
): Promise<string> {
  const [row] = await tx.insert(eventHistory).values(entry).returning({ id: eventHistory.id });
  return String(row?.id);
}

/** `sequence + 1`: calendars take a change only under a higher number. */
export const nextSequence = sql`sequence + 1`;
