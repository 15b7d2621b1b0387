import type { Viewer } from "#app/auth/viewer.ts";
import { cancelRegistration } from "#app/events/admission/cancelling.server.ts";
import { acceptOffer } from "#app/events/admission/offers.server.ts";
import { registerForEvent } from "#app/events/admission/registering.server.ts";
import { connect } from "#db/client.server.ts";

/** One of several processes of the portal at once: does what it is told, all of it at the same time. */
export type Orders = {
  url: string;
  eventId: number;
  ticketTypeId: number;
  deeds: { kind: "apply" | "cancel" | "accept"; viewer: Viewer }[];
  now: string;
};
export type Done = { outcomes: string[] } | { error: string };

async function carryOut({ url, eventId, ticketTypeId, deeds, now }: Orders): Promise<string[]> {
  const { db, close } = connect(url, { maxConnections: 8 });
  const at = new Date(now);
  const outcomes = await Promise.all(
    deeds.map(async ({ kind, viewer }) => {
      const act = { viewer, eventId, now: at };
      const outcome =
        kind === "cancel"
          ? await cancelRegistration(db, act)
          : kind === "accept"
            ? await acceptOffer(db, act)
            : await registerForEvent(db, { ...act, ticketTypeId, answers: new Map() });
      return `${kind}: ${outcome.ok ? "ok" : outcome.reason}`;
    }),
  );
  await close();
  return outcomes;
}

process.on("message", (orders: Orders) => {
  carryOut(orders).then(
    (outcomes) => process.send?.({ outcomes } satisfies Done),
    (error: unknown) => process.send?.({ error: String(error) } satisfies Done),
  );
});
process.send?.("ready");
