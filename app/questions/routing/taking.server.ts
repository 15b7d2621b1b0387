import { and, eq, inArray } from "drizzle-orm";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import { isSupporter } from "#app/people/supporters.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { helperSettings, routingOffers } from "#db/schema/routing.ts";
import type { OfferState } from "#db/vocabulary.ts";
import { listThoseWhoSee, watchByTakingPart } from "../audience.server.ts";
import { type LockedQuestion, lockQuestion } from "../lock-question.server.ts";
import { endOffers, OPEN_OFFERS, saveOffer } from "./offers.server.ts";
import { lockHelpers } from "./routable-helpers.server.ts";
import { canTake, DEFAULT_LOAD_CAP, dueAfterTake, dueInStep, type LiveStep } from "./routing.ts";
import { readClock } from "./routing-clock.ts";
import {
  closeDesk,
  type Desk,
  findRoutedQuestion,
  noteAtDesk,
  openDesk,
} from "./routing-desk.server.ts";
import { settle } from "./settling.server.ts";

type Act = { viewer: Viewer; questionId: number; now: Date };
type Refusal<Reason extends string = never> = {
  ok: false;
  reason: "not-found" | "not-allowed" | Reason;
};

/** Opens the desk for somebody who acts on a question that is on its way to an answer. */
export async function openDeskFor(
  tx: DbOrTx,
  { viewer, questionId, now }: Act,
): Promise<{ ok: true; desk: Desk; question: LockedQuestion } | Refusal> {
  const question = await lockQuestion(tx, viewer, questionId);
  if (!question) return { ok: false, reason: "not-found" };
  const found = await findRoutedQuestion(tx, questionId);
  if (!found || found.is === "unrouted" || found.is === "ended") {
    return { ok: false, reason: "not-allowed" };
  }
  const desk = await openDesk(tx, found.question, { actorId: viewer.id, now });
  return { ok: true, desk, question };
}

/**
 * Makes the viewer the one who answers (担当者). Of several at once, one wins; taking again what one
 * has changes nothing. A helper to whom it was not offered may take it too, within their load cap.
 */
export async function takeQuestion(
  db: DbOrTx,
  act: Act,
): Promise<{ ok: true } | Refusal<"already-taken" | "load-cap">> {
  const { viewer, questionId, now } = act;
  return db.transaction(async (tx) => {
    const opened = await openDeskFor(tx, act);
    if (!opened.ok) return opened;
    const { desk, question } = opened;
    const { routing } = desk;
    if (!canTake(viewer, question)) return { ok: false, reason: "not-allowed" };
    if (routing.takenBy === viewer.id) return { ok: true };
    if (routing.takenBy !== null) return { ok: false, reason: "already-taken" };
    await lockHelpers(tx, { productAreaId: question.productAreaId, alsoIds: [viewer.id] });
    if (!isStaff(viewer)) {
      const room = await findRoom(tx, { personId: viewer.id, questionId });
      if (!room) return { ok: false, reason: "not-allowed" };
      const isOffered = room.offer === "offered";
      if (!isOffered && room.load >= room.cap) return { ok: false, reason: "load-cap" };
      await saveOffer(tx, desk, { personId: viewer.id, state: "taken" });
    }
    await assignTo(tx, desk, viewer.id);
    await endOffers(tx, desk, { because: "taken", exceptId: viewer.id });
    await closeDesk(tx, desk);
    await watchByTakingPart(tx, { questionId, personId: viewer.id, now });
    return { ok: true };
  });
}

/** Notes who answers the question, starts their time, and tells the asker. */
async function assignTo(tx: DbOrTx, desk: Desk, personId: number): Promise<void> {
  const { calendar, question, now } = desk;
  const clock = readClock(calendar, desk.routing, now);
  const dueMs = dueAfterTake(desk.routing.step as LiveStep, clock.workedMs);
  Object.assign(desk.routing, clock, { dueMs, takenBy: personId, takenAt: now });
  const logged = await noteAtDesk(tx, desk, {
    kind: "taken",
    personId,
    detail: { step: desk.routing.step, workedMs: clock.workedMs, dueMs },
  });
  await notify(tx, {
    kind: "taken",
    questionId: question.id,
    actorId: personId,
    recipients: await listThoseWhoSee(tx, question, [question.authorId]),
    onceKey: `routing:${logged}`,
    now,
  });
}

/** A helper's load, cap, and offer of one question; undefined for who is no helper. */
async function findRoom(
  tx: DbOrTx,
  { personId, questionId }: { personId: number; questionId: number },
): Promise<{ load: number; cap: number; offer: OfferState | undefined } | undefined> {
  const [helper] = await tx
    .select({ cap: helperSettings.loadCap })
    .from(people)
    .leftJoin(helperSettings, eq(helperSettings.personId, people.id))
    .where(and(eq(people.id, personId), isSupporter()));
  if (!helper) return undefined;
  const offers = await tx
    .select({ questionId: routingOffers.questionId, state: routingOffers.state })
    .from(routingOffers)
    .where(and(eq(routingOffers.personId, personId), inArray(routingOffers.state, OPEN_OFFERS)));
  return {
    load: offers.length,
    cap: helper.cap ?? DEFAULT_LOAD_CAP,
    offer: offers.find((offer) => offer.questionId === questionId)?.state,
  };
}

/** Gives a taken question back; others are asked in its place. */
export async function returnQuestion(
  db: DbOrTx,
  { reason = "", ...act }: Act & { reason?: string },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const opened = await openDeskFor(tx, act);
    if (!opened.ok) return opened;
    const { desk } = opened;
    if (desk.routing.takenBy !== act.viewer.id) return { ok: false, reason: "not-allowed" };
    await releaseTo(tx, desk, { because: reason });
    await settle(tx, desk);
    await closeDesk(tx, desk);
    return { ok: true };
  });
}

/** Takes the question out of the hands of whoever took it; the deadline of its step counts again. */
async function releaseTo(tx: DbOrTx, desk: Desk, { because }: { because: string }): Promise<void> {
  const { question, routing, now } = desk;
  const personId = routing.takenBy as number;
  await tx
    .update(routingOffers)
    .set({ state: "passed", answeredAt: now })
    .where(and(eq(routingOffers.questionId, question.id), eq(routingOffers.personId, personId)));
  const dueMs = dueInStep(routing.step as LiveStep);
  Object.assign(routing, { takenBy: null, takenAt: null, dueMs });
  await noteAtDesk(tx, desk, { kind: "passed", personId, detail: { because } });
}

/** Says no to an offer; somebody else is asked in its place. */
export async function declineOffer(
  db: DbOrTx,
  { reason = "", ...act }: Act & { reason?: string },
): Promise<{ ok: true } | Refusal> {
  const { viewer, questionId, now } = act;
  return db.transaction(async (tx) => {
    const opened = await openDeskFor(tx, act);
    if (!opened.ok) return opened;
    const { desk } = opened;
    const declined = await tx
      .update(routingOffers)
      .set({ state: "declined", answeredAt: now })
      .where(
        and(
          eq(routingOffers.questionId, questionId),
          eq(routingOffers.personId, viewer.id),
          eq(routingOffers.state, "offered"),
        ),
      )
      .returning();
    if (declined.length === 0) return { ok: false, reason: "not-allowed" };
    await noteAtDesk(tx, desk, {
      kind: "declined",
      personId: viewer.id,
      detail: { because: reason },
    });
    await settle(tx, desk);
    await closeDesk(tx, desk);
    return { ok: true };
  });
}
