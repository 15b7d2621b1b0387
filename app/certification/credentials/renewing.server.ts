import { and, eq, isNull } from "drizzle-orm";
import { after, DAY, dayIn } from "#app/lib/time.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { Db } from "#db/client.server.ts";
import { credentialRenewals, credentials } from "#db/schema/credentials.ts";
import type { RenewalWay } from "#db/vocabulary.ts";
import { noteCredential } from "./credential-history.server.ts";
import { credentialTopic } from "./credential-topic.ts";
import { canRenew, RENEWAL_DAYS, termFrom } from "./credentials.ts";
import { findRenewalEvidence } from "./renewal-evidence.server.ts";
import { findVersionTerms } from "./version-terms.server.ts";

/**
 * Gives a credential its next term, which begins where the last ended, when maintenance evidence is
 * there: a passed renewal exam, else enough answers accepted or verified again. Once for each term.
 */
export async function renewCredential(
  db: Db,
  { credentialId, actorId, now }: { credentialId: number; actorId: number | null; now: Date },
): Promise<
  | { ok: true; expiresAt: Date }
  | { ok: false; reason: "unknown" | "already-ended" | "too-early" | "not-enough" }
> {
  return db.transaction(async (tx) => {
    const [credential] = await tx
      .select()
      .from(credentials)
      .where(eq(credentials.id, credentialId))
      .for("update");
    if (!credential) return { ok: false, reason: "unknown" };
    if (credential.endedAt || credential.lapsesAt <= now) {
      return { ok: false, reason: "already-ended" };
    }
    if (!canRenew(credential, now)) return { ok: false, reason: "too-early" };
    const version = await findVersionTerms(tx, credential.versionId);
    const evidence = await findRenewalEvidence(tx, {
      credential,
      renewalExamId: version.renewalExamId,
      examSince: after(credential.expiresAt, -RENEWAL_DAYS * DAY),
      now,
    });
    const way = wayOf(evidence, version);
    if (!way) return { ok: false, reason: "not-enough" };
    const term = termFrom(credential.expiresAt, version);
    await tx
      .update(credentials)
      .set(term)
      .where(and(eq(credentials.id, credentialId), isNull(credentials.endedAt)));
    await tx.insert(credentialRenewals).values({
      credentialId,
      way,
      attemptId: way === "exam" ? evidence.attemptId : null,
      answers: way === "answers" ? evidence.answers : null,
      formerExpiresAt: credential.expiresAt,
      expiresAt: term.expiresAt,
      at: now,
    });
    const onceKey = await noteCredential(tx, {
      credentialId,
      event: "renewed",
      actorId,
      detail: { way, until: term.expiresAt.toISOString() },
      at: now,
    });
    await notify(tx, {
      kind: "credential-renewed",
      about: credentialTopic({ ...credential, ...version }),
      actorId: null,
      detail: { date: dayIn("Asia/Tokyo", term.expiresAt) },
      recipients: [credential.personId],
      onceKey,
      now,
    });
    return { ok: true, expiresAt: term.expiresAt };
  });
}

/** By which of the ways a version offers the evidence renews; undefined while it does not. */
export function wayOf(
  evidence: { attemptId: number | null; answers: number },
  version: { renewalExamId: number | null; renewalAnswers: number | null },
): RenewalWay | undefined {
  if (version.renewalExamId !== null && evidence.attemptId !== null) return "exam";
  if (version.renewalAnswers !== null && evidence.answers >= version.renewalAnswers) {
    return "answers";
  }
  return undefined;
}
