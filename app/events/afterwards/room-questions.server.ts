import { and, asc, eq, isNull } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import {
  type AskRefusal,
  askQuestion,
  type QuestionContent,
} from "#app/questions/asking.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { roomQuestions } from "#db/schema/attendances.ts";
import { eventAreas, eventSessions, events } from "#db/schema/events.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import type { Scope } from "#db/vocabulary.ts";
import type { Refused } from "../event-desk.server.ts";
import { stateOf } from "../events.ts";
import { visibleEvents } from "../visibility.server.ts";
import { belongsToEvent } from "./audience.server.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };

/**
 * An event from whose room the viewer may bring a question: they took part or run it, and it has
 * begun. Others who see the event are not allowed.
 */
export async function findRoom(db: DbOrTx, { viewer, eventId, now }: Act) {
  const [event] = await db
    .select({
      id: events.id,
      title: events.title,
      scope: events.scope,
      invitedOnly: events.invitedOnly,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      publishedAt: events.publishedAt,
      postponedAt: events.postponedAt,
      cancelledAt: events.cancelledAt,
      belongs: belongsToEvent(viewer),
    })
    .from(events)
    .where(and(eq(events.id, eventId), visibleEvents(viewer)));
  if (!event) return { ok: false, reason: "not-found" } as const;
  const state = stateOf(event, now);
  const isHeld = state === "published" || state === "finished";
  if (!event.belongs || !isHeld || now < event.startsAt) {
    return { ok: false, reason: "not-allowed" } as const;
  }
  const [sessions, areas] = await Promise.all([
    db
      .select({ id: eventSessions.id, title: eventSessions.title })
      .from(eventSessions)
      .where(eq(eventSessions.eventId, eventId))
      .orderBy(asc(eventSessions.startsAfter), asc(eventSessions.id)),
    db
      .select({ id: productAreas.id })
      .from(eventAreas)
      .innerJoin(productAreas, eq(productAreas.id, eventAreas.productAreaId))
      .where(and(eq(eventAreas.eventId, eventId), isNull(productAreas.retiredAt)))
      .orderBy(asc(productAreas.id)),
  ]);
  return { ok: true as const, event, sessions, areaIds: areas.map(({ id }) => id) };
}

/** Whether a question's text may name the event: everyone who reads the one sees the other. */
export function isNamedTo(event: { scope: Scope; invitedOnly: boolean }): boolean {
  return !event.invitedOnly && (event.scope === "public" || event.scope === "customers");
}

/** Scopes in which a question from the room can be asked: never wider than the event it names. */
export function roomScopes(event: { scope: Scope; invitedOnly: boolean }): Scope[] {
  return event.scope === "public" && !event.invitedOnly ? ["public", "customers"] : ["customers"];
}

/**
 * Publishes a question that was raised at an event and ties both together. Sent twice
 * (`submissionKey`), it is asked once.
 */
export async function askFromRoom(
  db: Db,
  {
    viewer,
    eventId,
    sessionId,
    content,
    submissionKey,
    now,
  }: Act & { sessionId: number | undefined; content: QuestionContent; submissionKey: string },
): Promise<
  { ok: true; questionId: number } | Refused | AskRefusal | { ok: false; reason: "session-unknown" }
> {
  const room = await findRoom(db, { viewer, eventId, now });
  if (!room.ok) return room;
  if (sessionId !== undefined && !room.sessions.some(({ id }) => id === sessionId)) {
    return { ok: false, reason: "session-unknown" };
  }
  if (!roomScopes(room.event).includes(content.scope)) {
    return { ok: false, reason: "scope-not-allowed" };
  }
  return db.transaction(async (tx) => {
    const draftPlace = `room-question:${eventId}`;
    const asked = await askQuestion(tx, { viewer, content, submissionKey, draftPlace, now });
    if (!asked.ok) return asked;
    const { questionId } = asked;
    await tx
      .insert(roomQuestions)
      .values({ questionId, eventId, sessionId, addedBy: viewer.id, addedAt: now })
      .onConflictDoNothing();
    return asked;
  });
}
