import { logIn } from "#app/auth/login.server.ts";
import { changePassword } from "#app/auth/own-password.server.ts";
import {
  findPasswordReset,
  requestPasswordReset,
  resetPassword,
} from "#app/auth/password-reset.server.ts";
import { resumeSession } from "#app/auth/sessions.server.ts";
import { HOUR } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { auditLog } from "#db/schema/portal.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";
import {
  at,
  CLIENT,
  createAccount,
  enrol,
  mails,
  PASSWORD,
  secretOf,
  signedInRequest,
} from "./support.ts";

const email = "mori@kaede.example";
const NEW = "suzume-no-oyado-88";
const ask = { email, address: CLIENT.address, now: NOW };
const reset = { password: NEW, address: CLIENT.address, now: NOW };
const login = { email, redirectTo: "/", now: NOW, ...CLIENT };

async function resetSecret(db: Db): Promise<string> {
  await requestPasswordReset(db, ask);
  return secretOf((await mails(db)).at(-1));
}

describe("asking for a reset", () => {
  test("answers alike whether the account exists; only the mail differs", async ({ db }) => {
    await createAccount(db, { email });
    const unknown = { ...ask, email: "nobody@kaede.example" };
    expect(await requestPasswordReset(db, ask)).toEqual({ ok: true });
    expect(await requestPasswordReset(db, unknown)).toEqual({ ok: true });
    expect(await mails(db)).toEqual([
      expect.objectContaining({ kind: "reset-password", toAddress: email }),
    ]);
  });

  test("is limited alike whether the account exists", async ({ db }) => {
    await createAccount(db, { email });
    for (const address of [email, "nobody@kaede.example"]) {
      for (let n = 0; n < 5; n += 1) {
        expect(await requestPasswordReset(db, { ...ask, email: address })).toEqual({ ok: true });
      }
      expect(await requestPasswordReset(db, { ...ask, email: address })).toMatchObject({
        reason: "too-many",
      });
    }
  });
});

describe("a reset link", () => {
  test("sets the password, ends every session, tells by mail, is audited", async ({ db }) => {
    const person = await createAccount(db, { email });
    const request = await signedInRequest(db, person.id);
    const secret = await resetSecret(db);
    expect(await findPasswordReset(db, { secret, now: NOW })).toEqual({ ok: true, email });
    expect(await resetPassword(db, { ...reset, secret })).toEqual({ ok: true });
    expect(await resumeSession(db, { request, now: NOW })).toBeUndefined();
    expect(await logIn(db, { ...login, password: PASSWORD })).toMatchObject({ reason: "wrong" });
    expect(await logIn(db, { ...login, password: NEW })).toMatchObject({ ok: true });
    expect((await mails(db)).at(-1)).toMatchObject({ kind: "password-changed", toAddress: email });
    expect((await db.select().from(auditLog)).map(({ action }) => action)).toEqual([
      "auth.password-reset",
    ]);
  });

  test("works once and for an hour, and takes the other open links with it", async ({ db }) => {
    await createAccount(db, { email });
    const [first, second] = [await resetSecret(db), await resetSecret(db)];
    expect(await resetPassword(db, { ...reset, secret: first, now: at(HOUR) })).toEqual({
      ok: false,
      reason: "expired",
    });
    expect(await resetPassword(db, { ...reset, secret: first })).toEqual({ ok: true });
    for (const secret of [first, second]) {
      expect(await resetPassword(db, { ...reset, secret })).toEqual({ ok: false, reason: "used" });
    }
  });

  test("survives a password that is refused", async ({ db }) => {
    await createAccount(db, { email });
    const secret = await resetSecret(db);
    expect(await resetPassword(db, { ...reset, secret, password: "short" })).toEqual({
      ok: false,
      reason: "too-short",
    });
    expect(await resetPassword(db, { ...reset, secret, password: email })).toEqual({
      ok: false,
      reason: "is-email",
    });
    expect(await resetPassword(db, { ...reset, secret })).toEqual({ ok: true });
  });

  test("sent to a former address is worthless", async ({ db }) => {
    await createAccount(db, { email });
    const secret = await resetSecret(db);
    await db.update(people).set({ email: "moved@kaede.example" });
    expect(await resetPassword(db, { ...reset, secret })).toEqual({ ok: false, reason: "unknown" });
  });

  test("does not get around the second factor", async ({ db }) => {
    const person = await createAccount(db, { email, role: "staff" });
    await enrol(db, person.id);
    await resetPassword(db, { ...reset, secret: await resetSecret(db) });
    expect(await logIn(db, { ...login, password: NEW })).toMatchObject({ next: "second-factor" });
  });

  test("used twice at the same moment sets one password", async () => {
    const connection = await freshDatabase();
    const { db } = connection;
    try {
      await createAccount(db, { email });
      const secret = await resetSecret(db);
      const answers = await Promise.all(
        [NEW, "kitsutsuki-no-mori"].map((password) =>
          resetPassword(db, { ...reset, secret, password }),
        ),
      );
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    } finally {
      await connection.close();
    }
  });
});

describe("changing one's own password", () => {
  const change = { currentPassword: PASSWORD, newPassword: NEW, address: "", now: NOW };

  test("keeps the session in use and ends the others when asked", async ({ db }) => {
    const person = await createAccount(db, { email });
    const here = await signedInRequest(db, person.id);
    const other = await signedInRequest(db, person.id);
    const sessionId = (await resumeSession(db, { request: here, now: NOW }))?.sessionId ?? "";
    const mine = { ...change, personId: person.id, sessionId };
    expect(await changePassword(db, { ...mine, endOthers: false })).toEqual({ ok: true });
    expect(await resumeSession(db, { request: other, now: NOW })).toBeDefined();
    const again = { ...mine, currentPassword: NEW, newPassword: PASSWORD };
    expect(await changePassword(db, { ...again, endOthers: true })).toEqual({ ok: true });
    expect(await resumeSession(db, { request: other, now: NOW })).toBeUndefined();
    expect(await resumeSession(db, { request: here, now: NOW })).toBeDefined();
    expect((await mails(db)).map(({ kind }) => kind)).toEqual([
      "password-changed",
      "password-changed",
    ]);
  });

  test("needs the current one, a good new one, and makes reset links worthless", async ({ db }) => {
    const person = await createAccount(db, { email });
    const secret = await resetSecret(db);
    const mine = { ...change, personId: person.id, sessionId: "", endOthers: false };
    expect(await changePassword(db, { ...mine, currentPassword: "guess" })).toEqual({
      ok: false,
      reason: "wrong-password",
    });
    expect(await changePassword(db, { ...mine, newPassword: "password123" })).toEqual({
      ok: false,
      reason: "common",
    });
    expect(await changePassword(db, mine)).toEqual({ ok: true });
    expect(await resetPassword(db, { ...reset, secret })).toEqual({ ok: false, reason: "used" });
  });

  test("limits guesses of the current one", async ({ db }) => {
    const person = await createAccount(db, { email });
    const mine = { ...change, personId: person.id, sessionId: "", endOthers: false };
    for (let n = 0; n < 10; n += 1) await changePassword(db, { ...mine, currentPassword: "guess" });
    expect(await changePassword(db, mine)).toMatchObject({ reason: "too-many" });
  });
});
