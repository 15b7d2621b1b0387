import { resumeSession } from "#app/auth/sessions.server.ts";
import { issueSetupCode, needsSetup, setUpPortal } from "#app/auth/setup.server.ts";
import { people } from "#db/schema/people.ts";
import { auditLog, portalSettings } from "#db/schema/portal.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { CLIENT, NEWCOMER, requestWith } from "./support.ts";

const first = { email: "admin@vendor.example", newcomer: NEWCOMER, now: NOW, ...CLIENT };

describe("an empty portal", () => {
  test("gets its first admin by the code printed at start", async ({ db }) => {
    expect(await needsSetup(db)).toBe(true);
    const code = (await issueSetupCode(db, { now: NOW })) ?? "";
    const stored = JSON.stringify(await db.select().from(portalSettings));
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(code.replaceAll("-", ""));
    const answer = await setUpPortal(db, { ...first, code: ` ${code.toLowerCase()} ` });
    if (!answer.ok) throw new Error(answer.reason);
    const viewer = await resumeSession(db, { request: requestWith(answer.cookie), now: NOW });
    expect(viewer).toMatchObject({ role: "admin", organisation: null, handle: "admin-2" });
    expect(await needsSetup(db)).toBe(false);
    expect(await db.select().from(portalSettings)).toEqual([]);
    expect(await db.select().from(auditLog)).toEqual([
      expect.objectContaining({ action: "auth.portal-set-up", actorId: answer.personId }),
    ]);
  });

  test("refuses a wrong code, an older one, and any before one was made", async ({ db }) => {
    const wrong = { ok: false, reason: "wrong-code" };
    expect(await setUpPortal(db, { ...first, code: "" })).toEqual(wrong);
    const older = (await issueSetupCode(db, { now: NOW })) ?? "";
    const newer = (await issueSetupCode(db, { now: NOW })) ?? "";
    expect(await setUpPortal(db, { ...first, code: "2222-2222-2222-2222" })).toEqual(wrong);
    expect(await setUpPortal(db, { ...first, code: older })).toEqual(wrong);
    expect(await setUpPortal(db, { ...first, code: newer })).toMatchObject({ ok: true });
  });

  test("limits guesses", async ({ db }) => {
    const code = (await issueSetupCode(db, { now: NOW })) ?? "";
    for (let n = 0; n < 10; n += 1) await setUpPortal(db, { ...first, code: "guess" });
    expect(await setUpPortal(db, { ...first, code })).toMatchObject({ reason: "too-many" });
  });

  test("leaves the address of an existing person alone", async ({ db }) => {
    await createPerson(db, { email: first.email });
    const code = (await issueSetupCode(db, { now: NOW })) ?? "";
    expect(await setUpPortal(db, { ...first, code })).toEqual({ ok: false, reason: "email-taken" });
  });
});

test("a portal with an admin makes no code and takes none", async ({ db }) => {
  const code = (await issueSetupCode(db, { now: NOW })) ?? "";
  await createPerson(db, { role: "admin" });
  expect(await issueSetupCode(db, { now: NOW })).toBeUndefined();
  expect(await setUpPortal(db, { ...first, code })).toEqual({
    ok: false,
    reason: "already-set-up",
  });
});

test("submissions at the same moment make one admin", async () => {
  const connection = await freshDatabase();
  const { db } = connection;
  try {
    const code = (await issueSetupCode(db, { now: NOW })) ?? "";
    const answers = await Promise.all(
      [1, 2, 3].map((n) => setUpPortal(db, { ...first, email: `a${n}@vendor.example`, code })),
    );
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.reason)).sort()).toEqual([
      "already-set-up",
      "already-set-up",
      "ok",
    ]);
    expect(await db.select().from(people)).toHaveLength(1);
  } finally {
    await connection.close();
  }
});
