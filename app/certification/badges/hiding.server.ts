import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { credentials } from "#db/schema/credentials.ts";
import { noteCredential } from "../credentials/credential-history.server.ts";
import { findVisibleCredential } from "./visible-credential.server.ts";

type Change = { viewer: Viewer; publicId: string; hidden: boolean; now: Date };

/**
 * Hides the public page of a credential, or shows it again. Only its holder decides; that it already
 * is as wanted is no error. What the status lists say does not change.
 */
export async function hideCredential(
  db: DbOrTx,
  { viewer, publicId, hidden, now }: Change,
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "not-allowed" }> {
  const credential = await findVisibleCredential(db, { viewer, publicId });
  if (!credential) return { ok: false, reason: "not-found" };
  if (credential.holder.id !== viewer.id) return { ok: false, reason: "not-allowed" };
  await db.transaction(async (tx) => {
    const [changed] = await tx
      .update(credentials)
      .set({ hiddenAt: hidden ? now : null })
      .where(
        and(
          eq(credentials.id, credential.id),
          hidden ? isNull(credentials.hiddenAt) : isNotNull(credentials.hiddenAt),
        ),
      )
      .returning({ id: credentials.id });
    if (!changed) return;
    await noteCredential(tx, {
      credentialId: changed.id,
      event: hidden ? "hidden" : "shown",
      actorId: viewer.id,
      at: now,
    });
  });
  return { ok: true };
}
