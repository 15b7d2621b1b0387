import { logIn } from "#app/auth/login.server.ts";
import { isWaitingForSecondFactor, passSecondFactor } from "#app/auth/second-factor.server.ts";
import { resumeSession } from "#app/auth/sessions.server.ts";
import { MINUTE, SECOND } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { recoveryCodes, totpEnrolments } from "#db/schema/auth.ts";
import { suspensions } from "#db/schema/people.ts";
import { auditLog } from "#db/schema/portal.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { at, CLIENT, codeAt, createAccount, enrol, PASSWORD, requestWith } from "./support.ts";

/** A staff member with a second factor, enrolled ten minutes ago, who has typed the password. */
async function waiting(db: Db) {
  const person = await createAccount(db, { email: "cs@vendor.example", role: "staff" });
  const enrolment = await enrol(db, person.id, at(-10 * MINUTE));
  return { person, ...enrolment, token: await typePassword(db) };
}

async function typePassword(db: Db, now = NOW): Promise<string> {
  const login = { email: "cs@vendor.example", password: PASSWORD, redirectTo: "/staff" };
  const answer = await logIn(db, { ...login, now, ...CLIENT });
  if (!answer.ok || answer.next !== "second-factor") throw new Error("no second factor");
  return answer.secret;
}

const pass = (db: Db, secret: string, code: string, now = NOW) =>
  passSecondFactor(db, { secret, code, now, ...CLIENT });

describe("the second step", () => {
  test("logs in with the app's code and leads where one wanted to go", async ({ db }) => {
    const { person, secret, token } = await waiting(db);
    const answer = await pass(db, token, codeAt(secret, NOW));
    if (!answer.ok) throw new Error(answer.reason);
    expect(answer).toMatchObject({ redirectTo: "/staff", by: "totp" });
    const viewer = await resumeSession(db, { request: requestWith(answer.cookie), now: NOW });
    expect(viewer?.id).toBe(person.id);
  });

  test("reads codes as people type them", async ({ db }) => {
    const { secret, token } = await waiting(db);
    const code = codeAt(secret, NOW);
    const wide = [...code].map((digit) => String.fromCodePoint(0xfee0 + digit.charCodeAt(0)));
    expect(
      await pass(db, token, ` ${wide.slice(0, 3).join("")}　${wide.slice(3).join("")} `),
    ).toMatchObject({ ok: true });
  });

  test("forgives one step of drift on either side, not two", async ({ db }) => {
    const { secret, token } = await waiting(db);
    for (const drift of [-60, 60]) {
      const code = codeAt(secret, at(drift * SECOND));
      expect(await pass(db, token, code)).toEqual({ ok: false, reason: "wrong-code" });
    }
    expect(await pass(db, token, codeAt(secret, at(-30 * SECOND)))).toMatchObject({ ok: true });
    const again = await typePassword(db);
    expect(await pass(db, again, codeAt(secret, at(30 * SECOND)))).toMatchObject({ ok: true });
  });

  test("refuses a code that was used, and older ones", async ({ db }) => {
    const { secret, token } = await waiting(db);
    await pass(db, token, codeAt(secret, NOW));
    const again = await typePassword(db);
    for (const moment of [NOW, at(-30 * SECOND)]) {
      expect(await pass(db, again, codeAt(secret, moment))).toEqual({
        ok: false,
        reason: "code-used",
      });
    }
  });

  test("refuses the code that confirmed the enrolment", async ({ db }) => {
    const person = await createAccount(db, { email: "cs@vendor.example", role: "staff" });
    const { secret } = await enrol(db, person.id);
    const token = await typePassword(db);
    expect(await pass(db, token, codeAt(secret, NOW))).toEqual({ ok: false, reason: "code-used" });
  });

  test("ends after ten minutes and is done once", async ({ db }) => {
    const { secret, token } = await waiting(db);
    const late = at(10 * MINUTE);
    expect(await isWaitingForSecondFactor(db, { secret: token, now: late })).toBe(false);
    expect(await pass(db, token, codeAt(secret, late), late)).toEqual({
      ok: false,
      reason: "expired",
    });
    expect(await pass(db, token, codeAt(secret, NOW))).toMatchObject({ ok: true });
    const next = at(MINUTE);
    expect(await pass(db, token, codeAt(secret, next), next)).toEqual({
      ok: false,
      reason: "used",
    });
  });

  test("is limited to five tries in ten minutes, over several logins", async ({ db }) => {
    const { secret, token } = await waiting(db);
    for (let n = 0; n < 5; n += 1) {
      expect(await pass(db, token, "no-such-code")).toEqual({ ok: false, reason: "wrong-code" });
    }
    const again = await typePassword(db);
    expect(await pass(db, again, codeAt(secret, NOW))).toMatchObject({ reason: "too-many" });
  });

  test("is refused to somebody suspended in between", async ({ db }) => {
    const { person, secret, token } = await waiting(db);
    const admin = await createPerson(db, { role: "admin" });
    await db
      .insert(suspensions)
      .values({ personId: person.id, reason: "確認中", suspendedBy: admin.id, suspendedAt: NOW });
    expect(await pass(db, token, codeAt(secret, NOW))).toEqual({ ok: false, reason: "suspended" });
  });

  test("accepts no code of somebody else", async ({ db }) => {
    const { token } = await waiting(db);
    const other = await createAccount(db, { role: "staff" });
    const { secret, recoveryCodes: codes } = await enrol(db, other.id, at(-10 * MINUTE));
    expect(await pass(db, token, codeAt(secret, NOW))).toMatchObject({ reason: "wrong-code" });
    expect(await pass(db, token, codes[0] ?? "")).toMatchObject({ reason: "wrong-code" });
  });
});

describe("a recovery code", () => {
  test("logs in once, in any case and spacing, and is audited", async ({ db }) => {
    const { person, recoveryCodes: codes, token } = await waiting(db);
    const [code = "", other = ""] = codes;
    const typed = code.toLowerCase().replaceAll("-", " ");
    expect(await pass(db, token, typed)).toMatchObject({ ok: true, by: "recovery-code" });
    expect(await db.select().from(auditLog)).toContainEqual(
      expect.objectContaining({ action: "auth.recovery-code-used", actorId: person.id }),
    );
    const again = await typePassword(db);
    expect(await pass(db, again, code)).toEqual({ ok: false, reason: "wrong-code" });
    expect(await pass(db, again, other)).toMatchObject({ ok: true });
  });

  test("is stored as a hash only", async ({ db }) => {
    const { recoveryCodes: codes } = await waiting(db);
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    const stored = JSON.stringify(await db.select().from(recoveryCodes));
    for (const code of codes) {
      expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
      expect(stored).not.toContain(code);
      expect(stored).not.toContain(code.replaceAll("-", ""));
    }
  });
});

describe("at the same moment", () => {
  test("one code opens one session, over two logins", async () => {
    const connection = await freshDatabase();
    const { db } = connection;
    try {
      const { secret, token, recoveryCodes: codes } = await waiting(db);
      const second = await typePassword(db);
      const code = codeAt(secret, NOW);
      const answers = await Promise.all([pass(db, token, code), pass(db, second, code)]);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      const [third, fourth] = [await typePassword(db), await typePassword(db)];
      const recovered = await Promise.all(
        [third, fourth].map((waits) => pass(db, waits, codes[0] ?? "")),
      );
      expect(recovered.filter((answer) => answer.ok)).toHaveLength(1);
      expect((await db.select().from(totpEnrolments))[0]?.lastUsedStep).toBe(
        Math.floor(NOW.getTime() / 30_000),
      );
    } finally {
      await connection.close();
    }
  });
});
