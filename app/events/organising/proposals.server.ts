import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { personSummary, toPersonSummary } from "#app/people/person-summary.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { events, talkProposals } from "#db/schema/events.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { type EventRow, noteEvent, type Refused } from "../event-desk.server.ts";
import { stateOf } from "../events.ts";
import { tellOrganisers, tellPeople } from "../telling/telling.server.ts";
import { visibleEvents } from "../visibility.server.ts";
import { listSpans, withEvent } from "./desk.server.ts";
import { OPEN_PROPOSALS_MAX, proposalState, takesProposals } from "./proposals.ts";
import { insertSession, insertSpeaker } from "./timetable.server.ts";
import { firstGap, minutesOf, SESSIONS_MAX } from "./timetable.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };
type NotFound = { ok: false; reason: "not-found" };
export type Talk = { title: string; abstract: string; minutes: number };

/** An event that asks for talks, for whoever may see it. */
export async function findCall(db: DbOrTx, { viewer, eventId, now }: Act) {
  const [event] = await db
    .select()
    .from(events)
    .where(and(eq(events.id, eventId), visibleEvents(viewer)));
  return event && { event, isOpen: takesProposals(event, stateOf(event, now), now) };
}

/** Proposes a talk of one's own; those who run the event hear of it. */
export async function proposeTalk(
  db: Db,
  { talk, ...act }: Act & { talk: Talk },
): Promise<
  { ok: true; proposalId: number } | NotFound | { ok: false; reason: "closed" | "too-many" }
> {
  const { viewer, eventId, now } = act;
  return db.transaction(async (tx) => {
    const [event] = await tx
      .select()
      .from(events)
      .where(and(eq(events.id, eventId), visibleEvents(viewer)))
      .for("no key update");
    if (!event) return { ok: false, reason: "not-found" };
    if (!takesProposals(event, stateOf(event, now), now)) return { ok: false, reason: "closed" };
    const [open] = await tx
      .select({ count: count() })
      .from(talkProposals)
      .where(
        and(
          eq(talkProposals.eventId, eventId),
          eq(talkProposals.personId, viewer.id),
          isNull(talkProposals.withdrawnAt),
          isNull(talkProposals.verdict),
        ),
      );
    if ((open?.count ?? 0) >= OPEN_PROPOSALS_MAX) return { ok: false, reason: "too-many" };
    const [row] = await tx
      .insert(talkProposals)
      .values({ ...talk, eventId, personId: viewer.id, proposedAt: now })
      .returning({ id: talkProposals.id });
    if (!row) throw new Error("The proposal was not stored");
    await tellOrganisers(tx, {
      kind: "talk-proposed",
      event,
      actorId: viewer.id,
      onceKey: `p${row.id}`,
      now,
    });
    return { ok: true, proposalId: row.id };
  });
}

/** Takes one's own proposal back, as long as nobody decided. */
export async function withdrawProposal(
  db: Db,
  { viewer, eventId, proposalId, now }: Act & { proposalId: number },
): Promise<{ ok: true } | NotFound | { ok: false; reason: "decided" }> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(talkProposals)
      .where(
        and(
          eq(talkProposals.id, proposalId),
          eq(talkProposals.eventId, eventId),
          eq(talkProposals.personId, viewer.id),
        ),
      )
      .for("update");
    if (!row) return { ok: false, reason: "not-found" };
    if (row.verdict) return { ok: false, reason: "decided" };
    if (row.withdrawnAt) return { ok: true };
    await tx
      .update(talkProposals)
      .set({ withdrawnAt: now })
      .where(eq(talkProposals.id, proposalId));
    return { ok: true };
  });
}

type Decision = Act & { proposalId: number; note: string };
type Decided = { ok: false; reason: "decided" | "withdrawn" };

/**
 * Accepts a talk: it becomes a session with its proposer as the speaker, at the first time at which
 * it fits, from where it can be moved.
 */
export async function acceptProposal(
  db: Db,
  { proposalId, note, now, ...act }: Decision,
): Promise<
  { ok: true; sessionId: number } | Decided | { ok: false; reason: "no-room" | "over" } | Refused
> {
  return withEvent(db, act, async (tx, event) => {
    const found = await openProposal(tx, event, proposalId);
    if (!found.ok) return found;
    const state = stateOf(event, now);
    if (state === "cancelled" || state === "finished") return { ok: false, reason: "over" };
    const { proposal } = found;
    const sessions = await listSpans(tx, { eventId: event.id });
    const startsAfter = firstGap(sessions, proposal.minutes, minutesOf(event));
    if (startsAfter === undefined || sessions.length >= SESSIONS_MAX) {
      return { ok: false, reason: "no-room" };
    }
    const { title, abstract: description, minutes, personId } = proposal;
    const columns = { title, description, minutes, startsAfter, track: "" };
    const sessionId = await insertSession(tx, { event, columns, now });
    await insertSpeaker(tx, { sessionId, speaker: { personId }, position: 1 });
    await decide(tx, { proposalId, verdict: "accepted", note, viewer: act.viewer, sessionId, now });
    await noteEvent(tx, {
      eventId: event.id,
      kind: "edited",
      actorId: act.viewer.id,
      detail: { what: "timetable" },
      at: now,
    });
    await tellPeople(tx, {
      kind: "talk-accepted",
      event,
      recipients: [personId],
      message: note || undefined,
      actorId: act.viewer.id,
      onceKey: `p${proposalId}`,
      now,
    });
    return { ok: true, sessionId };
  });
}

/** Declines a talk, with a note that its proposer reads. */
export async function declineProposal(
  db: Db,
  { proposalId, note, now, ...act }: Decision,
): Promise<{ ok: true } | Decided | Refused> {
  return withEvent(db, act, async (tx, event) => {
    const found = await openProposal(tx, event, proposalId);
    if (!found.ok) return found;
    await decide(tx, { proposalId, verdict: "declined", note, viewer: act.viewer, now });
    await tellPeople(tx, {
      kind: "talk-declined",
      event,
      recipients: [found.proposal.personId],
      message: note || undefined,
      actorId: act.viewer.id,
      onceKey: `p${proposalId}`,
      now,
    });
    return { ok: true };
  });
}

async function openProposal(tx: DbOrTx, event: EventRow, proposalId: number) {
  const [proposal] = await tx
    .select()
    .from(talkProposals)
    .where(and(eq(talkProposals.id, proposalId), eq(talkProposals.eventId, event.id)))
    .for("update");
  if (!proposal) return { ok: false, reason: "not-found" } as const;
  if (proposal.verdict) return { ok: false, reason: "decided" } as const;
  if (proposal.withdrawnAt) return { ok: false, reason: "withdrawn" } as const;
  return { ok: true, proposal } as const;
}

async function decide(
  tx: DbOrTx,
  {
    proposalId,
    verdict,
    note,
    viewer,
    sessionId,
    now,
  }: {
    proposalId: number;
    verdict: "accepted" | "declined";
    note: string;
    viewer: Viewer;
    sessionId?: number;
    now: Date;
  },
): Promise<void> {
  await tx
    .update(talkProposals)
    .set({ verdict, note, decidedBy: viewer.id, decidedAt: now, sessionId })
    .where(eq(talkProposals.id, proposalId));
}

const columns = {
  id: talkProposals.id,
  title: talkProposals.title,
  abstract: talkProposals.abstract,
  minutes: talkProposals.minutes,
  proposedAt: talkProposals.proposedAt,
  withdrawnAt: talkProposals.withdrawnAt,
  verdict: talkProposals.verdict,
  note: talkProposals.note,
  sessionId: talkProposals.sessionId,
};

/** What was proposed for an event, the undecided first; for those who run it. */
export async function listProposals(db: DbOrTx, { eventId }: { eventId: number }) {
  const isOpen = sql`${talkProposals.verdict} is null and ${talkProposals.withdrawnAt} is null`;
  const rows = await db
    .select({ ...columns, by: personSummary })
    .from(talkProposals)
    .innerJoin(people, eq(people.id, talkProposals.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(talkProposals.eventId, eventId))
    .orderBy(desc(isOpen), asc(talkProposals.id))
    .limit(200);
  return rows.map(({ by, ...row }) => ({
    ...row,
    state: proposalState(row),
    by: toPersonSummary(by),
  }));
}

/** What the viewer proposed for an event. */
export async function listOwnProposals(db: DbOrTx, { viewer, eventId }: Omit<Act, "now">) {
  const rows = await db
    .select(columns)
    .from(talkProposals)
    .where(and(eq(talkProposals.eventId, eventId), eq(talkProposals.personId, viewer.id)))
    .orderBy(desc(talkProposals.id));
  return rows.map((row) => ({ ...row, state: proposalState(row) }));
}
