import { and, asc, eq, gt, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { after, DAY } from "#app/lib/time.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { surveyInvitations } from "#db/schema/attendances.ts";
import { events } from "#db/schema/events.ts";
import { type EventRow, noteEvent } from "../event-desk.server.ts";
import { eventTopic } from "../event-topic.ts";
import { tellPeople } from "../telling/telling.server.ts";

/** Events that ended longer ago are left in peace: people do not remember. */
const ASKED_ABOUT = 14 * DAY;
/** Check-ins that were told late still count, as long as this after the survey opened. */
const LATECOMERS = 7 * DAY;

/**
 * Opens the surveys of events that have ended and asks those who were there; who was recorded
 * late is asked when it is known. Idempotent: killed or run twice, everyone is asked once.
 */
export async function openSurveys(
  db: Db,
  { now }: { now: Date },
): Promise<{ opened: number; asked: number }> {
  const done = { opened: 0, asked: 0 };
  for (const id of await listDueEvents(db, now)) {
    // One event at a time: what one of them trips over does not hold up the others.
    const { opened, asked } = await db.transaction((tx) => openOne(tx, id, now));
    if (opened) done.opened += 1;
    done.asked += asked;
  }
  return done;
}

async function listDueEvents(db: DbOrTx, now: Date): Promise<number[]> {
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(and(isHeld, lte(events.endsAt, now), gt(events.endsAt, after(now, -ASKED_ABOUT))))
    .orderBy(asc(events.endsAt), asc(events.id));
  return rows.map(({ id }) => id);
}

const isHeld = and(
  isNotNull(events.publishedAt),
  isNull(events.postponedAt),
  isNull(events.cancelledAt),
);

async function openOne(tx: DbOrTx, eventId: number, now: Date) {
  const [event] = await tx
    .select()
    .from(events)
    .where(and(eq(events.id, eventId), isHeld, lte(events.endsAt, now)))
    .for("no key update", { skipLocked: true });
  if (!event) return { opened: false, asked: 0 };
  const { surveyOpenedAt } = event;
  if (surveyOpenedAt && surveyOpenedAt < after(now, -LATECOMERS)) {
    return { opened: false, asked: 0 };
  }
  if (!surveyOpenedAt) {
    await tx.update(events).set({ surveyOpenedAt: now }).where(eq(events.id, eventId));
    await noteEvent(tx, { eventId, kind: "survey-opened", actorId: null, at: now });
  }
  const asked = await inviteThoseWhoCame(tx, eventId, now);
  if (asked.length > 0) await ask(tx, event, asked, now);
  return { opened: !surveyOpenedAt, asked: asked.length };
}

/** Everyone who came, but those who run the event: they would judge themselves. */
async function inviteThoseWhoCame(tx: DbOrTx, eventId: number, now: Date): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    insert into ${surveyInvitations} (event_id, person_id, invited_at)
    select a.event_id, a.person_id, ${now.toISOString()}::timestamptz
    from attendances a join people p on p.id = a.person_id
    where a.event_id = ${eventId} and a.undone_at is null and p.role not in ('staff', 'admin')
      and not exists (select from event_organisers o
        where o.event_id = a.event_id and o.person_id = a.person_id)
    on conflict (event_id, person_id) do nothing returning person_id as id`);
  return [...rows].map(({ id }) => Number(id)).sort((a, b) => a - b);
}

async function ask(tx: DbOrTx, event: EventRow, recipients: number[], now: Date): Promise<void> {
  await tellPeople(tx, {
    kind: "event-survey",
    event,
    recipients,
    about: { ...eventTopic(event), path: `/events/${event.id}/survey` },
    actorId: null,
    // The same for all runs: nobody is asked about one event twice.
    onceKey: "survey",
    now,
  });
}
