import { logIn } from "#app/auth/login.server.ts";
import { resumeSession } from "#app/auth/sessions.server.ts";
import { tokens } from "#db/schema/auth.ts";
import { suspensions } from "#db/schema/people.ts";
import { auditLog, rateLimits } from "#db/schema/portal.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { CLIENT, createAccount, enrol, PASSWORD, requestWith } from "./support.ts";

const right = { password: PASSWORD, redirectTo: "/", now: NOW, ...CLIENT };

describe("logging in", () => {
  test("starts a session, however the address is typed", async ({ db }) => {
    const person = await createAccount(db, { email: "mori@kaede.example" });
    const answer = await logIn(db, { ...right, email: "  Ｍori@KAEDE.example " });
    if (!answer.ok || answer.next !== "done") throw new Error("not logged in");
    const viewer = await resumeSession(db, { request: requestWith(answer.cookie), now: NOW });
    expect(viewer?.id).toBe(person.id);
  });

  test("answers alike for a wrong password, an unknown address and an imported person", async ({
    db,
  }) => {
    await createAccount(db, { email: "mori@kaede.example" });
    await createPerson(db, { email: "imported@kaede.example", passwordHash: null });
    const addresses = ["mori@kaede.example", "nobody@kaede.example", "imported@kaede.example", "x"];
    for (const email of addresses) {
      expect(await logIn(db, { ...right, email, password: "not the one" })).toEqual({
        ok: false,
        reason: "wrong",
      });
    }
  });

  test("takes about as long for an unknown address as for a wrong password", async ({ db }) => {
    await createAccount(db, { email: "mori@kaede.example" });
    const fastest = async (email: string) => {
      let best = Number.POSITIVE_INFINITY;
      for (let n = 0; n < 3; n += 1) {
        const begun = performance.now();
        await logIn(db, { ...right, email, password: "not the one" });
        best = Math.min(best, performance.now() - begun);
      }
      return best;
    };
    const known = await fastest("mori@kaede.example");
    const unknown = await fastest("nobody@kaede.example");
    // Without the dummy hash it would be a tenth or less.
    expect(unknown).toBeGreaterThan(known / 3);
  });

  test("tells suspended people so, but only with the right password", async ({ db }) => {
    const person = await createAccount(db, { email: "mori@kaede.example" });
    const admin = await createPerson(db, { role: "admin" });
    await db
      .insert(suspensions)
      .values({ personId: person.id, reason: "宣伝", suspendedBy: admin.id, suspendedAt: NOW });
    const email = "mori@kaede.example";
    expect(await logIn(db, { ...right, email })).toEqual({ ok: false, reason: "suspended" });
    expect(await logIn(db, { ...right, email, password: "not the one" })).toEqual({
      ok: false,
      reason: "wrong",
    });
  });

  test("starts no session before the second factor", async ({ db }) => {
    const person = await createAccount(db, { email: "cs@vendor.example", role: "staff" });
    await enrol(db, person.id);
    const answer = await logIn(db, { ...right, email: "cs@vendor.example" });
    expect(answer).toMatchObject({ ok: true, next: "second-factor" });
    expect(answer).not.toHaveProperty("cookie");
    const [row] = await db.select().from(tokens);
    expect(row).toMatchObject({ purpose: "second-factor", personId: person.id });
  });

  test("of staff is audited, right or wrong; of members it is not", async ({ db }) => {
    const staff = await createAccount(db, { email: "cs@vendor.example", role: "staff" });
    await createAccount(db, { email: "mori@kaede.example" });
    for (const email of ["cs@vendor.example", "mori@kaede.example"]) {
      await logIn(db, { ...right, email, password: "not the one" });
      await logIn(db, { ...right, email });
    }
    const rows = await db.select().from(auditLog).orderBy(auditLog.id);
    expect(rows).toEqual([
      expect.objectContaining({ action: "auth.login-failed", actorId: null }),
      expect.objectContaining({ action: "auth.login-succeeded", actorId: staff.id }),
    ]);
    expect(rows[0]).toMatchObject({ targetId: String(staff.id), address: CLIENT.address });
  });
});

describe("the limit of logins", () => {
  test("stops the eleventh try for one account, even with the right password", async ({ db }) => {
    await createAccount(db, { email: "mori@kaede.example" });
    const wrong = { ...right, email: "mori@kaede.example", password: "not the one" };
    const answers = [];
    for (let n = 0; n < 10; n += 1) answers.push(await logIn(db, wrong));
    expect(new Set(answers.map((answer) => !answer.ok && answer.reason))).toEqual(
      new Set(["wrong"]),
    );
    expect(await logIn(db, { ...right, email: "mori@kaede.example" })).toMatchObject({
      ok: false,
      reason: "too-many",
      seconds: expect.any(Number),
    });
  });

  test("is the same for an address without an account", async ({ db }) => {
    const wrong = { ...right, email: "nobody@kaede.example", password: "not the one" };
    for (let n = 0; n < 10; n += 1) await logIn(db, wrong);
    expect(await logIn(db, wrong)).toMatchObject({ ok: false, reason: "too-many" });
  });

  test("starts afresh after a right password", async ({ db }) => {
    const email = "mori@kaede.example";
    await createAccount(db, { email });
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 8; n += 1) await logIn(db, { ...right, email, password: "no" });
      expect(await logIn(db, { ...right, email })).toMatchObject({ ok: true });
    }
  });

  test("keeps no address in the clear", async ({ db }) => {
    await logIn(db, { ...right, email: "nobody@kaede.example", password: "no" });
    const rows = await db.select().from(rateLimits);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/nobody|kaede|192\.0/);
  });
});
