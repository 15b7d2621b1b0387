import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { attendances } from "#db/schema/attendances.ts";
import { events } from "#db/schema/events.ts";
import { people } from "#db/schema/people.ts";
import { registrations } from "#db/schema/registrations.ts";
import type { AttendanceWay } from "#db/vocabulary.ts";
import { readCode } from "../admission/codes.ts";
import type { EventRow, Refused } from "../event-desk.server.ts";
import { runsEvent, visibleEvents } from "../visibility.server.ts";
import {
  arrivalAt,
  type ClosedReason,
  deskState,
  type RegistrationRefusal,
  registrationRefusal,
} from "./check-in.ts";
import { findOrganisationNamed } from "./guest-organisation.server.ts";

/** Somebody who came, as the page at the door shows them. */
export type Arrival = {
  attendanceId: number;
  personId: number | null;
  name: string;
  at: Date;
  way: AttendanceWay;
  /** Who checked them in: another one of the team, or they themselves. */
  byName: string;
  undoneAt: Date | null;
};

export type CheckedIn = { ok: true; already: boolean; arrival: Arrival };

export type CheckInRefusal =
  | ClosedReason
  | RegistrationRefusal
  /** No registration of this event has the code. */
  | "unknown-code"
  /** Came without a registration: that is for walk-ins. */
  | "not-registered"
  | "no-such-person"
  | "guest-nameless";

type Who = {
  personId?: number;
  /** Of a registration, as typed or scanned. */
  code?: string;
  /** Not of the portal. A company of ours with the same name counts as reached. */
  guest?: { name: string; affiliation: string };
};

export type Scan = Who & {
  viewer: Viewer;
  eventId: number;
  way: "qr" | "code" | "list" | "walk-in";
  /** When they came, as the page tells it; late after a lost connection. */
  at?: Date;
  /** Made by the page for this check-in: told again, nothing happens again. */
  key: string;
  now: Date;
};

/**
 * Records that somebody is there, by whoever runs the event. The same key never acts twice, and a
 * person is there once however many phones scan them: the second is told when and by whom. Walk-ins
 * come without a registration, or after theirs had ended.
 */
export async function recordAttendance(
  db: Db,
  { viewer, eventId, personId, code, guest, way, at, key, now }: Scan,
): Promise<CheckedIn | Refused | { ok: false; reason: CheckInRefusal }> {
  return db.transaction(async (tx) => {
    const opened = await shareEvent(tx, { viewer, eventId });
    if (!opened) return { ok: false, reason: "not-found" };
    if (!opened.runs) return { ok: false, reason: "not-allowed" };
    const told = await findArrival(tx, { eventId, key });
    if (told) return { ok: true, already: true, arrival: told };
    const state = deskState(opened.event, now);
    if (state !== "open") return { ok: false, reason: state };
    const arrival = {
      eventId,
      at: arrivalAt(opened.event, at, now),
      recordedAt: now,
      recordedBy: viewer.id,
      key,
    };
    if (guest) {
      if (guest.name === "") return { ok: false, reason: "guest-nameless" };
      const organisationId = await findOrganisationNamed(tx, guest.affiliation);
      return insert(tx, {
        ...arrival,
        way: "walk-in",
        guestName: guest.name,
        guestAffiliation: guest.affiliation,
        organisationId,
      });
    }
    const found = await findPart(tx, { eventId, personId, code });
    if (!found)
      return { ok: false, reason: code === undefined ? "no-such-person" : "unknown-code" };
    const there = await findArrival(tx, { eventId, personId: found.personId });
    if (there) return { ok: true, already: true, arrival: there };
    const admitted = admit(found, way);
    if (!admitted.ok) return admitted;
    return insert(tx, { ...arrival, ...admitted.values });
  });
}

/**
 * Takes a check-in back, by whoever runs the event; its row stays. A second time changes nothing.
 *
 * @returns `not-found` as well when the event has no such check-in
 */
export async function undoAttendance(
  db: Db,
  {
    viewer,
    eventId,
    attendanceId,
    now,
  }: { viewer: Viewer; eventId: number; attendanceId: number; now: Date },
): Promise<{ ok: true; arrival: Arrival } | Refused> {
  return db.transaction(async (tx) => {
    const opened = await shareEvent(tx, { viewer, eventId });
    if (!opened) return { ok: false, reason: "not-found" };
    if (!opened.runs) return { ok: false, reason: "not-allowed" };
    await tx
      .update(attendances)
      .set({ undoneAt: now, undoneBy: viewer.id })
      .where(
        and(
          eq(attendances.id, attendanceId),
          eq(attendances.eventId, eventId),
          isNull(attendances.undoneAt),
        ),
      );
    const arrival = await findArrival(tx, { eventId, attendanceId });
    return arrival ? { ok: true, arrival } : { ok: false, reason: "not-found" };
  });
}

/**
 * The event as it is until the transaction ends: whoever cancels or moves it waits, others at the
 * door do not. Undefined when it does not exist for the viewer.
 */
export async function shareEvent(
  tx: DbOrTx,
  { viewer, eventId }: { viewer: Viewer; eventId: number },
): Promise<{ event: EventRow; runs: boolean } | undefined> {
  const [row] = await tx
    .select({ event: events, visible: visibleEvents(viewer), runs: runsEvent(viewer) })
    .from(events)
    .where(eq(events.id, eventId))
    .for("share");
  return row?.visible ? { event: row.event, runs: row.runs } : undefined;
}

/** A person's part in an event: their registration, the live one if there is one. */
export type Part = {
  personId: number;
  /** Theirs now. */
  organisationId: number | null;
  registration: typeof registrations.$inferSelect | null;
};

/** Somebody by key or by the code of their registration, which stays as it is meanwhile. */
export async function findPart(
  tx: DbOrTx,
  { eventId, personId, code }: { eventId: number; personId?: number; code?: string },
): Promise<Part | undefined> {
  const [byCode] =
    code === undefined
      ? []
      : await tx
          .select()
          .from(registrations)
          .where(and(eq(registrations.eventId, eventId), eq(registrations.code, readCode(code))));
  const id = code === undefined ? personId : byCode?.personId;
  if (id === undefined) return undefined;
  const [person] = await tx
    .select({ id: people.id, organisationId: people.organisationId })
    .from(people)
    .where(eq(people.id, id));
  if (!person) return undefined;
  // An old code of somebody who applied again is theirs all the same.
  const [registration] = await tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.personId, id)))
    .orderBy(sql`${registrations.endedAt} is not null`, desc(registrations.id))
    .limit(1)
    .for("share");
  return {
    personId: id,
    organisationId: person.organisationId,
    registration: registration ?? null,
  };
}

/** Whether somebody is let in, and what is recorded of them. */
function admit({ personId, organisationId, registration }: Part, way: Scan["way"]) {
  const values = { personId, organisationId };
  const isOver = !registration || registration.endedAt !== null;
  if (way === "walk-in" && isOver) {
    return { ok: true as const, values: { ...values, way: "walk-in" as const } };
  }
  if (!registration) return { ok: false as const, reason: "not-registered" as const };
  const reason = registrationRefusal(registration.state);
  if (reason) return { ok: false as const, reason };
  return {
    ok: true as const,
    values: {
      ...values,
      registrationId: registration.id,
      // Looked for among the walk-ins, but they had applied.
      way: way === "walk-in" ? ("list" as const) : way,
    },
  };
}

/** Inserts an attendance unless its key acted or its person is there already; says which. */
export async function insert(
  tx: DbOrTx,
  values: typeof attendances.$inferInsert,
): Promise<CheckedIn> {
  const { eventId, personId, key } = values;
  for (;;) {
    const [row] = await tx
      .insert(attendances)
      .values(values)
      .onConflictDoNothing()
      .returning({ id: attendances.id });
    const arrival = row
      ? await findArrival(tx, { eventId, attendanceId: row.id })
      : ((await findArrival(tx, { eventId, key })) ??
        (personId ? await findArrival(tx, { eventId, personId }) : undefined));
    // Neither: it was in the way and has been undone meanwhile.
    if (arrival) return { ok: true, already: !row, arrival };
  }
}

type Which = { eventId: number; attendanceId?: number; key?: string; personId?: number };

/** An attendance by its key, its id, or the one that a person has. */
export async function findArrival(tx: DbOrTx, which: Which): Promise<Arrival | undefined> {
  const by = alias(people, "by");
  const { eventId, attendanceId, key, personId } = which;
  const [row] = await tx
    .select({
      attendanceId: attendances.id,
      personId: attendances.personId,
      name: sql<string>`coalesce(${people.name}, ${attendances.guestName})`,
      at: attendances.at,
      way: attendances.way,
      byName: by.name,
      undoneAt: attendances.undoneAt,
    })
    .from(attendances)
    .innerJoin(by, eq(by.id, attendances.recordedBy))
    .leftJoin(people, eq(people.id, attendances.personId))
    .where(
      and(
        eq(attendances.eventId, eventId),
        attendanceId !== undefined
          ? eq(attendances.id, attendanceId)
          : key !== undefined
            ? eq(attendances.key, key)
            : and(eq(attendances.personId, personId ?? 0), isNull(attendances.undoneAt)),
      ),
    );
  return row;
}
