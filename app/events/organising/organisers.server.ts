import { and, asc, eq, or, sql } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { personSummary, toPersonSummary } from "#app/people/person-summary.server.ts";
import { isSupporter } from "#app/people/supporters.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { eventOrganisers, organiserPermissions } from "#db/schema/events.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { noteEvent, type Refused } from "../event-desk.server.ts";
import { withEvent } from "./desk.server.ts";
import { type FoundPerson, isReachable } from "./person-search.server.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };

/** CS staff, and supporters whom staff lets organise: who can be named organiser of an event. */
export const mayOrganise = or(
  sql`${people.role} in ('staff', 'admin')`,
  and(
    isSupporter(),
    sql`exists (select from organiser_permissions op where op.person_id = people.id)`,
  ),
);

/** Names an organiser: whoever may organise at all. Named twice is as good as once. */
export async function addOrganiser(
  db: Db,
  { personId, now, ...act }: Act & { personId: number },
): Promise<{ ok: true; name: string } | { ok: false; reason: "no-permission" } | Refused> {
  return withEvent(db, act, async (tx, event) => {
    const [person] = await tx
      .select({ name: people.name })
      .from(people)
      .where(and(eq(people.id, personId), mayOrganise));
    if (!person || !(await isReachable(tx, personId))) {
      return { ok: false, reason: "no-permission" };
    }
    const added = await tx
      .insert(eventOrganisers)
      .values({ eventId: event.id, personId, addedBy: act.viewer.id, addedAt: now })
      .onConflictDoNothing()
      .returning({ personId: eventOrganisers.personId });
    if (added.length > 0) {
      await note(tx, { ...act, kind: "organiser-added", name: person.name, now });
    }
    return { ok: true, name: person.name };
  });
}

/** Takes an organiser off an event; CS staff goes on running it in any case. */
export async function removeOrganiser(
  db: Db,
  { personId, now, ...act }: Act & { personId: number },
): Promise<{ ok: true } | Refused> {
  return withEvent<{ ok: true } | Refused>(db, act, async (tx, event) => {
    const removed = await tx
      .delete(eventOrganisers)
      .where(and(eq(eventOrganisers.eventId, event.id), eq(eventOrganisers.personId, personId)))
      .returning({ personId: eventOrganisers.personId });
    if (removed.length === 0) return { ok: false, reason: "not-found" };
    const [person] = await tx
      .select({ name: people.name })
      .from(people)
      .where(eq(people.id, personId));
    await note(tx, { ...act, kind: "organiser-removed", name: person?.name ?? "", now });
    return { ok: true };
  });
}

async function note(
  tx: DbOrTx,
  {
    viewer,
    eventId,
    kind,
    name,
    now,
  }: Act & { kind: "organiser-added" | "organiser-removed"; name: string },
): Promise<void> {
  await noteEvent(tx, { eventId, kind, actorId: viewer.id, detail: { name }, at: now });
}

/** Who was named organiser; `mayRun` is false for those who have no leave any more. */
export async function listOrganisers(
  db: DbOrTx,
  { eventId }: { eventId: number },
): Promise<(FoundPerson & { mayRun: boolean })[]> {
  const rows = await db
    .select({
      id: people.id,
      ...personSummary,
      mayRun: sql<boolean>`coalesce(${mayOrganise}, false)`,
    })
    .from(eventOrganisers)
    .innerJoin(people, eq(people.id, eventOrganisers.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(eventOrganisers.eventId, eventId))
    .orderBy(asc(eventOrganisers.addedAt), asc(people.id));
  return rows.map(({ id, mayRun, ...row }) => ({ id, mayRun, ...toPersonSummary(row) }));
}

type Grant = { personId: number; actorId: number; address?: string; now: Date };

/** Lets a supporter organise events, as long as they hold a credential. By CS staff. */
export async function grantOrganising(
  db: Db,
  { personId, actorId, address, now }: Grant,
): Promise<{ ok: true } | { ok: false; reason: "not-a-supporter" }> {
  return db.transaction(async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), eq(people.role, "member"), isSupporter()));
    if (!person) return { ok: false, reason: "not-a-supporter" };
    const granted = await tx
      .insert(organiserPermissions)
      .values({ personId, grantedBy: actorId, grantedAt: now })
      .onConflictDoNothing()
      .returning({ personId: organiserPermissions.personId });
    if (granted.length > 0) {
      const action = "person.organising-granted";
      await audit(tx, { personId, actorId, address, now }, action);
    }
    return { ok: true };
  });
}

/** Takes the leave to organise back; events that they run are run by the others from now on. */
export async function withdrawOrganising(db: Db, grant: Grant): Promise<void> {
  await db.transaction(async (tx) => {
    const withdrawn = await tx
      .delete(organiserPermissions)
      .where(eq(organiserPermissions.personId, grant.personId))
      .returning({ personId: organiserPermissions.personId });
    if (withdrawn.length > 0) await audit(tx, grant, "person.organising-withdrawn");
  });
}

async function audit(
  tx: DbOrTx,
  { personId, actorId, address, now }: Grant,
  action: string,
): Promise<void> {
  const target = { targetKind: "person", targetId: personId };
  await recordAudit(tx, { ...target, actorId, action, address, at: now });
}

/** Whether somebody holds leave to organise, and whether it counts now: they hold a credential. */
export async function findOrganising(db: DbOrTx, { personId }: { personId: number }) {
  const [row] = await db
    .select({
      grantedAt: organiserPermissions.grantedAt,
      isSupporter: sql<boolean>`coalesce(${isSupporter()}, false)`,
    })
    .from(people)
    .leftJoin(organiserPermissions, eq(organiserPermissions.personId, people.id))
    .where(eq(people.id, personId));
  return row ?? { grantedAt: null, isSupporter: false };
}
