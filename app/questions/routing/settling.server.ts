import { and, eq, inArray } from "drizzle-orm";
import { notify } from "#app/notifications/notifications.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { routingOffers } from "#db/schema/routing.ts";
import { endOffers, fillOffers } from "./offers.server.ts";
import { lockHelpers } from "./routable-helpers.server.ts";
import { dueInStep, type LiveStep, STEP_AFTER, stepAfter } from "./routing.ts";
import { dueMoment, workedAt } from "./routing-clock.ts";
import { type Desk, noteAtDesk } from "./routing-desk.server.ts";

/**
 * Does for the question on the desk what is due by now, and sees to it that it lies with as many
 * people as its step asks for; where nobody can be asked, it goes to the CS queue. Nothing happens
 * while its clock stands still.
 */
export async function settle(tx: DbOrTx, desk: Desk): Promise<void> {
  const { routing, question } = desk;
  if (!routing.clockSince) return;
  await lockHelpers(tx, { productAreaId: question.productAreaId });
  while (isDue(desk)) await moveOn(tx, desk);
  if (routing.takenBy !== null || routing.step === "staff") return;
  if (!(await fillOffers(tx, desk))) await reachStep(tx, desk, "staff", "nobody-found");
}

function isDue({ calendar, routing, now }: Desk): boolean {
  return routing.dueMs !== null && workedAt(calendar, routing, now) >= routing.dueMs;
}

async function moveOn(tx: DbOrTx, desk: Desk): Promise<void> {
  const { routing } = desk;
  if (routing.takenBy !== null) await lapseTake(tx, desk);
  const step = stepAfter(routing.dueMs ?? 0);
  if (STEP_AFTER[step] > STEP_AFTER[routing.step as LiveStep]) {
    await reachStep(tx, desk, step, "time");
  } else {
    routing.dueMs = dueInStep(routing.step as LiveStep);
  }
}

/** Moves the question to a step; from then on that step's deadline counts. */
export async function reachStep(
  tx: DbOrTx,
  desk: Desk,
  step: LiveStep,
  because: "time" | "nobody-found",
): Promise<void> {
  const { routing, question, calendar, now } = desk;
  const logged = await noteAtDesk(tx, desk, {
    kind: "step-reached",
    detail: {
      step,
      because,
      workedMs: workedAt(calendar, routing, now),
      ...(because === "time" && { dueAt: dueMoment(calendar, routing)?.toISOString() }),
    },
  });
  Object.assign(routing, { step, stepSince: now, dueMs: dueInStep(step) });
  if (step === "staff") {
    // What helpers did not take by then weighs on them no more.
    await endOffers(tx, desk, { because: "queued" });
    await notify(tx, {
      kind: "queued",
      questionId: question.id,
      actorId: null,
      recipients: await listStaff(tx),
      onceKey: `routing:${logged}`,
      now,
    });
  }
}

async function listStaff(tx: DbOrTx): Promise<number[]> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.role, ["staff", "admin"]));
  return rows.map(({ id }) => id);
}

/** Whoever took the question and gave no answer in time keeps it as an offer, if at all. */
async function lapseTake(tx: DbOrTx, desk: Desk): Promise<void> {
  const { routing, question, now } = desk;
  const personId = routing.takenBy;
  if (personId === null) return;
  const logged = await noteAtDesk(tx, desk, {
    kind: "take-lapsed",
    personId,
    detail: { takenAt: routing.takenAt?.toISOString() },
  });
  const state = routing.step === "staff" ? "ended" : "offered";
  await tx
    .update(routingOffers)
    .set({ state, answeredAt: state === "ended" ? now : null })
    .where(and(eq(routingOffers.questionId, question.id), eq(routingOffers.personId, personId)));
  Object.assign(routing, { takenBy: null, takenAt: null });
  await notify(tx, {
    kind: "take-lapsed",
    questionId: question.id,
    actorId: null,
    recipients: [personId],
    onceKey: `routing:${logged}`,
    now,
  });
}
