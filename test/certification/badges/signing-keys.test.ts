import { randomBytes, sign, verify } from "node:crypto";
import { eq, isNotNull } from "drizzle-orm";
import { inject } from "vitest";
import { lockKey, unlockKey } from "#app/certification/badges/key-encryption.server.ts";
import {
  currentKeyIds,
  hasUnlockedKeys,
  listSigningKeys,
  openSigningKey,
  rotateSigningKeys,
} from "#app/certification/badges/signing-keys.server.ts";
import { connect } from "#db/client.server.ts";
import { signingKeys } from "#db/schema/credentials.ts";
import { runCommandFile } from "#test/bin/start-command.ts";
import { createDatabase, TEMPLATE } from "#test/support/cluster.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";

const SECRET = "4f0c2a91d5b84e7fa3c6d2e81b79f05e";
const newDatabase = () =>
  createDatabase(inject("serverUrl"), `test_keys_${randomBytes(4).toString("hex")}`, TEMPLATE);

describe("signing keys", () => {
  test("are made once by however many processes need them first", async () => {
    const url = await newDatabase();
    const processes = Array.from({ length: 6 }, () => connect(url, { maxConnections: 1 }));
    const kids = await Promise.all(
      processes.map(({ db }) => currentKeyIds(db, { secret: undefined, now: NOW })),
    );
    const [first] = processes;
    expect(new Set(kids.map((pair) => JSON.stringify(pair))).size).toBe(1);
    expect(first && (await listSigningKeys(first.db))).toHaveLength(2);
    await Promise.all(processes.map(({ close }) => close()));
  });

  test("sign so that their published half verifies", async ({ db }) => {
    const kids = await currentKeyIds(db, { secret: undefined, now: NOW });
    const published = await listSigningKeys(db);
    const data = Buffer.from("認定");
    for (const [algorithm, kid] of Object.entries(kids)) {
      const { privateKey } = await openSigningKey(db, { kid, secret: undefined });
      const digest = algorithm === "RS256" ? "sha256" : null;
      const signature = sign(digest, data, privateKey);
      const key = published.find((one) => one.kid === kid)?.publicJwk;
      expect(verify(digest, data, { key: key as never, format: "jwk" }, signature)).toBe(true);
      expect(key).not.toHaveProperty("d");
    }
  });

  test("rotate: new ones sign, the former keep nothing but their public half", async ({ db }) => {
    const before = await currentKeyIds(db, { secret: undefined, now: NOW });
    const made = await rotateSigningKeys(db, { secret: undefined, now: NOW });
    expect(await currentKeyIds(db, { secret: undefined, now: NOW })).toEqual(made);
    expect(made.RS256).not.toBe(before.RS256);
    expect(await listSigningKeys(db)).toHaveLength(4);
    const retired = await db.select().from(signingKeys).where(isNotNull(signingKeys.retiredAt));
    expect(retired.map(({ kid }) => kid).sort()).toEqual(Object.values(before).sort());
    expect(retired.map(({ privateJwk }) => privateJwk)).toEqual([{}, {}]);
  });

  test("lie encrypted in the database when there is a secret", async ({ db }) => {
    const { RS256: kid } = await currentKeyIds(db, { secret: SECRET, now: NOW });
    const [row] = await db.select().from(signingKeys).where(eq(signingKeys.kid, kid));
    expect(Object.keys(row?.privateJwk ?? {})).toEqual(["jwe"]);
    expect(await hasUnlockedKeys(db)).toBe(false);
    await expect(openSigningKey(db, { kid, secret: undefined })).rejects.toThrow(
      "set SIGNING_KEY_SECRET",
    );
    await expect(openSigningKey(db, { kid, secret: `${SECRET}!` })).rejects.toThrow(
      "cannot be read",
    );
    const { privateKey } = await openSigningKey(db, { kid, secret: SECRET });
    expect(privateKey.asymmetricKeyType).toBe("rsa");
  });

  test("a stored key cannot be put under another name", async () => {
    const stored = await lockKey({ kty: "OKP", d: "x" }, { kid: "one", secret: SECRET });
    expect(await unlockKey(stored, { kid: "one", secret: SECRET })).toEqual({ kty: "OKP", d: "x" });
    await expect(unlockKey(stored, { kid: "other", secret: SECRET })).rejects.toThrow("other");
    const plain = await lockKey({ kty: "OKP" }, { kid: "one", secret: undefined });
    expect(await unlockKey(plain, { kid: "one", secret: SECRET })).toEqual({ kty: "OKP" });
  });
});

test("npm run keys lists and rotates, and says what it does not know", async () => {
  const url = await newDatabase();
  const run = (...words: string[]) =>
    runCommandFile("keys", words, { DATABASE_URL: url, SIGNING_KEY_SECRET: SECRET });
  expect((await run("list")).out).toContain("no keys yet");
  const rotated = await run("rotate");
  expect(rotated.out.match(/signs since/g)).toHaveLength(2);
  expect(rotated.out).not.toContain("unencrypted");
  const again = await run("rotate");
  expect(again.out.match(/signs since/g)).toHaveLength(2);
  expect(again.out.match(/signed until/g)).toHaveLength(2);
  expect((await run("list")).out).toBe(again.out);
  const refused = await run("nonsense");
  expect(refused.code).toBe(2);
  expect(refused.errors).toContain("Usage");
}, 60_000);
