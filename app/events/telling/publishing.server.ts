import { and, asc, desc, eq, isNull, lte } from "drizzle-orm";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { eventHistory, events } from "#db/schema/events.ts";
import { noteEvent } from "../event-desk.server.ts";
import { tellOfPublication } from "./telling.server.ts";

const BATCH = 100;

/**
 * Publishes the events whose time for it has come, in the name of whoever set that time. Each is
 * published once, however often and by how many workers this runs.
 *
 * @returns how many events became public
 */
export async function publishDueEvents(db: Db, { now }: { now: Date }): Promise<number> {
  const due = await db
    .select({ id: events.id })
    .from(events)
    .where(isDue(now))
    .orderBy(asc(events.publishAt), asc(events.id))
    .limit(BATCH);
  let published = 0;
  for (const { id } of due) {
    if (await db.transaction((tx) => publish(tx, { eventId: id, now }))) published += 1;
  }
  return published;
}

function isDue(now: Date) {
  return and(isNull(events.publishedAt), isNull(events.cancelledAt), lte(events.publishAt, now));
}

async function publish(
  tx: DbOrTx,
  { eventId, now }: { eventId: number; now: Date },
): Promise<boolean> {
  const [draft] = await tx
    .select({ createdBy: events.createdBy, version: events.version })
    .from(events)
    .where(and(eq(events.id, eventId), isDue(now)))
    .for("no key update", { skipLocked: true });
  if (!draft) return false;
  const publishedBy = (await findScheduler(tx, eventId)) ?? draft.createdBy;
  const [event] = await tx
    .update(events)
    .set({
      publishAt: null,
      publishedAt: now,
      publishedBy,
      updatedAt: now,
      version: draft.version + 1,
    })
    .where(eq(events.id, eventId))
    .returning();
  if (!event) return false;
  await noteEvent(tx, { eventId, kind: "published", actorId: null, at: now });
  await tellOfPublication(tx, { event, actorId: publishedBy, now });
  return true;
}

async function findScheduler(tx: DbOrTx, eventId: number): Promise<number | undefined> {
  const [scheduled] = await tx
    .select({ actorId: eventHistory.actorId })
    .from(eventHistory)
    .where(and(eq(eventHistory.eventId, eventId), eq(eventHistory.kind, "scheduled")))
    .orderBy(desc(eventHistory.id))
    .limit(1);
  return scheduled?.actorId ?? undefined;
}
