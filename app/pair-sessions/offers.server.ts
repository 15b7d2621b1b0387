import { and, asc, eq, gte, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { after, DAY, dayIn, MINUTE } from "#app/lib/time.ts";
import { personSummary, toPersonSummary } from "#app/people/person-summary.server.ts";
import { isSupporter } from "#app/people/supporters.server.ts";
import type { PersonSummary } from "#app/ui/person-line.tsx";
import type { DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { pairAvailabilities, pairHosts, pairSessions } from "#db/schema/pair-sessions.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { helperAbsences } from "#db/schema/routing.ts";
import { SESSION_MINUTES } from "./pair-sessions.ts";
import { openSlots } from "./slots.ts";

/** What somebody offers, as others see it before they book. */
export type Offer = {
  hostId: number;
  person: PersonSummary;
  /** What the host offers to look at together. */
  text: string;
  timeZone: string;
  meetingUrl: string;
  /** Whether one can book at all: may offer, does not pause, has said where to meet. */
  isOpen: boolean;
  slots: Date[];
};

/**
 * Between the rows of a query over `people`: whether they may offer sessions now. Supporters and
 * staff may, unless they are suspended; nothing about that is kept, so that losing either stops new
 * bookings at once.
 */
function mayOffer(): SQL<boolean> {
  return sql<boolean>`(${or(inArray(people.role, ["staff", "admin"]), isSupporter())}
    and ${people.email} is not null
    and not exists (select from ${suspensions}
      where ${suspensions.personId} = ${people.id} and ${suspensions.liftedAt} is null))`;
}

/** Between rows of `pair_hosts` and their people: whether they can be booked at all. */
function isOpenHost(): SQL | undefined {
  return and(
    mayOffer(),
    isNull(pairHosts.pausedAt),
    ne(pairHosts.meetingUrl, ""),
    sql`exists (select from ${pairAvailabilities}
      where ${pairAvailabilities.hostId} = ${pairHosts.personId})`,
  );
}

/** Whether somebody can be booked at all, as far as their hours go. */
export async function offersSessions(
  db: DbOrTx,
  { personId }: { personId: number },
): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(pairHosts)
    .innerJoin(people, eq(people.id, pairHosts.personId))
    .where(and(eq(people.id, personId), isOpenHost()));
  return rows.length > 0;
}

/** What a host offers from now on; undefined for somebody who never offered anything. */
export async function findOffer(
  db: DbOrTx,
  { now, ...host }: ({ hostId: number } | { handle: string }) & { now: Date },
): Promise<Offer | undefined> {
  const [row] = await db
    .select({
      ...personSummary,
      hostId: people.id,
      timeZone: people.timeZone,
      text: pairHosts.offer,
      meetingUrl: pairHosts.meetingUrl,
      noticeHours: pairHosts.noticeHours,
      pausedAt: pairHosts.pausedAt,
      mayOffer: mayOffer(),
    })
    .from(pairHosts)
    .innerJoin(people, eq(people.id, pairHosts.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where("hostId" in host ? eq(people.id, host.hostId) : eq(people.handle, host.handle));
  if (!row) return undefined;
  const { hostId, timeZone, text, meetingUrl } = row;
  const isOpen = row.mayOffer && row.pausedAt === null && meetingUrl !== "";
  const offer = { hostId, person: toPersonSummary(row), text, timeZone, meetingUrl, isOpen };
  if (!isOpen) return { ...offer, slots: [] };
  const slots = openSlots(
    {
      noticeHours: row.noticeHours,
      ownTimeZone: timeZone,
      spans: await listSpans(db, { hostId }),
      absences: await listAbsences(db, { personId: hostId, now }),
      busy: await listBusyTimes(db, { personId: hostId, now }),
    },
    { now },
  );
  return { ...offer, slots };
}

/** The hours of a host in the order of the week. */
export function listSpans(db: DbOrTx, { hostId }: { hostId: number }) {
  const { id, weekday, fromMinute, toMinute, timeZone } = pairAvailabilities;
  return db
    .select({ id, weekday, fromMinute, toMinute, timeZone })
    .from(pairAvailabilities)
    .where(eq(pairAvailabilities.hostId, hostId))
    .orderBy(asc(weekday), asc(fromMinute));
}

function listAbsences(db: DbOrTx, { personId, now }: { personId: number; now: Date }) {
  const { fromDay, toDay } = helperAbsences;
  const yesterday = dayIn("UTC", after(now, -2 * DAY));
  return db
    .select({ fromDay, toDay })
    .from(helperAbsences)
    .where(and(eq(helperAbsences.personId, personId), gte(toDay, yesterday)));
}

/** When somebody has a session, as host or as guest, that is not over. */
async function listBusyTimes(
  db: DbOrTx,
  { personId, now }: { personId: number; now: Date },
): Promise<Date[]> {
  const rows = await db
    .select({ startsAt: pairSessions.startsAt })
    .from(pairSessions)
    .where(
      and(
        or(eq(pairSessions.hostId, personId), eq(pairSessions.guestId, personId)),
        isNull(pairSessions.cancelledAt),
        gte(pairSessions.startsAt, after(now, -SESSION_MINUTES * MINUTE)),
      ),
    );
  return rows.map(({ startsAt }) => startsAt);
}

/** The slots of an offer at which somebody has no session of their own. */
export async function listFreeSlots(
  db: DbOrTx,
  { offer, personId, now }: { offer: Offer; personId: number; now: Date },
): Promise<Date[]> {
  const busy = await listBusyTimes(db, { personId, now });
  const taken = new Set(busy.map((moment) => moment.getTime()));
  return offer.slots.filter((slot) => !taken.has(slot.getTime()));
}

/** People who can be booked, by name, without the one who asks. */
export async function listOpenHosts(
  db: DbOrTx,
  { viewerId, limit }: { viewerId: number; limit: number },
): Promise<{ person: PersonSummary; text: string }[]> {
  const rows = await db
    .select({ ...personSummary, text: pairHosts.offer })
    .from(pairHosts)
    .innerJoin(people, eq(people.id, pairHosts.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(isOpenHost(), ne(people.id, viewerId)))
    .orderBy(
      sql`coalesce(nullif(${people.reading}, ''), lower(${people.name})) collate "C"`,
      people.id,
    )
    .limit(limit);
  return rows.map(({ text, ...row }) => ({ person: toPersonSummary(row), text }));
}
