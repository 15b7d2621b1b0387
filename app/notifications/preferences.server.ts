import { and, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import {
  notificationPreferences,
  notificationSchedules,
  notifications,
} from "#db/schema/notifications.ts";
import { people } from "#db/schema/people.ts";
import {
  defaultPreference,
  KIND_RULES,
  KINDS_IN_ORDER,
  type Preferences,
  preferencesOf,
} from "./kinds.ts";
import { DEFAULT_SCHEDULE, mailDueAt, type Schedule } from "./mail-times.ts";

type ScheduleRow = typeof notificationSchedules.$inferSelect;

/** The schedule a row holds; the default without one. */
export function scheduleOf(row: Omit<ScheduleRow, "personId" | "updatedAt"> | null): Schedule {
  if (!row) return DEFAULT_SCHEDULE;
  const { digestHour, digestWeekday, quietFrom, quietUntil } = row;
  const isQuiet = quietFrom !== null && quietUntil !== null;
  const quiet = isQuiet ? { from: quietFrom, until: quietUntil } : undefined;
  return { digestHour, digestWeekday, quiet };
}

/** How a person wants to hear of each kind of event, and when. */
export async function findPreferences(
  db: DbOrTx,
  { personId }: { personId: number },
): Promise<{ preferences: Preferences; schedule: Schedule }> {
  const own = await db
    .select({
      kind: notificationPreferences.kind,
      inInbox: notificationPreferences.inInbox,
      mail: notificationPreferences.mail,
    })
    .from(notificationPreferences)
    .where(eq(notificationPreferences.personId, personId));
  const [schedule] = await db
    .select()
    .from(notificationSchedules)
    .where(eq(notificationSchedules.personId, personId));
  const chosen = Object.fromEntries(own.map(({ kind, ...choice }) => [kind, choice]));
  return { preferences: preferencesOf(chosen), schedule: scheduleOf(schedule ?? null) };
}

/**
 * Saves the choices of a person; kinds left out keep theirs. Mails that wait follow them at once.
 */
export async function changePreferences(
  db: DbOrTx,
  {
    personId,
    preferences,
    schedule,
    now,
  }: { personId: number; preferences: Partial<Preferences>; schedule?: Schedule; now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    for (const kind of KINDS_IN_ORDER) {
      const wanted = preferences[kind];
      if (!wanted) continue;
      const inInbox = wanted.inInbox || !KIND_RULES[kind].inboxOptional;
      await savePreference(tx, { personId, kind, inInbox, mail: wanted.mail, updatedAt: now });
    }
    if (schedule) await saveSchedule(tx, { personId, schedule, now });
    await rescheduleMails(tx, { personId, now });
  });
}

/** What equals the default is not kept, so that a later, better default holds for most people. */
async function savePreference(
  tx: DbOrTx,
  row: typeof notificationPreferences.$inferInsert,
): Promise<void> {
  const standard = defaultPreference(row.kind);
  if (row.mail === standard.mail && row.inInbox === standard.inInbox) {
    await tx
      .delete(notificationPreferences)
      .where(
        and(
          eq(notificationPreferences.personId, row.personId),
          eq(notificationPreferences.kind, row.kind),
        ),
      );
    return;
  }
  const { personId, kind, ...set } = row;
  await tx
    .insert(notificationPreferences)
    .values(row)
    .onConflictDoUpdate({
      target: [notificationPreferences.personId, notificationPreferences.kind],
      set,
    });
}

async function saveSchedule(
  tx: DbOrTx,
  { personId, schedule, now }: { personId: number; schedule: Schedule; now: Date },
): Promise<void> {
  const { digestHour, digestWeekday, quiet } = schedule;
  const set = {
    digestHour,
    digestWeekday,
    quietFrom: quiet?.from ?? null,
    quietUntil: quiet?.until ?? null,
    updatedAt: now,
  };
  await tx
    .insert(notificationSchedules)
    .values({ personId, ...set })
    .onConflictDoUpdate({ target: notificationSchedules.personId, set });
}

/**
 * Plans the waiting mails of a person anew: after a change of their choices, their hours or their
 * time zone.
 */
export async function rescheduleMails(
  tx: DbOrTx,
  { personId, now }: { personId: number; now: Date },
): Promise<void> {
  const [person] = await tx
    .select({ timeZone: people.timeZone })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) return;
  const { preferences, schedule } = await findPreferences(tx, { personId });
  const waiting = await tx
    .select({
      id: notifications.id,
      kind: notifications.kind,
      createdAt: notifications.createdAt,
      mailDueAt: notifications.mailDueAt,
    })
    .from(notifications)
    .where(and(eq(notifications.personId, personId), eq(notifications.mailOutcome, "waiting")))
    .orderBy(notifications.id)
    .for("update");
  for (const row of waiting) {
    const { mail } = preferences[row.kind];
    const due = mailDueAt(row.createdAt, { mail, schedule, timeZone: person.timeZone });
    if (due?.getTime() === row.mailDueAt?.getTime()) continue;
    await tx
      .update(notifications)
      .set(
        due
          ? { mailDueAt: due }
          : { mailDueAt: null, mailOutcome: "not-wanted", mailSettledAt: now },
      )
      .where(eq(notifications.id, row.id));
  }
}
