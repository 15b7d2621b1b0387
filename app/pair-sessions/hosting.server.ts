import { and, eq, inArray } from "drizzle-orm";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { pairAvailabilities, pairHosts } from "#db/schema/pair-sessions.ts";
import { people } from "#db/schema/people.ts";
import { listSpans } from "./offers.server.ts";
import { mergeSpans, type WeeklySpan } from "./weekly-hours.ts";

export const DEFAULT_NOTICE_HOURS = 24;

/** How somebody offers sessions, for themselves to look at and change. */
export type Hosting = {
  /** Whether anything was ever saved; hours come after that. */
  isSetUp: boolean;
  offer: string;
  meetingUrl: string;
  noticeHours: number;
  pausedAt: Date | null;
  spans: (WeeklySpan & { id: number })[];
  /** The zone in which the hours are meant, and the host's own by now. */
  timeZone: string;
  ownTimeZone: string;
};

export async function findHosting(
  db: DbOrTx,
  { personId }: { personId: number },
): Promise<Hosting> {
  const [row] = await db
    .select({ ownTimeZone: people.timeZone, host: pairHosts })
    .from(people)
    .leftJoin(pairHosts, eq(pairHosts.personId, people.id))
    .where(eq(people.id, personId));
  if (!row) throw new Error("The viewer is nobody");
  const { ownTimeZone, host } = row;
  const spans = host ? await listSpans(db, { hostId: personId }) : [];
  return {
    isSetUp: host !== null,
    offer: host?.offer ?? "",
    meetingUrl: host?.meetingUrl ?? "",
    noticeHours: host?.noticeHours ?? DEFAULT_NOTICE_HOURS,
    pausedAt: host?.pausedAt ?? null,
    spans,
    timeZone: spans[0]?.timeZone ?? ownTimeZone,
    ownTimeZone,
  };
}

/** Saves what is offered and where one meets. Sessions that are booked keep their link. */
export async function saveHosting(
  db: DbOrTx,
  {
    personId,
    now,
    ...values
  }: Pick<Hosting, "offer" | "meetingUrl" | "noticeHours"> & { personId: number; now: Date },
): Promise<void> {
  const set = { ...values, updatedAt: now };
  await db
    .insert(pairHosts)
    .values({ personId, ...set })
    .onConflictDoUpdate({ target: pairHosts.personId, set });
}

/** Ends new bookings until the host resumes; what is booked stays. */
export async function pauseHosting(
  db: DbOrTx,
  { personId, now }: { personId: number; now: Date },
): Promise<void> {
  await db.update(pairHosts).set({ pausedAt: now }).where(eq(pairHosts.personId, personId));
}

export async function resumeHosting(db: DbOrTx, { personId }: { personId: number }): Promise<void> {
  await db.update(pairHosts).set({ pausedAt: null }).where(eq(pairHosts.personId, personId));
}

/**
 * Adds the same hours on some weekdays. Hours that touch or overlap become one span. They are meant
 * in the zone of those that are there; the first ones in the host's own.
 */
export async function addHours(
  db: Db,
  {
    personId,
    weekdays,
    fromMinute,
    toMinute,
  }: { personId: number; weekdays: number[] } & Omit<WeeklySpan, "weekday">,
): Promise<{ ok: true } | { ok: false; reason: "not-set-up" }> {
  return db.transaction(async (tx) => {
    const timeZone = await lockHost(tx, personId);
    if (timeZone === undefined) return { ok: false, reason: "not-set-up" };
    const known = await listSpans(tx, { hostId: personId });
    const added = weekdays.map((weekday) => ({ weekday, fromMinute, toMinute }));
    const merged = mergeSpans([...known, ...added]);
    const isSame = (a: WeeklySpan) => (b: WeeklySpan) =>
      a.weekday === b.weekday && a.fromMinute === b.fromMinute && a.toMinute === b.toMinute;
    const gone = known.filter((span) => !merged.some(isSame(span))).map(({ id }) => id);
    const fresh = merged.filter((span) => !known.some(isSame(span)));
    if (gone.length > 0) {
      await tx.delete(pairAvailabilities).where(inArray(pairAvailabilities.id, gone));
    }
    if (fresh.length > 0) {
      const zone = known[0]?.timeZone ?? timeZone;
      const rows = fresh.map((span) => ({ ...span, hostId: personId, timeZone: zone }));
      await tx.insert(pairAvailabilities).values(rows);
    }
    return { ok: true };
  });
}

/** Takes hours of the person away; says whether they were there. */
export async function removeHours(
  db: DbOrTx,
  { personId, spanId }: { personId: number; spanId: number },
): Promise<boolean> {
  const removed = await db
    .delete(pairAvailabilities)
    .where(and(eq(pairAvailabilities.id, spanId), eq(pairAvailabilities.hostId, personId)))
    .returning({ id: pairAvailabilities.id });
  return removed.length > 0;
}

/** Lets the same hours of the clock hold in the zone that the host lives in by now. */
export async function adoptOwnZone(db: Db, { personId }: { personId: number }): Promise<void> {
  await db.transaction(async (tx) => {
    const timeZone = await lockHost(tx, personId);
    if (timeZone === undefined) return;
    await tx
      .update(pairAvailabilities)
      .set({ timeZone })
      .where(eq(pairAvailabilities.hostId, personId));
  });
}

/** Holds a host as bookings do; gives their zone, undefined for somebody who offers nothing. */
async function lockHost(tx: DbOrTx, personId: number): Promise<string | undefined> {
  const [person] = await tx
    .select({ timeZone: people.timeZone })
    .from(people)
    .innerJoin(pairHosts, eq(pairHosts.personId, people.id))
    .where(eq(people.id, personId))
    .for("no key update", { of: people });
  return person?.timeZone;
}
