import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { events, ticketTypes } from "#db/schema/events.ts";
import { registrations } from "#db/schema/registrations.ts";
import type { EventState } from "#db/vocabulary.ts";
import { endRegistrations } from "../admission/ending.server.ts";
import { fillEvent } from "../admission/offers.server.ts";
import { type EventRow, nextSequence, noteEvent, type Refused } from "../event-desk.server.ts";
import { stateOf } from "../events.ts";
import { tellOfEvent } from "../telling/telling.server.ts";
import { listSpans, listTicketFacts, nextVersion, withEvent } from "./desk.server.ts";
import { shifted } from "./local-time.ts";
import { canDo, type EventAct, lacks, type PublishingBar } from "./publishing.ts";
import { lastMinute, minutesOf } from "./timetable.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };
/** The state it is in instead, or that it has begun. */
type Unfit = { ok: false; reason: "unfit"; state: EventState | "begun" };
type Span = { startsAt: Date; endsAt: Date; timeZone: string };

/**
 * Moves an announced event to another date, a postponed one to its new one. Deadlines and draws that
 * are still to come move with it, so that they keep their distance; offers end with its beginning.
 *
 * @param version of the event that was looked at
 */
export async function moveEvent(
  db: Db,
  { date, version, message, now, ...act }: Act & { date: Span; version: number; message: string },
): Promise<
  | { ok: true }
  | Unfit
  | { ok: false; reason: "stale" | "in-the-past" | "timetable-too-long" }
  | { ok: false; reason: "bars"; bars: PublishingBar[] }
  | Refused
> {
  return withEvent(db, act, async (tx, event) => {
    const unfit = unfitFor("move", event, now);
    if (unfit) return unfit;
    if (event.version !== version) return { ok: false, reason: "stale" };
    if (date.startsAt <= now) return { ok: false, reason: "in-the-past" };
    if (lastMinute(await listSpans(tx, { eventId: event.id })) > minutesOf(date)) {
      return { ok: false, reason: "timetable-too-long" };
    }
    const span = { from: event.startsAt, to: date.startsAt };
    const later = (moment: Date | null) => {
      if (!moment || moment <= now) return moment;
      const moved = shifted(event.timeZone, moment, span);
      return moved > now ? moved : moment;
    };
    const draws = await listDraws(tx, event.id);
    const moved = draws.map(({ id, drawAt }) => ({ id, drawAt: later(drawAt) }));
    const closes = later(event.registrationClosesAt);
    const next = {
      ...event,
      ...date,
      registrationOpensAt: later(event.registrationOpensAt),
      // A deadline that passed before a postponement is over: one may apply until it begins again.
      registrationClosesAt: event.postponedAt && closes && closes <= now ? null : closes,
      proposalsCloseAt: later(event.proposalsCloseAt),
    };
    const tickets = (await listTicketFacts(tx, { eventId: event.id })).map((ticket) => ({
      ...ticket,
      drawAt: ticket.drawnAt ? null : later(ticket.drawAt),
    }));
    const bars = lacks({ ...next, tickets });
    if (bars.length > 0) return { ok: false, reason: "bars", bars };
    const { registrationOpensAt, registrationClosesAt, proposalsCloseAt } = next;
    const saved = await change(tx, event, now, {
      ...date,
      ...{ registrationOpensAt, registrationClosesAt, proposalsCloseAt },
      postponedAt: null,
      postponedBy: null,
      message: "",
    });
    for (const { id, drawAt } of moved) {
      await tx.update(ticketTypes).set({ drawAt }).where(eq(ticketTypes.id, id));
    }
    await endOffersBy(tx, { eventId: event.id, startsAt: date.startsAt });
    const onceKey = await noteEvent(tx, {
      eventId: event.id,
      kind: "moved",
      actorId: act.viewer.id,
      detail: { from: event.startsAt.toISOString(), to: date.startsAt.toISOString() },
      at: now,
    });
    await tellOfEvent(tx, {
      kind: "event-changed",
      event: saved,
      message: message || undefined,
      actorId: act.viewer.id,
      onceKey,
      now,
    });
    await fillEvent(tx, { eventId: event.id, now });
    return { ok: true };
  });
}

/** Takes the date off an event that has not begun; registrations stay until there is another. */
export async function postponeEvent(
  db: Db,
  { message, now, ...act }: Act & { message: string },
): Promise<{ ok: true } | Unfit | Refused> {
  return withEvent(db, act, async (tx, event) => {
    const unfit = unfitFor("postpone", event, now);
    if (unfit) return unfit;
    const saved = await change(tx, event, now, {
      postponedAt: now,
      postponedBy: act.viewer.id,
      message,
    });
    await tellAll(tx, { kind: "event-postponed", event: saved, message, act, now });
    return { ok: true };
  });
}

/** Calls an announced event off for good; everyone hears of it, and every registration ends. */
export async function cancelEvent(
  db: Db,
  { message, now, ...act }: Act & { message: string },
): Promise<{ ok: true } | Unfit | Refused> {
  return withEvent(db, act, async (tx, event) => {
    const unfit = unfitFor("cancel", event, now);
    if (unfit) return unfit;
    const actorId = act.viewer.id;
    const saved = await change(tx, event, now, {
      cancelledAt: now,
      cancelledBy: actorId,
      message,
    });
    await tellAll(tx, { kind: "event-cancelled", event: saved, message, act, now });
    await endRegistrations(tx, { event: saved, actorId, now });
    return { ok: true };
  });
}

function unfitFor(doing: EventAct, event: EventRow, now: Date): Unfit | undefined {
  const state = stateOf(event, now);
  const hasBegun = event.startsAt <= now;
  if (canDo(doing, state, { hasBegun })) return undefined;
  const isRunning = hasBegun && canDo(doing, state, { hasBegun: false });
  return { ok: false, reason: "unfit", state: isRunning ? "begun" : state };
}

async function change(
  tx: DbOrTx,
  event: EventRow,
  now: Date,
  values: Partial<EventRow>,
): Promise<EventRow> {
  const [saved] = await tx
    .update(events)
    .set({ ...values, sequence: nextSequence, version: nextVersion, updatedAt: now })
    .where(eq(events.id, event.id))
    .returning();
  if (!saved) throw new Error("A locked event is gone");
  return saved;
}

async function tellAll(
  tx: DbOrTx,
  {
    kind,
    event,
    message,
    act,
    now,
  }: {
    kind: "event-postponed" | "event-cancelled";
    event: EventRow;
    message: string;
    act: { viewer: Viewer };
    now: Date;
  },
): Promise<void> {
  const actorId = act.viewer.id;
  const onceKey = await noteEvent(tx, {
    eventId: event.id,
    kind: kind === "event-postponed" ? "postponed" : "cancelled",
    actorId,
    detail: { message },
    at: now,
  });
  await tellOfEvent(tx, { kind, event, message, actorId, onceKey, now });
}

function listDraws(tx: DbOrTx, eventId: number) {
  return tx
    .select({ id: ticketTypes.id, drawAt: ticketTypes.drawAt })
    .from(ticketTypes)
    .where(
      and(
        eq(ticketTypes.eventId, eventId),
        isNotNull(ticketTypes.drawAt),
        isNull(ticketTypes.drawnAt),
      ),
    );
}

/** An offered place is kept until the event begins at the longest, also when that is earlier now. */
async function endOffersBy(
  tx: DbOrTx,
  { eventId, startsAt }: { eventId: number; startsAt: Date },
): Promise<void> {
  await tx
    .update(registrations)
    .set({ offerEndsAt: startsAt })
    .where(
      and(
        eq(registrations.eventId, eventId),
        eq(registrations.state, "offered"),
        gt(registrations.offerEndsAt, startsAt),
      ),
    );
}
