import { and, eq, inArray, ne } from "drizzle-orm";
import { notify } from "#app/notifications/notifications.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { routingOffers } from "#db/schema/routing.ts";
import type { OfferState } from "#db/vocabulary.ts";
import { listRoutableHelpers, type RoutableHelper } from "./routable-helpers.server.ts";
import { FIRST_OFFERS, type LiveStep } from "./routing.ts";
import { type Desk, noteAtDesk } from "./routing-desk.server.ts";

export const OPEN_OFFERS: OfferState[] = ["offered", "taken"];

/**
 * Offers the question to as many more people as its step asks for. Says whether it now lies with
 * anybody. The helpers concerned are locked by the caller.
 */
export async function fillOffers(tx: DbOrTx, desk: Desk): Promise<boolean> {
  const step = desk.routing.step as LiveStep;
  const open = await listOpenOffers(tx, desk);
  const missing = step === "first" ? FIRST_OFFERS - open.length : Number.POSITIVE_INFINITY;
  if (missing <= 0) return true;
  const { question, now } = desk;
  const { fit, unfit } = await listRoutableHelpers(tx, { question, now });
  const chosen = fit.slice(0, missing);
  await makeOffers(tx, desk, chosen);
  const lies = open.length + chosen.length > 0;
  if (!lies) await noteAtDesk(tx, desk, { kind: "nobody-found", detail: { step, unfit } });
  return lies;
}

export async function listOpenOffers(tx: DbOrTx, { question }: Desk): Promise<number[]> {
  const rows = await tx
    .select({ personId: routingOffers.personId })
    .from(routingOffers)
    .where(
      and(eq(routingOffers.questionId, question.id), inArray(routingOffers.state, OPEN_OFFERS)),
    );
  return rows.map(({ personId }) => personId);
}

async function makeOffers(tx: DbOrTx, desk: Desk, helpers: RoutableHelper[]): Promise<void> {
  if (helpers.length === 0) return;
  const { question, now } = desk;
  const ids = helpers.map(({ id }) => id);
  for (const personId of ids) await saveOffer(tx, desk, { personId, state: "offered" });
  const logged = await noteAtDesk(
    tx,
    desk,
    ...helpers.map(({ id, load, cap }) => ({
      kind: "offered" as const,
      personId: id,
      detail: {
        step: desk.routing.step,
        area: question.productAreaId,
        language: question.locale,
        load: load + 1,
        cap,
      },
    })),
  );
  desk.offeredTo.push(...ids);
  await notify(tx, {
    kind: "routed",
    questionId: question.id,
    actorId: null,
    recipients: ids,
    onceKey: `routing:${logged}`,
    now,
  });
}

/** Makes the one offer of the question to a person what it is from now on. */
export async function saveOffer(
  tx: DbOrTx,
  { question, routing, now }: Desk,
  { personId, state }: { personId: number; state: "offered" | "taken" },
): Promise<void> {
  const values = {
    step: routing.step,
    state,
    answeredAt: state === "taken" ? now : null,
    ...(state === "offered" && { offeredAt: now }),
  };
  await tx
    .insert(routingOffers)
    .values({ questionId: question.id, personId, offeredAt: now, ...values })
    .onConflictDoUpdate({
      target: [routingOffers.questionId, routingOffers.personId],
      set: values,
    });
}

/** Ends open offers, all or those of some people, though not the one of `exceptId`. */
export async function endOffers(
  tx: DbOrTx,
  desk: Desk,
  { because, personIds, exceptId }: { because: string; personIds?: number[]; exceptId?: number },
): Promise<void> {
  const ended = await tx
    .update(routingOffers)
    .set({ state: "ended", answeredAt: desk.now })
    .where(
      and(
        eq(routingOffers.questionId, desk.question.id),
        inArray(routingOffers.state, OPEN_OFFERS),
        personIds && inArray(routingOffers.personId, personIds),
        exceptId === undefined ? undefined : ne(routingOffers.personId, exceptId),
      ),
    )
    .returning({ personId: routingOffers.personId });
  const entries = ended
    .map(({ personId }) => personId)
    .sort((a, b) => a - b)
    .map((personId) => ({ kind: "offer-ended" as const, personId, detail: { because } }));
  await noteAtDesk(tx, desk, ...entries);
}
