import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { credentialDocuments } from "#db/schema/credentials.ts";
import { badgeFacts, type IssuedCredential } from "./badge-facts.server.ts";
import { type Document, openBadge } from "./open-badge.ts";
import type { Publisher } from "./publisher.ts";
import { signDocument, signJwt } from "./signatures.server.ts";
import { currentKeyIds, openSigningKey } from "./signing-keys.server.ts";
import { bitstringEntry, revocationListEntry } from "./status-list.ts";

/** A credential as third parties get it. */
export type SignedCredential = {
  /** Changes with everything that the documents say, and with the key. */
  fingerprint: string;
  /** VC-JWT; its status stands in the 1EdTech revocation list. */
  jwt: string;
  /** JSON-LD with an embedded proof; its status stands in the Bitstring Status List. */
  document: Document;
};

/**
 * The signed documents of a credential: made when they are asked for first, and made anew when the
 * content, the portal's address or the key is another one. Open Badges allows one status each, so
 * the two forms name one list each; both lists say the same.
 */
export async function signCredential(
  db: DbOrTx,
  { credential, publisher, now }: { credential: IssuedCredential; publisher: Publisher; now: Date },
): Promise<SignedCredential> {
  const { at, secret } = publisher;
  const facts = badgeFacts(credential, publisher.name);
  const forProof = openBadge(facts, at, bitstringEntry(facts.statusIndex, at));
  const forJwt = openBadge(facts, at, revocationListEntry(at));
  const kids = await currentKeyIds(db, { secret, now });
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([forProof, forJwt, kids]))
    .digest("hex");
  const [kept] = await db
    .select({
      fingerprint: credentialDocuments.fingerprint,
      jwt: credentialDocuments.jwt,
      document: credentialDocuments.document,
    })
    .from(credentialDocuments)
    .where(eq(credentialDocuments.credentialId, credential.id));
  if (kept?.fingerprint === fingerprint) return kept;
  const [rsa, ed] = await Promise.all([
    openSigningKey(db, { kid: kids.RS256, secret }),
    openSigningKey(db, { kid: kids.Ed25519, secret }),
  ]);
  const [jwt, document] = await Promise.all([
    signJwt(forJwt, rsa, at),
    signDocument(forProof, ed, at, now),
  ]);
  const signed = { fingerprint, jwt, document };
  await db
    .insert(credentialDocuments)
    .values({ credentialId: credential.id, ...signed, signedAt: now })
    .onConflictDoUpdate({
      target: credentialDocuments.credentialId,
      set: { ...signed, signedAt: now },
    });
  return signed;
}
