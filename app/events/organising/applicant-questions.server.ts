import { and, asc, eq, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { eventQuestions } from "#db/schema/events.ts";
import { type EventRow, noteEvent, type Refused } from "../event-desk.server.ts";
import { nextPosition, withEvent } from "./desk.server.ts";
import type { QuestionContent } from "./ticket-form.ts";
import { QUESTIONS_MAX } from "./tickets.ts";

type Act = { viewer: Viewer; eventId: number; now: Date };

/** Asks applicants one thing more. */
export async function addQuestion(
  db: Db,
  { content, now, ...act }: Act & { content: QuestionContent },
): Promise<{ ok: true } | { ok: false; reason: "too-many" | "cancelled" } | Refused> {
  return withEvent(db, act, async (tx, event) => {
    if (event.cancelledAt) return { ok: false, reason: "cancelled" };
    const position = await nextPosition(tx, "event_questions", event.id);
    if (position > QUESTIONS_MAX) return { ok: false, reason: "too-many" };
    await tx.insert(eventQuestions).values({ ...content, eventId: event.id, position });
    await note(tx, event, act, now);
    return { ok: true };
  });
}

/**
 * Changes a question. Once somebody answered it stays of its kind and keeps its choices, others may
 * be added: what was answered must go on making sense.
 */
export async function editQuestion(
  db: Db,
  { questionId, content, now, ...act }: Act & { questionId: number; content: QuestionContent },
): Promise<
  { ok: true } | { ok: false; reason: "kind-fixed" | "choices-answered" | "cancelled" } | Refused
> {
  return withEvent(db, act, async (tx, event) => {
    const question = await findQuestion(tx, { eventId: event.id, questionId });
    if (!question) return { ok: false, reason: "not-found" };
    if (event.cancelledAt) return { ok: false, reason: "cancelled" };
    if (question.answers > 0) {
      if (content.kind !== question.kind) return { ok: false, reason: "kind-fixed" };
      const isKept = question.choices.every((choice) => content.choices.includes(choice));
      if (!isKept) return { ok: false, reason: "choices-answered" };
    }
    await tx.update(eventQuestions).set(content).where(eq(eventQuestions.id, questionId));
    await note(tx, event, act, now);
    return { ok: true };
  });
}

/** Removes a question, and what was answered to it. */
export async function removeQuestion(
  db: Db,
  { questionId, now, ...act }: Act & { questionId: number },
): Promise<{ ok: true } | Refused> {
  return withEvent<{ ok: true } | Refused>(db, act, async (tx, event) => {
    const removed = await tx
      .delete(eventQuestions)
      .where(and(eq(eventQuestions.id, questionId), eq(eventQuestions.eventId, event.id)))
      .returning({ id: eventQuestions.id });
    if (removed.length === 0) return { ok: false, reason: "not-found" };
    await note(tx, event, act, now);
    return { ok: true };
  });
}

/** Asks a question one place earlier; the first stays where it is. */
export async function raiseQuestion(
  db: Db,
  { questionId, ...act }: Act & { questionId: number },
): Promise<{ ok: true } | Refused> {
  return withEvent<{ ok: true } | Refused>(db, act, async (tx, event) => {
    const questions = await listQuestions(tx, { eventId: event.id });
    const index = questions.findIndex(({ id }) => id === questionId);
    if (index < 0) return { ok: false, reason: "not-found" };
    const order = questions.map(({ id }) => id);
    if (index > 0) order.splice(index - 1, 2, questionId, order[index - 1] ?? questionId);
    for (const [place, id] of order.entries()) {
      await tx
        .update(eventQuestions)
        .set({ position: place + 1 })
        .where(eq(eventQuestions.id, id));
    }
    return { ok: true };
  });
}

const columns = {
  id: eventQuestions.id,
  kind: eventQuestions.kind,
  label: eventQuestions.label,
  choices: eventQuestions.choices,
  isRequired: eventQuestions.isRequired,
  answers: sql<number>`(select count(*)::int from registration_answers a
    where a.question_id = event_questions.id)`,
};

/** The questions of an event in their order, each with how often it was answered. */
export async function listQuestions(db: DbOrTx, { eventId }: { eventId: number }) {
  return db
    .select(columns)
    .from(eventQuestions)
    .where(eq(eventQuestions.eventId, eventId))
    .orderBy(asc(eventQuestions.position), asc(eventQuestions.id));
}

export async function findQuestion(
  db: DbOrTx,
  { eventId, questionId }: { eventId: number; questionId: number },
) {
  const [row] = await db
    .select(columns)
    .from(eventQuestions)
    .where(and(eq(eventQuestions.id, questionId), eq(eventQuestions.eventId, eventId)));
  return row;
}

async function note(tx: DbOrTx, event: EventRow, { viewer }: { viewer: Viewer }, now: Date) {
  await noteEvent(tx, {
    eventId: event.id,
    kind: "edited",
    actorId: viewer.id,
    detail: { what: "questions" },
    at: now,
  });
}
