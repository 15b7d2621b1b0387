import { and, asc, desc, eq, isNull, lte } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { eventHistory, events } from "#db/schema/events.ts";
import { registrations } from "#db/schema/registrations.ts";
import { type EventRow, noteEvent, type Refused } from "../event-desk.server.ts";
import { stateOf } from "../events.ts";
import { tellOfPublication } from "../telling/telling.server.ts";
import { listTicketFacts, nextVersion, withEvent } from "./desk.server.ts";
import { barsToPublishing, type PublishingBar } from "./publishing.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };
type Bars = { ok: false; reason: "bars"; bars: PublishingBar[] };
type NotDraft = { ok: false; reason: "not-draft" };

/** Announces a draft now: it exists for everyone it is meant for, and its areas' followers hear of it. */
export async function publishEvent(
  db: Db,
  { now, ...act }: Act,
): Promise<{ ok: true } | Bars | NotDraft | Refused> {
  return withEvent(db, act, async (tx, event) => {
    if (stateOf(event, now) !== "draft") return { ok: false, reason: "not-draft" };
    const bars = await barsOf(tx, event, now);
    if (bars.length > 0) return { ok: false, reason: "bars", bars };
    await announce(tx, { event, actorId: act.viewer.id, publishedBy: act.viewer.id, now });
    return { ok: true };
  });
}

/**
 * Lets time announce a draft; an earlier time is replaced. What it lacks must be there now, and hold
 * at that time.
 */
export async function schedulePublication(
  db: Db,
  { at, now, ...act }: Act & { at: Date },
): Promise<{ ok: true } | Bars | NotDraft | { ok: false; reason: "past" } | Refused> {
  return withEvent(db, act, async (tx, event) => {
    if (stateOf(event, now) !== "draft") return { ok: false, reason: "not-draft" };
    if (at <= now) return { ok: false, reason: "past" };
    const bars = await barsOf(tx, event, at);
    if (bars.length > 0) return { ok: false, reason: "bars", bars };
    await tx.update(events).set({ publishAt: at, updatedAt: now }).where(eq(events.id, event.id));
    await noteEvent(tx, {
      eventId: event.id,
      kind: "scheduled",
      actorId: act.viewer.id,
      detail: { at: at.toISOString() },
      at: now,
    });
    return { ok: true };
  });
}

/** Leaves a draft a draft again. Nothing happens when it was not to be announced. */
export async function unschedulePublication(
  db: Db,
  { now, ...act }: Act,
): Promise<{ ok: true } | NotDraft | Refused> {
  return withEvent(db, act, async (tx, event) => {
    if (stateOf(event, now) !== "draft") return { ok: false, reason: "not-draft" };
    if (event.publishAt) await unschedule(tx, { event, actorId: act.viewer.id, now });
    return { ok: true };
  });
}

/**
 * Announces drafts whose time has come, however many workers do so at once. One that cannot be
 * announced any more – a draw whose time passed – becomes an ordinary draft again.
 *
 * @returns how many were announced
 */
export async function publishDueEvents(db: Db, { now }: { now: Date }): Promise<number> {
  const due = await db
    .select({ id: events.id })
    .from(events)
    .where(and(lte(events.publishAt, now), isNull(events.cancelledAt)))
    .orderBy(asc(events.publishAt))
    .limit(100);
  let published = 0;
  for (const { id } of due) {
    const isOut = await db.transaction(async (tx) => {
      const [event] = await tx
        .select()
        .from(events)
        .where(and(eq(events.id, id), lte(events.publishAt, now)))
        .for("no key update", { skipLocked: true });
      if (!event || stateOf(event, now) !== "draft") return false;
      if ((await barsOf(tx, event, now)).length > 0) {
        await unschedule(tx, { event, actorId: null, now });
        return false;
      }
      const publishedBy = (await findScheduler(tx, id)) ?? event.createdBy;
      await announce(tx, { event, actorId: null, publishedBy, now });
      return true;
    });
    if (isOut) published += 1;
  }
  return published;
}

async function findScheduler(tx: DbOrTx, eventId: number): Promise<number | null | undefined> {
  const [scheduled] = await tx
    .select({ actorId: eventHistory.actorId })
    .from(eventHistory)
    .where(and(eq(eventHistory.eventId, eventId), eq(eventHistory.kind, "scheduled")))
    .orderBy(desc(eventHistory.id))
    .limit(1);
  return scheduled?.actorId;
}

/** Throws a draft away that nobody was ever registered for. */
export async function discardEvent(
  db: Db,
  { address, now, ...act }: Act & { address?: string },
): Promise<{ ok: true } | NotDraft | { ok: false; reason: "has-registrations" } | Refused> {
  return withEvent(db, act, async (tx, event) => {
    if (stateOf(event, now) !== "draft") return { ok: false, reason: "not-draft" };
    const [taken] = await tx
      .select({ id: registrations.id })
      .from(registrations)
      .where(eq(registrations.eventId, event.id))
      .limit(1);
    if (taken) return { ok: false, reason: "has-registrations" };
    await tx.delete(events).where(eq(events.id, event.id));
    await recordAudit(tx, {
      actorId: act.viewer.id,
      action: "event.discarded",
      targetKind: "event",
      targetId: event.id,
      detail: { title: event.title },
      address,
      at: now,
    });
    return { ok: true };
  });
}

async function barsOf(tx: DbOrTx, event: EventRow, at: Date): Promise<PublishingBar[]> {
  const tickets = await listTicketFacts(tx, { eventId: event.id });
  return barsToPublishing({ ...event, tickets }, at);
}

async function announce(
  tx: DbOrTx,
  {
    event,
    actorId,
    publishedBy,
    now,
  }: { event: EventRow; actorId: number | null; publishedBy: number; now: Date },
): Promise<void> {
  const [published] = await tx
    .update(events)
    .set({
      publishedAt: now,
      publishedBy,
      publishAt: null,
      updatedAt: now,
      version: nextVersion,
    })
    .where(eq(events.id, event.id))
    .returning();
  if (!published) throw new Error("A locked event is gone");
  await noteEvent(tx, { eventId: event.id, kind: "published", actorId, at: now });
  await tellOfPublication(tx, { event: published, actorId, now });
}

async function unschedule(
  tx: DbOrTx,
  { event, actorId, now }: { event: EventRow; actorId: number | null; now: Date },
): Promise<void> {
  await tx.update(events).set({ publishAt: null, updatedAt: now }).where(eq(events.id, event.id));
  await noteEvent(tx, { eventId: event.id, kind: "unscheduled", actorId, at: now });
}
