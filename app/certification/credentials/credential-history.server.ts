import type { DbOrTx } from "#db/client.server.ts";
import { credentialHistory } from "#db/schema/credentials.ts";
import type { CredentialEvent } from "#db/vocabulary.ts";

/**
 * Writes one line of a credential's history, in the transaction of what it tells of.
 *
 * @returns a key that names the event, for telling people once
 */
export async function noteCredential(
  tx: DbOrTx,
  line: {
    credentialId: number;
    event: CredentialEvent;
    actorId: number | null;
    detail?: Record<string, string | number>;
    at: Date;
  },
): Promise<string> {
  const [row] = await tx.insert(credentialHistory).values(line).returning();
  if (!row) throw new Error("The history was not written");
  return String(row.id);
}
