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
import { closeDesk, findRoutedQuestion, noteAtDesk } from "./routing-desk.server.ts";
import { settle } from "./settling.server.ts";
import { openDeskFor } from "./taking.server.ts";

type Act = { viewer: Viewer; questionId: number; now: Date };

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
): Promise<
  { ok: true } | { ok: false; reason: "not-found" | "not-allowed" | "colleague-unavailable" }
> {
  const { viewer, questionId, now } = act;
  return db
    .transaction(async (tx) => {
      const opened = await openDeskFor(tx, act);
      if (!opened.ok) return opened;
      const { desk, question } = opened;
      const { routing } = desk;
      await lockHelpers(tx, { productAreaId: question.productAreaId, alsoIds: [viewer.id] });
      const passed = await tx
        .update(routingOffers)
        .set({ state: "passed", answeredAt: now })
        .where(
          and(
            eq(routingOffers.questionId, questionId),
            eq(routingOffers.personId, viewer.id),
            eq(routingOffers.state, routing.takenBy === viewer.id ? "taken" : "offered"),
          ),
        )
        .returning();
      if (passed.length === 0 && routing.takenBy !== viewer.id) {
        return { ok: false, reason: "not-allowed" };
      }
      const { fit } = await listRoutableHelpers(tx, { question: desk.question, now });
      const successor = fit.find(({ id }) => id === to);
      if (!successor) throw new Unavailable();
      if (routing.takenBy === viewer.id) {
        const dueMs = dueInStep(routing.step as LiveStep);
        Object.assign(routing, { takenBy: null, takenAt: null, dueMs });
      }
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
        questionId,
        actorId: viewer.id,
        recipients: [to],
        onceKey: `routing:${logged}`,
        now,
      });
      await settle(tx, desk);
      await closeDesk(tx, desk);
      return { ok: true } as const;
    })
    .catch((error) => {
      // Thrown, so that what was done before is rolled back.
      if (error instanceof Unavailable) return { ok: false, reason: "colleague-unavailable" };
      throw error;
    });
}

class Unavailable extends Error {}
