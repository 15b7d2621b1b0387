import {
  cancelTokens,
  findToken,
  issueToken,
  purgeExpiredTokens,
  redeemToken,
} from "#app/auth/tokens.server.ts";
import { DAY, HOUR } from "#app/lib/time.ts";
import { tokens } from "#db/schema/auth.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { at } from "./support.ts";

const signup = { purpose: "signup", email: "a@kaede.example", lifetime: HOUR, now: NOW } as const;

describe("a token", () => {
  test("is stored as a hash only", async ({ db }) => {
    const secret = await issueToken(db, signup);
    const [row] = await db.select().from(tokens);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  test("works once", async ({ db }) => {
    const secret = await issueToken(db, signup);
    const present = { purpose: "signup", secret, now: NOW } as const;
    expect(await findToken(db, present)).toMatchObject({ ok: true, email: "a@kaede.example" });
    expect(await redeemToken(db, present)).toMatchObject({ ok: true, email: "a@kaede.example" });
    expect(await redeemToken(db, present)).toEqual({ ok: false, reason: "used" });
    expect(await findToken(db, present)).toEqual({ ok: false, reason: "used" });
  });

  test("works until it expires", async ({ db }) => {
    const secret = await issueToken(db, signup);
    const late = { purpose: "signup", secret, now: at(HOUR) } as const;
    expect(await redeemToken(db, late)).toEqual({ ok: false, reason: "expired" });
    expect(await redeemToken(db, { ...late, now: at(HOUR - 1) })).toMatchObject({
      ok: true,
    });
  });

  test("works for its purpose only", async ({ db }) => {
    const secret = await issueToken(db, signup);
    for (const purpose of ["reset-password", "change-email", "second-factor"] as const) {
      expect(await redeemToken(db, { purpose, secret, now: NOW })).toEqual({
        ok: false,
        reason: "unknown",
      });
    }
  });

  test("nobody made is unknown", async ({ db }) => {
    for (const secret of ["", "x", "0".repeat(64), "'; drop table tokens; --"]) {
      expect(await redeemToken(db, { purpose: "signup", secret, now: NOW })).toEqual({
        ok: false,
        reason: "unknown",
      });
    }
  });

  test("is worthless after its person's tokens are cancelled", async ({ db }) => {
    const person = await createPerson(db);
    const mine = {
      purpose: "reset-password",
      personId: person.id,
      lifetime: HOUR,
      now: NOW,
    } as const;
    const secret = await issueToken(db, mine);
    await cancelTokens(db, { personId: person.id, now: NOW });
    expect(await redeemToken(db, { purpose: "reset-password", secret, now: NOW })).toEqual({
      ok: false,
      reason: "used",
    });
  });

  test("is purged a week after it expired", async ({ db }) => {
    await issueToken(db, signup);
    await purgeExpiredTokens(db, { now: at(7 * DAY) });
    expect(await db.select().from(tokens)).toHaveLength(1);
    await purgeExpiredTokens(db, { now: at(7 * DAY + HOUR) });
    expect(await db.select().from(tokens)).toHaveLength(0);
  });
});

test("of many redemptions at the same moment one wins", async () => {
  const connection = await freshDatabase();
  try {
    const secret = await issueToken(connection.db, signup);
    const present = { purpose: "signup", secret, now: NOW } as const;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => redeemToken(connection.db, present)),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "used")).toHaveLength(7);
  } finally {
    await connection.close();
  }
});
