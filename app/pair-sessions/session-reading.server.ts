import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Viewer } from "#app/auth/viewer.ts";
import { seesOrganisationOf } from "#app/people/people.ts";
import {
  type PersonSummaryRow,
  type personSummary,
  toPersonSummary,
} from "#app/people/person-summary.server.ts";
import type { PersonSummary } from "#app/ui/person-line.tsx";
import type { DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { pairSessionHistory, pairSessions } from "#db/schema/pair-sessions.ts";
import { people } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import type { PairSessionEvent } from "#db/vocabulary.ts";
import {
  accessTo,
  canCancel,
  canMove,
  canRecord,
  phaseOf,
  type SessionAccess,
  type SessionPhase,
  takesPart,
} from "./pair-sessions.ts";
import { findRecord, type StoredRecord } from "./recording.server.ts";

export type SessionPerson = PersonSummary & { timeZone: string };

/** A session as a viewer may see it: what is not theirs to know is not in it. */
export type SessionView = {
  id: number;
  access: SessionAccess;
  phase: SessionPhase;
  startsAt: Date;
  host: SessionPerson;
  guest: SessionPerson;
  area: { nameJa: string; nameEn: string } | null;
  record?: StoredRecord;
  can: { cancel: boolean; move: boolean; record: boolean };
  /** Of the two and staff. */
  inside?: {
    topic: string;
    cancelReason: string | null;
    history: SessionEvent[];
  };
  /** Of the two, as long as it is to come or runs. */
  meetingUrl?: string;
};

export type SessionEvent = {
  id: number;
  event: PairSessionEvent;
  actorName: string;
  detail: Record<string, string>;
  at: Date;
};

/** A session as somebody may see it; undefined when it does not exist for them. */
export async function findPairSession(
  db: DbOrTx,
  { viewer, sessionId, now }: { viewer: Viewer; sessionId: number; now: Date },
): Promise<SessionView | undefined> {
  const host = alias(people, "host");
  const hostOrganisation = alias(organisations, "host_organisation");
  const guest = alias(people, "guest");
  const guestOrganisation = alias(organisations, "guest_organisation");
  const [row] = await db
    .select({
      session: pairSessions,
      host: personColumns(host, hostOrganisation),
      guest: personColumns(guest, guestOrganisation),
      area: { nameJa: productAreas.nameJa, nameEn: productAreas.nameEn },
    })
    .from(pairSessions)
    .innerJoin(host, eq(host.id, pairSessions.hostId))
    .leftJoin(hostOrganisation, eq(hostOrganisation.id, host.organisationId))
    .innerJoin(guest, eq(guest.id, pairSessions.guestId))
    .leftJoin(guestOrganisation, eq(guestOrganisation.id, guest.organisationId))
    .leftJoin(productAreas, eq(productAreas.id, pairSessions.productAreaId))
    .where(eq(pairSessions.id, sessionId));
  const access = row && accessTo(viewer, row.session, now);
  if (!row || !access) return undefined;
  const { session, area } = row;
  const phase = phaseOf(session, now);
  const isOpen = phase === "coming" || phase === "running";
  return {
    id: session.id,
    access,
    phase,
    startsAt: session.startsAt,
    host: personFor(viewer, row.host),
    guest: personFor(viewer, row.guest),
    area: area?.nameJa ? area : null,
    record: await findRecord(db, { sessionId }),
    can: {
      cancel: canCancel(access, phase),
      move: canMove(access, phase),
      record: canRecord(access, phase),
    },
    inside:
      access === "lead"
        ? undefined
        : {
            topic: session.topic,
            cancelReason: session.cancelReason,
            history: await listHistory(db, { sessionId }),
          },
    meetingUrl: takesPart(access) && isOpen && session.meetingUrl ? session.meetingUrl : undefined,
  };
}

function personColumns(
  person: ReturnType<typeof alias<typeof people, string>>,
  organisation: ReturnType<typeof alias<typeof organisations, string>>,
) {
  return {
    handle: person.handle,
    name: person.name,
    title: person.title,
    avatarFileId: person.avatarFileId,
    role: person.role,
    showsOrganisation: person.showsOrganisation,
    organisationId: person.organisationId,
    organisationName: organisation.name,
    timeZone: person.timeZone,
  } satisfies Record<keyof typeof personSummary | "organisationId" | "timeZone", unknown>;
}

function personFor(
  viewer: Viewer,
  row: PersonSummaryRow & { organisationId: number | null; timeZone: string },
): SessionPerson {
  const showsOrganisation = seesOrganisationOf(viewer, row);
  return { ...toPersonSummary({ ...row, showsOrganisation }), timeZone: row.timeZone };
}

function listHistory(db: DbOrTx, { sessionId }: { sessionId: number }): Promise<SessionEvent[]> {
  const { id, event, detail, at } = pairSessionHistory;
  return db
    .select({ id, event, detail, at, actorName: people.name })
    .from(pairSessionHistory)
    .innerJoin(people, eq(people.id, pairSessionHistory.actorId))
    .where(eq(pairSessionHistory.sessionId, sessionId))
    .orderBy(asc(id));
}

/** A session for the calendar of one of its two; undefined for everybody else, staff included. */
export async function findOwnSession(
  db: DbOrTx,
  { personId, sessionId }: { personId: number; sessionId: number },
) {
  const host = alias(people, "host");
  const guest = alias(people, "guest");
  const [row] = await db
    .select({ session: pairSessions, hostName: host.name, guestName: guest.name })
    .from(pairSessions)
    .innerJoin(host, eq(host.id, pairSessions.hostId))
    .innerJoin(guest, eq(guest.id, pairSessions.guestId))
    .where(eq(pairSessions.id, sessionId));
  if (!row) return undefined;
  const { session, hostName, guestName } = row;
  if (personId === session.hostId) return { session, withName: guestName };
  return personId === session.guestId ? { session, withName: hostName } : undefined;
}
