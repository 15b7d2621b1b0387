import { and, eq, isNull } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { Db } from "#db/client.server.ts";
import { credentials } from "#db/schema/credentials.ts";
import { noteCredential } from "./credential-history.server.ts";
import { credentialTopic } from "./credential-topic.ts";
import { findVersionTerms } from "./version-terms.server.ts";

/**
 * Takes a credential away at once: marks on new answers, directory, routing and verification all ask
 * whether it is live. Old answers keep the mark of their time. The holder is told the reason.
 */
export async function revokeCredential(
  db: Db,
  {
    credentialId,
    reason,
    actorId,
    address,
    now,
  }: { credentialId: number; reason: string; actorId: number; address?: string; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "unknown" | "already-ended" }> {
  return db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(credentials)
      .set({ endedAt: now, ending: "revoked", revokedBy: actorId, revokeReason: reason })
      .where(and(eq(credentials.id, credentialId), isNull(credentials.endedAt)))
      .returning();
    if (!revoked) {
      const [ended] = await tx
        .select({ id: credentials.id })
        .from(credentials)
        .where(eq(credentials.id, credentialId));
      return { ok: false, reason: ended ? "already-ended" : "unknown" };
    }
    const onceKey = await noteCredential(tx, {
      credentialId,
      event: "revoked",
      actorId,
      detail: { reason },
      at: now,
    });
    await recordAudit(tx, {
      actorId,
      action: "credential.revoked",
      targetKind: "credential",
      targetId: credentialId,
      detail: { number: revoked.number },
      address,
      at: now,
    });
    const version = await findVersionTerms(tx, revoked.versionId);
    await notify(tx, {
      kind: "credential-revoked",
      about: credentialTopic({ ...revoked, ...version }),
      actorId,
      detail: { message: reason },
      recipients: [revoked.personId],
      onceKey,
      now,
    });
    return { ok: true };
  });
}
