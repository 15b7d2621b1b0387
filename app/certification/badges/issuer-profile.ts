import type { Addresses } from "./addresses.ts";
import { CONTEXT_BADGES, CONTEXT_VC, type Document, issuerOf } from "./open-badge.ts";

type PublicKey = { kid: string; algorithm: string; publicJwk: object };

const CONTEXT_CONTROLLER = "https://www.w3.org/ns/did/v1";
const CONTEXT_MULTIKEY = "https://w3id.org/security/multikey/v1";
/** No published context both names keys in this form and is known to every verifier. */
const JSON_WEB_KEY_TERMS = {
  JsonWebKey: "https://w3id.org/security#JsonWebKey",
  publicKeyJwk: { "@id": "https://w3id.org/security#publicKeyJwk", "@type": "@json" },
};

/**
 * Who issues, and with which keys: an Open Badges profile that is at once the controller document
 * of the W3C's Controlled Identifiers. Retired keys stay in it.
 */
export function issuerProfile(
  { name, keys }: { name: string; keys: readonly PublicKey[] },
  at: Addresses,
): Document {
  const methods = keys.map((key) => verificationMethod(key, at));
  return {
    "@context": [
      CONTEXT_CONTROLLER,
      CONTEXT_VC,
      CONTEXT_BADGES,
      CONTEXT_MULTIKEY,
      JSON_WEB_KEY_TERMS,
    ],
    ...issuerOf(name, at),
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}

/** The RSA keys as a JSON Web Key Set (RFC 7517); `kid` is what the header of a VC-JWT says. */
export function keySet(keys: readonly PublicKey[], at: Addresses): { keys: Document[] } {
  return { keys: keys.filter(({ algorithm }) => algorithm === "RS256").map((key) => jwk(key, at)) };
}

/**
 * What the `kid` of a VC-JWT leads to. Open Badges wants a key there, most JWT libraries a set of
 * keys: it is both, since either ignores the members that it does not know.
 */
export function keyAsSet(key: PublicKey, at: Addresses): Document {
  return { ...jwk(key, at), keys: [jwk(key, at)] };
}

function jwk({ kid, publicJwk }: PublicKey, at: Addresses): Document {
  return { ...publicJwk, kid: at.key(kid), alg: "RS256", use: "sig" };
}

function verificationMethod(key: PublicKey, at: Addresses) {
  if (key.algorithm === "Ed25519") {
    return {
      id: at.method(key.kid),
      type: "Multikey",
      controller: at.issuer,
      publicKeyMultibase: key.kid,
    };
  }
  return {
    id: at.key(key.kid),
    type: "JsonWebKey",
    controller: at.issuer,
    publicKeyJwk: jwk(key, at),
  };
}
