import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import { hashSecret, newSecret } from "#app/auth/secrets.server.ts";
import { after, DAY } from "#app/lib/time.ts";
import { listOwnAppointments } from "#app/pair-sessions/own-appointments.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import type { CalendarEntry } from "#db/schema/notifications.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { calendarFeeds } from "#db/schema/registrations.ts";
import type { Locale } from "#db/vocabulary.ts";
import { CANCELLED_KEPT, listOwnEntries } from "./event-entries.server.ts";

const YEAR = 365 * DAY;

/**
 * Makes the address of somebody's own calendar anew; a former one stops working. Only the hash of
 * the token is kept.
 *
 * @returns the token, 256 random bits, which cannot be had again
 */
export async function makeFeed(
  db: DbOrTx,
  { personId, now }: { personId: number; now: Date },
): Promise<string> {
  const token = newSecret();
  const set = { tokenHash: hashSecret(token), createdAt: now };
  await db
    .insert(calendarFeeds)
    .values({ personId, ...set })
    .onConflictDoUpdate({ target: calendarFeeds.personId, set });
  return token;
}

/** Ends the address of somebody's own calendar. Doing so twice is as good as once. */
export async function revokeFeed(db: DbOrTx, { personId }: { personId: number }): Promise<void> {
  await db.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId));
}

/** When the address in use was made; undefined without one. */
export async function findFeed(
  db: DbOrTx,
  { personId }: { personId: number },
): Promise<{ createdAt: Date } | undefined> {
  const [feed] = await db
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, personId));
  return feed;
}

/** Whose calendar a token opens; undefined for an unknown or ended one and for the suspended. */
export async function findFeedOwner(
  db: DbOrTx,
  { token }: { token: string },
): Promise<{ id: number; locale: Locale } | undefined> {
  const suspended = db
    .select({ one: sql`1` })
    .from(suspensions)
    .where(and(eq(suspensions.personId, people.id), isNull(suspensions.liftedAt)));
  const [owner] = await db
    .select({ id: people.id, locale: people.locale })
    .from(calendarFeeds)
    .innerJoin(people, eq(people.id, calendarFeeds.personId))
    .where(and(eq(calendarFeeds.tokenHash, hashSecret(token)), notExists(suspended)));
  return owner;
}

/** Everything that stands in somebody's own calendar: their events and pair sessions. */
export async function listOwnCalendar(
  db: DbOrTx,
  { owner, now }: { owner: { id: number; locale: Locale }; now: Date },
): Promise<CalendarEntry[]> {
  const own = { personId: owner.id, locale: owner.locale };
  const [events, sessions] = await Promise.all([
    listOwnEntries(db, { ...own, now }),
    listOwnAppointments(db, {
      ...own,
      since: after(now, -YEAR),
      cancelledSince: after(now, -CANCELLED_KEPT),
    }),
  ]);
  return [...events, ...sessions];
}
