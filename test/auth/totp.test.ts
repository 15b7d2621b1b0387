import { logIn } from "#app/auth/login.server.ts";
import {
  confirmEnrolment,
  disableTotp,
  enrolmentUri,
  findEnrolment,
  renewRecoveryCodes,
  startEnrolment,
} from "#app/auth/totp.server.ts";
import { recoveryCodes } from "#db/schema/auth.ts";
import { auditLog } from "#db/schema/portal.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";
import { CLIENT, codeAt, createAccount, enrol, PASSWORD } from "./support.ts";

const confirm = { address: "", now: NOW };

describe("enrolling", () => {
  test("protects nothing until a first code was right", async ({ db }) => {
    const { id: personId } = await createAccount(db, { email: "cs@vendor.example", role: "staff" });
    expect(await findEnrolment(db, { personId })).toEqual({ state: "off" });
    await startEnrolment(db, { personId, now: NOW });
    const pending = await findEnrolment(db, { personId });
    expect(pending).toEqual({ state: "pending", secret: expect.stringMatching(/^[A-Z2-7]{32}$/) });
    const login = { email: "cs@vendor.example", password: PASSWORD, redirectTo: "/", now: NOW };
    expect(await logIn(db, { ...login, ...CLIENT })).toMatchObject({ next: "done" });
    expect(await confirmEnrolment(db, { ...confirm, personId, code: "000000" })).toEqual({
      ok: false,
      reason: "wrong-code",
    });
    const right = codeAt(pending.state === "pending" ? pending.secret : "", NOW);
    const code = `${right.slice(0, 3)} ${right.slice(3)}`;
    expect(await confirmEnrolment(db, { ...confirm, personId, code })).toMatchObject({ ok: true });
    expect(await findEnrolment(db, { personId })).toEqual({
      state: "on",
      confirmedAt: NOW,
      recoveryCodesLeft: 10,
    });
    expect(await logIn(db, { ...login, ...CLIENT })).toMatchObject({ next: "second-factor" });
  });

  test("anew replaces a pending secret, never one in use", async ({ db }) => {
    const { id: personId } = await createAccount(db);
    await startEnrolment(db, { personId, now: NOW });
    const first = await findEnrolment(db, { personId });
    await startEnrolment(db, { personId, now: NOW });
    expect(await findEnrolment(db, { personId })).not.toEqual(first);
    await enrol(db, personId);
    expect(await startEnrolment(db, { personId, now: NOW })).toEqual({
      ok: false,
      reason: "already-on",
    });
    const code = "123456";
    expect(await confirmEnrolment(db, { ...confirm, personId, code })).toEqual({
      ok: false,
      reason: "not-pending",
    });
  });

  test("limits guesses", async ({ db }) => {
    const { id: personId } = await createAccount(db);
    await startEnrolment(db, { personId, now: NOW });
    for (let n = 0; n < 5; n += 1) {
      await confirmEnrolment(db, { ...confirm, personId, code: "000000" });
    }
    expect(await confirmEnrolment(db, { ...confirm, personId, code: "000000" })).toMatchObject({
      reason: "too-many",
    });
  });

  test("hands apps an address they understand", () => {
    const uri = new URL(
      enrolmentUri({ secret: "JBSWY3DPEHPK3PXP", issuer: "つばめ会", label: "cs@vendor.example" }),
    );
    expect(uri.protocol).toBe("otpauth:");
    expect(decodeURIComponent(uri.pathname)).toContain("つばめ会:cs@vendor.example");
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      secret: "JBSWY3DPEHPK3PXP",
      issuer: "つばめ会",
      algorithm: "SHA1",
      digits: "6",
      period: "30",
    });
  });
});

describe("a second factor in use", () => {
  test("is turned off with the password only, recovery codes included", async ({ db }) => {
    const { id: personId } = await createAccount(db);
    await enrol(db, personId);
    const off = { personId, address: "", now: NOW };
    expect(await disableTotp(db, { ...off, password: "guess" })).toEqual({
      ok: false,
      reason: "wrong-password",
    });
    expect(await disableTotp(db, { ...off, password: PASSWORD })).toEqual({ ok: true });
    expect(await findEnrolment(db, { personId })).toEqual({ state: "off" });
    expect(await db.select().from(recoveryCodes)).toEqual([]);
    expect(await disableTotp(db, { ...off, password: PASSWORD })).toEqual({
      ok: false,
      reason: "not-on",
    });
    const actions = (await db.select().from(auditLog)).map(({ action }) => action);
    expect(actions).toEqual(["auth.totp-enabled", "auth.totp-disabled"]);
  });

  test("gets ten new recovery codes, and the old ones end", async ({ db }) => {
    const { id: personId } = await createAccount(db);
    const { recoveryCodes: old } = await enrol(db, personId);
    const renew = { personId, address: "", now: NOW };
    expect(await renewRecoveryCodes(db, { ...renew, password: "guess" })).toEqual({
      ok: false,
      reason: "wrong-password",
    });
    const renewed = await renewRecoveryCodes(db, { ...renew, password: PASSWORD });
    if (!renewed.ok) throw new Error(renewed.reason);
    expect(renewed.recoveryCodes).toHaveLength(10);
    expect(renewed.recoveryCodes.some((code) => old.includes(code))).toBe(false);
    expect(await db.select().from(recoveryCodes)).toHaveLength(10);
  });

  test("is needed for recovery codes", async ({ db }) => {
    const { id: personId } = await createAccount(db);
    const renew = { personId, address: "", now: NOW, password: PASSWORD };
    expect(await renewRecoveryCodes(db, renew)).toEqual({ ok: false, reason: "not-on" });
  });
});
