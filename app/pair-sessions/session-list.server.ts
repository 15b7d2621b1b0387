import {
  type AnyColumn,
  and,
  asc,
  desc,
  eq,
  gt,
  isNotNull,
  isNull,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Cursor, pageOf } from "#app/lib/cursor.ts";
import { after, MINUTE } from "#app/lib/time.ts";
import { personSummary, toPersonSummary } from "#app/people/person-summary.server.ts";
import type { PersonSummary } from "#app/ui/person-line.tsx";
import type { DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { pairSessionRecords, pairSessions } from "#db/schema/pair-sessions.ts";
import { people } from "#db/schema/people.ts";
import { headlineOf, phaseOf, SESSION_MINUTES, type SessionPhase } from "./pair-sessions.ts";

const PAGE = 20;
/** More than somebody can have in four weeks of working time. */
const MOST_COMING = 200;

/** A session in somebody's list, with the other one of the two. */
export type ListedSession = {
  id: number;
  startsAt: Date;
  phase: SessionPhase;
  /** What the person whose list it is does in it. */
  role: "host" | "guest";
  with: PersonSummary & { timeZone: string };
  headline: string;
  hasRecord: boolean;
};

/** Sessions of a person that are not over, the next one first. */
export async function listComingSessions(
  db: DbOrTx,
  { personId, now }: { personId: number; now: Date },
): Promise<ListedSession[]> {
  const rows = await ownSessions(db, personId, isOpen(now))
    .orderBy(asc(pairSessions.startsAt), asc(pairSessions.id))
    .limit(MOST_COMING);
  return rows.map((row) => listed(row, personId, now));
}

/**
 * A page of a person's sessions that are over or were called off, the newest first.
 *
 * @param after the cursor of the page before: beginning (ms) and id
 */
export async function listPastSessions(
  db: DbOrTx,
  { personId, now, after: cursor }: { personId: number; now: Date; after?: Cursor },
): Promise<{ rows: ListedSession[]; next?: string }> {
  const past = sql`not (${isOpen(now)})`;
  const rows = await ownSessions(db, personId, past, before(cursor))
    .orderBy(desc(pairSessions.startsAt), desc(pairSessions.id))
    .limit(PAGE + 1);
  return pageOf(
    rows.map((row) => listed(row, personId, now)),
    PAGE,
    cursorOf,
  );
}

/** Neither called off nor over: 15 minutes after its beginning it is. */
function isOpen(now: Date): SQL | undefined {
  return and(
    isNull(pairSessions.cancelledAt),
    gt(pairSessions.startsAt, after(now, -SESSION_MINUTES * MINUTE)),
  );
}

function before(cursor: Cursor | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const [time, id] = cursor;
  const moment = new Date(Number(time));
  if (Number.isNaN(moment.getTime())) return undefined;
  return sql`(${pairSessions.startsAt}, ${pairSessions.id})
    < (${moment.toISOString()}::timestamptz, ${Number(id)})`;
}

const cursorOf = ({ startsAt, id }: { startsAt: Date; id: number }): Cursor => [
  startsAt.getTime(),
  id,
];

function ownSessions(db: DbOrTx, personId: number, ...conditions: (SQL | undefined)[]) {
  const isHost = eq(pairSessions.hostId, personId);
  const other = sql`case when ${isHost} then ${pairSessions.guestId} else ${pairSessions.hostId} end`;
  return db
    .select({
      ...personSummary,
      timeZone: people.timeZone,
      id: pairSessions.id,
      startsAt: pairSessions.startsAt,
      cancelledAt: pairSessions.cancelledAt,
      hostId: pairSessions.hostId,
      topic: pairSessions.topic,
      hasRecord: isNotNull(pairSessionRecords.sessionId) as SQL<boolean>,
    })
    .from(pairSessions)
    .innerJoin(people, eq(people.id, other))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(pairSessionRecords, eq(pairSessionRecords.sessionId, pairSessions.id))
    .where(and(or(isHost, eq(pairSessions.guestId, personId)), ...conditions))
    .$dynamic();
}

type OwnRow = Awaited<ReturnType<typeof ownSessions>>[number];

function listed(row: OwnRow, personId: number, now: Date): ListedSession {
  const { id, startsAt, hostId, topic, hasRecord, timeZone } = row;
  return {
    id,
    startsAt,
    phase: phaseOf(row, now),
    role: hostId === personId ? "host" : "guest",
    with: { ...toPersonSummary(row), timeZone },
    headline: headlineOf(topic),
    hasRecord,
  };
}

export type ListedRecord = {
  id: number;
  startsAt: Date;
  guestName: string;
  hostName: string;
  nextStep: string;
};

/**
 * A page of the records of sessions that people of a company had, for its leads: the newest first,
 * without those the viewer took part in.
 */
export async function listRecordsOfOrganisation(
  db: DbOrTx,
  { viewer, now, after: cursor }: { viewer: Viewer; now: Date; after?: Cursor },
): Promise<{ rows: ListedRecord[]; next?: string }> {
  if (!viewer.isLead || !viewer.organisation) return { rows: [] };
  const { hostId, guestId, startsAt } = pairSessions;
  const nameOf = (id: AnyColumn) =>
    sql<string>`(select ${people.name} from ${people} where ${people.id} = ${id})`;
  const rows = await db
    .select({
      id: pairSessions.id,
      startsAt,
      guestName: nameOf(guestId),
      hostName: nameOf(hostId),
      nextStep: pairSessionRecords.nextStep,
    })
    .from(pairSessions)
    .innerJoin(pairSessionRecords, eq(pairSessionRecords.sessionId, pairSessions.id))
    .where(
      and(
        eq(pairSessions.organisationId, viewer.organisation.id),
        isNull(pairSessions.cancelledAt),
        lte(startsAt, after(now, -SESSION_MINUTES * MINUTE)),
        ne(hostId, viewer.id),
        ne(guestId, viewer.id),
        before(cursor),
      ),
    )
    .orderBy(desc(startsAt), desc(pairSessions.id))
    .limit(PAGE + 1);
  return pageOf(rows, PAGE, cursorOf);
}
