import { and, eq, gte, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { attendances } from "#db/schema/attendances.ts";
import { ticketTypes } from "#db/schema/events.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { registrations } from "#db/schema/registrations.ts";
import { readCode } from "../admission/codes.ts";
import type { Came, Guest } from "./desk-list.ts";

type Of = { viewer: Viewer; eventId: number };

/** Everybody who applied, each with their live registration, or the last one that ended. */
export async function listGuests(db: DbOrTx, { viewer, eventId }: Of): Promise<Guest[]> {
  return db
    .selectDistinctOn([registrations.personId], {
      personId: registrations.personId,
      name: people.name,
      reading: people.reading,
      organisation: companyFor(viewer),
      code: registrations.code,
      state: registrations.state,
      ticket: ticketTypes.name,
    })
    .from(registrations)
    .innerJoin(people, eq(people.id, registrations.personId))
    .innerJoin(ticketTypes, eq(ticketTypes.id, registrations.ticketTypeId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(registrations.eventId, eventId))
    .orderBy(
      registrations.personId,
      sql`${registrations.endedAt} is not null`,
      sql`${registrations.id} desc`,
    );
}

/** Everybody who is there. */
export async function listCame(db: DbOrTx, of: Of): Promise<Came[]> {
  const rows = await selectCame(db, of, isNull(attendances.undoneAt));
  return rows.map(({ undoneAt: _, ...row }) => row);
}

/**
 * What happened at the door since a moment, by any device: who came, and the ids of check-ins that
 * were undone.
 */
export async function listChanges(
  db: DbOrTx,
  { since, ...of }: Of & { since: Date },
): Promise<{ came: Came[]; undone: number[] }> {
  const rows = await selectCame(
    db,
    of,
    or(gte(attendances.recordedAt, since), gte(attendances.undoneAt, since)),
  );
  return {
    came: rows.filter(({ undoneAt }) => !undoneAt).map(({ undoneAt: _, ...row }) => row),
    undone: rows.filter(({ undoneAt }) => undoneAt).map(({ id }) => id),
  };
}

/** One who came, as the list shows them. */
export async function findCame(
  db: DbOrTx,
  { attendanceId, ...of }: Of & { attendanceId: number },
): Promise<Came | undefined> {
  const live = isNull(attendances.undoneAt);
  const [row] = await selectCame(db, of, and(eq(attendances.id, attendanceId), live));
  if (!row) return undefined;
  const { undoneAt: _, ...came } = row;
  return came;
}

/** Whose registration a code names, old ones included. */
export async function findByCode(
  db: DbOrTx,
  { eventId, code }: { eventId: number; code: string },
): Promise<number | undefined> {
  const [row] = await db
    .select({ personId: registrations.personId })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.code, readCode(code))));
  return row?.personId;
}

async function selectCame(db: DbOrTx, { viewer, eventId }: Of, condition: SQL | undefined) {
  const by = alias(people, "by");
  const rows = await db
    .select({
      id: attendances.id,
      personId: attendances.personId,
      name: sql<string>`coalesce(${people.name}, ${attendances.guestName})`,
      reading: sql<string>`coalesce(${people.reading}, '')`,
      organisation: sql<string>`case when ${attendances.personId} is null
        then ${attendances.guestAffiliation} else ${companyFor(viewer)} end`,
      at: attendances.at,
      way: attendances.way,
      byName: by.name,
      undoneAt: attendances.undoneAt,
    })
    .from(attendances)
    .innerJoin(by, eq(by.id, attendances.recordedBy))
    .leftJoin(people, eq(people.id, attendances.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(attendances.eventId, eventId), condition));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** A person's company, empty for those who keep theirs from this viewer. */
function companyFor(viewer: Viewer): SQL<string> {
  const isKnown = isStaff(viewer)
    ? sql`true`
    : sql`(${people.showsOrganisation} or ${people.organisationId} = ${viewer.organisation?.id ?? null}::bigint)`;
  return sql<string>`case when ${isKnown} then coalesce(${organisations.name}, '') else '' end`;
}
