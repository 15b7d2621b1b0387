import { and, eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { routingOffers } from "#db/schema/routing.ts";
import { saveOffer } from "./offers.server.ts";
import {
  listRoutableHelpers,
  lockHelpers,
  type RoutableHelper,
} from "./routable-helpers.server.ts";
import { dueInStep, type LiveStep } from "./routing.ts";
import { closeDesk, type Desk, findRoutedQuestion, noteAtDesk } from "./routing-desk.server.ts";
import { settle } from "./settling.server.ts";
import { openDeskFor } from "./taking.server.ts";

type Act = { viewer: Viewer; questionId: number; now: Date };

type Outcome =
  | { ok: true }
  | { ok: false; reason: "not-found" | "not-allowed" | "colleague-unavailable" };

/** Colleagues to whom a question can be handed over now, least loaded first. */
export async function listSuccessors(
  db: DbOrTx,
  { viewer, questionId, now }: Act,
): Promise<RoutableHelper[]> {
  const found = await findRoutedQuestion(db, questionId);
  if (!found) return [];
  const { fit } = await listRoutableHelpers(db, { question: found.question, now });
  return fit.filter(({ id }) => id !== viewer.id);
}

/**
 * Hands a question that the viewer took, or was offered, over to a colleague, who is told by whom and
 * can take or decline it like any other. Refused when the colleague cannot be asked any more.
 */
export async function handOver(
  db: DbOrTx,
  { to, note = "", ...act }: Act & { to: number; note?: string },
): Promise<Outcome> {
  const { viewer, now } = act;
  return db.transaction(async (tx) => {
    const opened = await openDeskFor(tx, act);
    if (!opened.ok) return opened;
    const { desk, question } = opened;
    await lockHelpers(tx, { productAreaId: question.productAreaId, alsoIds: [viewer.id] });
    if (!(await holds(tx, desk, viewer.id))) return { ok: false, reason: "not-allowed" };
    const { fit } = await listRoutableHelpers(tx, { question: desk.question, now });
    const successor = fit.find(({ id }) => id === to && id !== viewer.id);
    if (!successor) return { ok: false, reason: "colleague-unavailable" };
    await letGo(tx, desk, viewer.id);
    await saveOffer(tx, desk, { personId: to, state: "offered" });
    const { load, cap } = successor;
    const logged = await noteAtDesk(
      tx,
      desk,
      { kind: "passed", personId: viewer.id, detail: { because: note } },
      { kind: "handed-over", personId: to, detail: { load: load + 1, cap } },
    );
    await notify(tx, {
      kind: "handed-over",
      questionId: question.id,
      actorId: viewer.id,
      recipients: [to],
      onceKey: `routing:${logged}`,
      now,
    });
    await settle(tx, desk);
    await closeDesk(tx, desk);
    return { ok: true };
  });
}

/** Whether the question lies with a person, taken by them or offered to them. */
async function holds(tx: DbOrTx, { question, routing }: Desk, personId: number): Promise<boolean> {
  if (routing.takenBy !== null) return routing.takenBy === personId;
  const offered = await tx
    .select({ id: routingOffers.id })
    .from(routingOffers)
    .where(offerTo(question.id, personId));
  return offered.length > 0;
}

async function letGo(
  tx: DbOrTx,
  { question, routing, now }: Desk,
  personId: number,
): Promise<void> {
  await tx
    .update(routingOffers)
    .set({ state: "passed", answeredAt: now })
    .where(
      routing.takenBy === personId
        ? and(eq(routingOffers.questionId, question.id), eq(routingOffers.personId, personId))
        : offerTo(question.id, personId),
    );
  if (routing.takenBy !== personId) return;
  const dueMs = dueInStep(routing.step as LiveStep);
  Object.assign(routing, { takenBy: null, takenAt: null, dueMs });
}

function offerTo(questionId: number, personId: number) {
  return and(
    eq(routingOffers.questionId, questionId),
    eq(routingOffers.personId, personId),
    eq(routingOffers.state, "offered"),
  );
}
