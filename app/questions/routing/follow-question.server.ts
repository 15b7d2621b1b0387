import type { DbOrTx } from "#db/client.server.ts";
import { endOffers } from "./offers.server.ts";
import { dueInStep, wantedFor } from "./routing.ts";
import { readClock } from "./routing-clock.ts";
import {
  closeDesk,
  type Desk,
  findRoutedQuestion,
  newDesk,
  noteAtDesk,
  type Occasion,
  openDesk,
} from "./routing-desk.server.ts";
import { settle } from "./settling.server.ts";

/**
 * Begins to look for somebody who answers a question that was just asked, in the transaction that
 * asks it.
 *
 * @returns the people it was offered to
 */
export async function startRouting(tx: DbOrTx, occasion: Occasion): Promise<number[]> {
  const found = await findRoutedQuestion(tx, occasion.questionId);
  if (!found) throw new Error("No question to route");
  const { question } = found;
  const desk = await newDesk(tx, question, occasion);
  await noteAtDesk(tx, desk, {
    kind: "started",
    detail: { area: question.productAreaId, language: question.locale },
  });
  await settle(tx, desk);
  await closeDesk(tx, desk);
  return desk.offeredTo;
}

/**
 * Lets the search for somebody follow what became of the question: its clock stands still while
 * information is missing; an answer, closing, hiding or deleting ends it; and whatever takes these
 * back lets it go on where it stopped. Called at the end of every command that changes a question's
 * state, which by then is stored and the question locked. Does nothing when nothing changed.
 */
export async function followQuestion(tx: DbOrTx, occasion: Occasion): Promise<void> {
  const found = await findRoutedQuestion(tx, occasion.questionId);
  if (!found) return;
  const { question, is } = found;
  const wanted = wantedFor(question);
  // What ended, or never began, waits for missing information first.
  const rests = is === "ended" || is === "unrouted";
  if (is === wanted || (rests && wanted !== "running")) return;
  if (is === "unrouted") {
    await startRouting(tx, occasion);
    return;
  }
  const desk = await openDesk(tx, question, occasion);
  if (wanted === "ended") await endRouting(tx, desk);
  else if (wanted === "paused") await pauseRouting(tx, desk);
  else if (is === "ended") await restartRouting(tx, desk);
  else await resumeRouting(tx, desk);
  await closeDesk(tx, desk);
}

async function endRouting(tx: DbOrTx, desk: Desk): Promise<void> {
  const { question, routing, calendar, now } = desk;
  const { workedMs } = readClock(calendar, routing, now);
  const because = question.deletedAt
    ? "deleted"
    : question.answerCount > 0
      ? "answered"
      : question.state;
  await endOffers(tx, desk, { because });
  await noteAtDesk(tx, desk, { kind: "ended", detail: { because, workedMs, step: routing.step } });
  Object.assign(routing, {
    step: "ended",
    stepSince: now,
    workedMs,
    clockSince: null,
    dueMs: null,
  });
}

async function pauseRouting(tx: DbOrTx, desk: Desk): Promise<void> {
  const { routing, calendar, now } = desk;
  const { workedMs } = readClock(calendar, routing, now);
  Object.assign(routing, { workedMs, clockSince: null });
  await noteAtDesk(tx, desk, { kind: "paused", detail: { workedMs } });
}

async function resumeRouting(tx: DbOrTx, desk: Desk): Promise<void> {
  const { routing, now } = desk;
  routing.clockSince = now;
  await noteAtDesk(tx, desk, { kind: "resumed", detail: { workedMs: routing.workedMs } });
  await settle(tx, desk);
}

/** Goes on with the clock as it was, so that an undone deletion costs the asker nothing. */
async function restartRouting(tx: DbOrTx, desk: Desk): Promise<void> {
  const { routing, now } = desk;
  Object.assign(routing, { step: "first", stepSince: now, clockSince: now });
  Object.assign(routing, { dueMs: dueInStep("first"), takenBy: null, takenAt: null });
  await noteAtDesk(tx, desk, { kind: "restarted", detail: { workedMs: routing.workedMs } });
  await settle(tx, desk);
}
