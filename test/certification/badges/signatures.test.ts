import { createHash, createHmac, createPublicKey } from "node:crypto";
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from "jose";
import { addressesAt } from "#app/certification/badges/addresses.ts";
import { rotateSigningKeys } from "#app/certification/badges/signing-keys.server.ts";
import { DAY, after as moment } from "#app/lib/time.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { issued, LATER, PUBLISHER, published, signed } from "./scene.ts";
import { changedLeaves, verifyDocument, verifyJwt } from "./verifier.ts";

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a credential with an embedded proof", () => {
  test("is verified by an independent library", async ({ db }) => {
    const { credential } = await issued(db);
    const { document } = await signed(db, credential.publicId);
    const { world } = await published(db);
    expect(await verifyDocument(document, { world, now: LATER })).toEqual({ ok: true, why: "" });
  });

  test("fails when any leaf is another one", { timeout: 120_000 }, async ({ db }) => {
    const { credential } = await issued(db);
    const { document } = await signed(db, credential.publicId);
    const { world } = await published(db);
    const accepted: string[] = [];
    let leaves = 0;
    for (const { path, changed } of changedLeaves(document)) {
      leaves += 1;
      if ((await verifyDocument(changed, { world, now: LATER })).ok) accepted.push(path);
    }
    expect(accepted).toEqual([]);
    expect(leaves).toBeGreaterThan(40);
  });

  test("fails when something is added, left out or signed by somebody else", async ({ db }) => {
    const { credential } = await issued(db);
    const { document } = await signed(db, credential.publicId);
    const { world } = await published(db);
    const judge = async (changed: Record<string, unknown>) =>
      (await verifyDocument(changed, { world, now: LATER })).ok;
    const { evidence: _, credentialStatus: __, ...bare } = document;
    expect(await judge(bare)).toBe(false);
    expect(await judge({ ...document, description: "x" })).toBe(false);
    expect(await judge({ ...document, image: { id: "https://x.example/", type: "Image" } })).toBe(
      false,
    );
    const { proof, ...unsigned } = document;
    expect(await judge(unsigned)).toBe(false);
    const issuer = { ...(document.issuer as object), id: "https://evil.example/issuer" };
    expect(await judge({ ...document, issuer })).toBe(false);
    expect(proof).toHaveLength(1);
  });

  test("fails before its time, after it, and once revoked", async ({ db }) => {
    const staff = await createPerson(db, { role: "staff" });
    const { credential } = await issued(db);
    const { document } = await signed(db, credential.publicId);
    const { world } = await published(db);
    const at = async (now: Date) => verifyDocument(document, { world, now });
    expect((await at(moment(NOW, -DAY))).ok).toBe(false);
    expect((await at(moment(credential.expiresAt, -DAY))).ok).toBe(true);
    expect((await at(moment(credential.expiresAt, DAY))).why).toContain("validUntil");

    const revoked = { by: staff.id, reason: "規約違反", at: LATER };
    const other = await issued(db, { revoked });
    const { document: gone } = await signed(db, other.credential.publicId);
    const { world: then } = await published(db);
    expect((await verifyDocument(gone, { world: then, now: LATER })).ok).toBe(false);
    expect((await verifyDocument(document, { world: then, now: LATER })).ok).toBe(true);
  });
});

describe("a credential as VC-JWT", () => {
  test("is verified by an independent library with the published keys", async ({ db }) => {
    const { credential } = await issued(db);
    const { jwt } = await signed(db, credential.publicId);
    const { keys, revoked } = await published(db);
    expect(await verifyJwt(jwt, { keys, revoked, now: LATER })).toEqual({ ok: true, why: "" });
    const header = decodeProtectedHeader(jwt);
    expect(Object.keys(header).sort()).toEqual(["alg", "kid", "typ"]);
    expect(header.alg).toBe("RS256");
    expect(keys.keys.map(({ kid }) => kid)).toContain(header.kid);
    expect(header.kid).toMatch(
      /^https:\/\/community\.example\.com\/\.well-known\/jwks\.json\?kid=/,
    );
    expect(keys.keys.every((key) => !("d" in key || "p" in key || "q" in key))).toBe(true);
  });

  test("fails when any leaf of header or claims is another one", async ({ db }) => {
    const { credential } = await issued(db);
    const { jwt } = await signed(db, credential.publicId);
    const { keys, revoked } = await published(db);
    const [head, , signature] = jwt.split(".");
    const accepted: string[] = [];
    for (const { path, changed } of changedLeaves(decodeJwt(jwt))) {
      const forged = [head, base64url(changed), signature].join(".");
      if ((await verifyJwt(forged, { keys, revoked, now: LATER })).ok) accepted.push(path);
    }
    for (const { path, changed } of changedLeaves(decodeProtectedHeader(jwt))) {
      const forged = [base64url(changed), jwt.split(".")[1], signature].join(".");
      if ((await verifyJwt(forged, { keys, revoked, now: LATER })).ok) accepted.push(path);
    }
    expect(accepted).toEqual([]);
  });

  test("fails with alg none, and with the public key as a shared secret", async ({ db }) => {
    const { credential } = await issued(db);
    const { jwt } = await signed(db, credential.publicId);
    const { keys, revoked } = await published(db);
    const judge = (forged: string) => verifyJwt(forged, { keys, revoked, now: LATER });
    const claims = jwt.split(".")[1] ?? "";
    const kid = decodeProtectedHeader(jwt).kid;
    const none = `${base64url({ alg: "none", kid, typ: "JWT" })}.${claims}.`;
    expect((await judge(none)).ok).toBe(false);
    const [key] = keys.keys;
    const pem = createPublicKey({ key: key as never, format: "jwk" }).export({
      type: "spki",
      format: "pem",
    });
    const begun = `${base64url({ alg: "HS256", kid, typ: "JWT" })}.${claims}`;
    const mac = createHmac("sha256", pem).update(begun).digest("base64url");
    expect((await judge(`${begun}.${mac}`)).ok).toBe(false);
  });

  test("fails when another issuer signed it, or claims to be ours", async ({ db }) => {
    const { credential } = await issued(db);
    const { jwt } = await signed(db, credential.publicId);
    const { keys, revoked } = await published(db);
    const { privateKey, publicKey } = await generateKeyPair("RS256");
    const header = decodeProtectedHeader(jwt) as { alg: string; kid: string };
    const forge = (claims: object) =>
      new SignJWT(claims as never).setProtectedHeader(header).sign(privateKey);
    const forged = await forge(decodeJwt(jwt));
    expect((await verifyJwt(forged, { keys, revoked, now: LATER })).ok).toBe(false);

    const evil = { ...decodeJwt(jwt), issuer: { id: "https://evil.example/issuer" } };
    const theirs = await forge(evil);
    const theirKeys = { keys: [{ ...(await exportJWK(publicKey)), kid: header.kid }] };
    expect((await verifyJwt(theirs, { keys: theirKeys, revoked, now: LATER })).ok).toBe(false);
  });

  test("fails before its time, after it, and once revoked", async ({ db }) => {
    const staff = await createPerson(db, { role: "staff" });
    const { credential } = await issued(db);
    const { jwt } = await signed(db, credential.publicId);
    const other = await issued(db, { revoked: { by: staff.id, reason: "規約違反", at: LATER } });
    const { jwt: gone } = await signed(db, other.credential.publicId);
    const { keys, revoked } = await published(db);
    const judge = (token: string, now: Date) => verifyJwt(token, { keys, revoked, now });
    expect((await judge(jwt, moment(NOW, -DAY))).ok).toBe(false);
    expect((await judge(jwt, moment(credential.expiresAt, DAY))).ok).toBe(false);
    expect(await judge(gone, LATER)).toEqual({ ok: false, why: "revoked" });
    expect((await judge(jwt, LATER)).ok).toBe(true);
  });
});

describe("signing", () => {
  test("what was signed before a rotation stays valid; new documents have the new keys", async ({
    db,
  }) => {
    const { credential } = await issued(db);
    const before = await signed(db, credential.publicId);
    await rotateSigningKeys(db, { secret: undefined, now: LATER });
    const afterwards = await signed(db, credential.publicId);
    const { world, keys, revoked } = await published(db);
    for (const { jwt, document } of [before, afterwards]) {
      expect((await verifyJwt(jwt, { keys, revoked, now: LATER })).ok).toBe(true);
      expect((await verifyDocument(document, { world, now: LATER })).ok).toBe(true);
    }
    expect(afterwards.fingerprint).not.toBe(before.fingerprint);
    const [old, young] = [before, afterwards].map(({ jwt }) => decodeProtectedHeader(jwt).kid);
    expect(young).not.toBe(old);
    expect(keys.keys).toHaveLength(2);
  });

  test("happens once, and again when the content or the address changes", async ({ db }) => {
    const { credential } = await issued(db);
    const first = await signed(db, credential.publicId);
    expect(await signed(db, credential.publicId, { now: moment(LATER, DAY) })).toEqual(first);
    const moved = { ...PUBLISHER, at: addressesAt("https://other.example.com") };
    const elsewhere = await signed(db, credential.publicId, { publisher: moved });
    expect(elsewhere.document.id).toContain("https://other.example.com/credentials/");
    const renamed = await signed(db, credential.publicId, {
      publisher: { ...PUBLISHER, name: "みどりホールディングス" },
    });
    expect(renamed.fingerprint).not.toBe(first.fingerprint);
  });

  test("tells nothing of the holder's address but a salted hash", async ({ db }) => {
    const { credential, person } = await issued(db);
    const { document } = await signed(db, credential.publicId);
    const { identifier } = document.credentialSubject as {
      identifier: { identityHash: string; salt?: string; identityType: string }[];
    };
    const [email, name] = identifier;
    const expected = createHash("sha256").update(`${person.email}${email?.salt}`).digest("hex");
    expect(email?.identityHash).toBe(`sha256$${expected}`);
    expect(name).toMatchObject({
      identityType: "ext:name",
      identityHash: person.name,
      hashed: false,
    });
    expect(JSON.stringify(document)).not.toContain(person.email);
  });
});
