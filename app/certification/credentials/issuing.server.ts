import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { certifications, certificationVersions } from "#db/schema/certifications.ts";
import { credentials } from "#db/schema/credentials.ts";
import { people } from "#db/schema/people.ts";
import { STATUS_LIST_LENGTH } from "../badges/status-list.ts";
import { noteCredential } from "./credential-history.server.ts";
import { termFrom } from "./credentials.ts";

const TRIES = 50;
/** Letters and digits that cannot be taken for each other (Crockford's base 32). */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export type Issue = {
  personId: number;
  versionId: number;
  applicationId?: number;
  issuedBy: number | null;
  now: Date;
};

/**
 * Issues a credential of a version for its term. Number and place in the status list are random, so
 * that neither tells how many there are.
 *
 * @returns the credential, or `already-held` when a live one of the same certification exists
 */
export async function issueCredential(
  tx: DbOrTx,
  { personId, versionId, applicationId, issuedBy, now }: Issue,
): Promise<
  { ok: true; credential: typeof credentials.$inferSelect } | { ok: false; reason: "already-held" }
> {
  await tx
    .select({ id: people.id })
    .from(people)
    .where(eq(people.id, personId))
    .for("no key update");
  const [version] = await tx
    .select({
      certificationId: certificationVersions.certificationId,
      level: certifications.level,
      termMonths: certificationVersions.termMonths,
      graceDays: certificationVersions.graceDays,
    })
    .from(certificationVersions)
    .innerJoin(certifications, eq(certifications.id, certificationVersions.certificationId))
    .where(eq(certificationVersions.id, versionId));
  if (!version) throw new Error(`There is no version ${versionId} of a certification`);
  const { certificationId, level } = version;
  const [held] = await tx
    .select({ id: credentials.id })
    .from(credentials)
    .where(
      and(
        eq(credentials.personId, personId),
        eq(credentials.certificationId, certificationId),
        isNull(credentials.endedAt),
      ),
    );
  if (held) return { ok: false, reason: "already-held" };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const [credential] = await tx
      .insert(credentials)
      .values({
        publicId: randomUUID(),
        number: newNumber(now),
        statusIndex: randomInt(STATUS_LIST_LENGTH),
        certificationId,
        versionId,
        level,
        personId,
        applicationId,
        issuedBy,
        issuedAt: now,
        ...termFrom(now, version),
      })
      .onConflictDoNothing()
      .returning();
    if (!credential) continue;
    await noteCredential(tx, {
      credentialId: credential.id,
      event: "issued",
      actorId: issuedBy,
      detail: { number: credential.number },
      at: now,
    });
    return { ok: true, credential };
  }
  throw new Error("No free number or place in the status list was found");
}

/** `2026-7K3F-Q9XD`: the year of issue and 40 random bits. */
function newNumber(now: Date): string {
  const letters = [...randomBytes(8)].map((byte) => ALPHABET[byte % 32]).join("");
  return `${now.getUTCFullYear()}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
