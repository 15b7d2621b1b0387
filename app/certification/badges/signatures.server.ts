import { sign } from "node:crypto";
import { promisify } from "node:util";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { issue } from "@digitalbazaar/vc";
import { SignJWT } from "jose";
import type { Addresses } from "./addresses.ts";
import { loadContext } from "./contexts.server.ts";
import { type Document, jwtClaims } from "./open-badge.ts";
import type { SigningKey } from "./signing-keys.server.ts";

const signBytes = promisify(sign);

/** A credential as VC-JWT: RS256, and a `kid` at which the public key is found. */
export function signJwt(document: Document, key: SigningKey, at: Addresses): Promise<string> {
  return new SignJWT(jwtClaims(document))
    .setProtectedHeader({ alg: "RS256", kid: at.key(key.kid), typ: "JWT" })
    .sign(key.privateKey);
}

/**
 * A credential with a `DataIntegrityProof` of the suite eddsa-rdfc-2022 inside.
 * Source: W3C Data Integrity EdDSA Cryptosuites v1.0.
 */
export async function signDocument(
  document: Document,
  key: SigningKey,
  at: Addresses,
  now: Date,
): Promise<Document> {
  const signer = {
    id: at.method(key.kid),
    algorithm: "Ed25519",
    sign: ({ data }: { data: Uint8Array }) => signBytes(undefined, data, key.privateKey),
  };
  const suite = new DataIntegrityProof({ cryptosuite, signer, date: now });
  // The library writes into what it is given.
  const credential = structuredClone(document);
  const { proof, ...signed } = await issue({
    credential,
    suite,
    documentLoader: loadContext,
    now,
  });
  // Open Badges wants a list where there can be several.
  return { ...signed, proof: [proof] };
}
