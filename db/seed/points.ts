import { reconcileAllPoints } from "#app/points/points.server.ts";
import { recordVotingRings } from "#app/points/rings.server.ts";
import type { DbOrTx } from "#db/client.server.ts";

/** Works out the points of the demo community from what people did, as the nightly job would. */
export async function seedPoints(tx: DbOrTx, { now }: { now: Date }): Promise<void> {
  await recordVotingRings(tx, { now });
  await reconcileAllPoints(tx, { now });
}
