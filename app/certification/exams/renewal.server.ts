import { renewCredential } from "#app/certification/credentials/renewing.server.ts";
import type { Db } from "#db/client.server.ts";
import { listGrounds } from "./grounds.server.ts";

/**
 * Renews at once the credentials that a passed exam renews. What is missed here, such as an attempt
 * that the clock ended, is found when credentials are next looked after.
 *
 * @returns how many were renewed
 */
export async function renewByExam(
  db: Db,
  { personId, examId, now }: { personId: number; examId: number; now: Date },
): Promise<number> {
  const grounds = await listGrounds(db, { personId, examId, now });
  let renewed = 0;
  for (const { id: credentialId } of grounds.filter(({ kind }) => kind === "renewal")) {
    const outcome = await renewCredential(db, { credentialId, actorId: personId, now });
    if (outcome.ok) renewed += 1;
  }
  return renewed;
}
