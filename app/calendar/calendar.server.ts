import { asc, eq, gte, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { businessHours, companyClosures } from "#db/schema/calendar.ts";
import { portalSettings } from "#db/schema/portal.ts";
import { type BusinessCalendar, DEFAULT_CALENDAR, type OpenHours } from "./business-calendar.ts";

const CALENDAR_LOCK = 4_021_508;
const SETTING = "businessCalendar";

type Settings = Pick<BusinessCalendar, "timeZone" | "publicHolidays">;

/** The calendar as it is now; defaults where nothing was ever set. */
export async function findBusinessCalendar(db: DbOrTx): Promise<BusinessCalendar> {
  const [row] = await db.execute<{
    hours: ({ weekday: number } & OpenHours)[] | null;
    closures: string[];
    settings: Partial<Settings> | null;
  }>(sql`
    select
      (select json_agg(h) from ${businessHours} h) as hours,
      array(select c.day::text from ${companyClosures} c order by c.day) as closures,
      (select s.value from ${portalSettings} s where s.key = ${SETTING}) as settings`);
  const { timeZone, publicHolidays } = { ...DEFAULT_CALENDAR, ...row?.settings };
  const hours = row?.hours?.map(({ weekday, opens, closes }) => [weekday, { opens, closes }]);
  return {
    timeZone,
    publicHolidays,
    hours: hours ? Object.fromEntries(hours) : DEFAULT_CALENDAR.hours,
    closures: new Set(row?.closures),
  };
}

/**
 * The calendar, which stays as it is until the transaction ends. Whoever computes a deadline from
 * it and stores that holds it first, so that a change of the calendar finds every deadline.
 */
export async function holdBusinessCalendar(tx: DbOrTx): Promise<BusinessCalendar> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${CALENDAR_LOCK})`);
  return findBusinessCalendar(tx);
}

/** Waits for all who hold the calendar, and lets nobody do so until the transaction ends. */
export async function lockBusinessCalendar(tx: DbOrTx): Promise<BusinessCalendar> {
  await tx.execute(sql`select pg_advisory_xact_lock(${CALENDAR_LOCK})`);
  return findBusinessCalendar(tx);
}

/** Stores weekly hours, zone and holidays; the calendar is locked by the caller. */
export async function saveWorkingHours(
  tx: DbOrTx,
  {
    hours,
    timeZone,
    publicHolidays,
    actorId,
    now,
  }: Pick<BusinessCalendar, "hours"> & Settings & { actorId: number; now: Date },
): Promise<void> {
  await tx.delete(businessHours);
  await tx
    .insert(businessHours)
    .values(
      Object.entries(hours).flatMap(([weekday, span]) =>
        span ? [{ weekday: Number(weekday), ...span }] : [],
      ),
    );
  const row = { value: { timeZone, publicHolidays }, updatedBy: actorId, updatedAt: now };
  await tx
    .insert(portalSettings)
    .values({ key: SETTING, ...row })
    .onConflictDoUpdate({ target: portalSettings.key, set: row });
}

/** Adds a free day, or names it anew. */
export async function saveClosure(
  tx: DbOrTx,
  { day, name, actorId, now }: { day: string; name: string; actorId: number; now: Date },
): Promise<void> {
  const row = { name, addedBy: actorId, addedAt: now };
  await tx
    .insert(companyClosures)
    .values({ day, ...row })
    .onConflictDoUpdate({ target: companyClosures.day, set: row });
}

/** Says whether the day was one of the closures. */
export async function removeClosure(tx: DbOrTx, { day }: { day: string }): Promise<boolean> {
  const removed = await tx
    .delete(companyClosures)
    .where(eq(companyClosures.day, day))
    .returning({ day: companyClosures.day });
  return removed.length > 0;
}

/** Free days from a day on, the next one first. */
export async function listClosures(
  db: DbOrTx,
  { from }: { from: string },
): Promise<{ day: string; name: string }[]> {
  return db
    .select({ day: companyClosures.day, name: companyClosures.name })
    .from(companyClosures)
    .where(gte(companyClosures.day, from))
    .orderBy(asc(companyClosures.day))
    .limit(400);
}
