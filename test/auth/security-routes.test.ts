import { afterAll, beforeAll, beforeEach } from "vitest";
import { startSession } from "#app/auth/sessions.server.ts";
import { issueSetupCode } from "#app/auth/setup.server.ts";
import * as logout from "#app/routes/logout.tsx";
import * as security from "#app/routes/settings.security.tsx";
import * as email from "#app/routes/settings.security_.email.tsx";
import * as password from "#app/routes/settings.security_.password.tsx";
import * as recovery from "#app/routes/settings.security_.recovery-codes.tsx";
import * as endSession from "#app/routes/settings.security_.sessions.$sessionId.removal.ts";
import * as endOthers from "#app/routes/settings.security_.sessions.others.removal.ts";
import * as totp from "#app/routes/settings.security_.totp.tsx";
import * as disableTotp from "#app/routes/settings.security_.totp_.removal.tsx";
import * as startTotp from "#app/routes/settings.security_.totp_.start.ts";
import * as setup from "#app/routes/setup.tsx";
import * as verifyEmail from "#app/routes/verify-email.$token.tsx";
import { type Connection, type Db, useConnection } from "#db/client.server.ts";
import { sessions } from "#db/schema/auth.ts";
import { rateLimits } from "#db/schema/portal.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createOrganisation, createPerson } from "#test/support/factories.ts";
import { call } from "./route-call.ts";
import { CLIENT, codeAt, createAccount, NEWCOMER } from "./support.ts";

let connection: Connection;
let db: Db;

beforeAll(async () => {
  connection = await freshDatabase();
  db = connection.db;
  useConnection(connection);
  await createPerson(db, { role: "admin" });
  await createOrganisation(db, { domain: "kaede.example" });
  await createAccount(db, { email: "known@kaede.example" });
});
beforeEach(() => db.delete(rateLimits));
afterAll(() => connection.close());

const signIn = (personId: number) => startSession(db, { personId, now: new Date(), ...CLIENT });

describe("logging out", () => {
  test("ends the session and forgets the cookie; anonymous visitors too", async () => {
    const { id } = await createPerson(db);
    const cookie = await signIn(id);
    const answer = await call(logout.action, "/logout", { cookie, form: {} });
    expect(answer.location).toBe("/");
    expect(answer.cookies.join()).toContain("portal-session=; Max-Age=0");
    expect((await call(security.loader, "/settings/security", { cookie })).status).toBe(302);
    expect((await call(logout.action, "/logout", { form: {} })).location).toBe("/");
  });
});

describe("the security settings", () => {
  test.each([
    ["/settings/security", security.loader, false],
    ["/settings/security/email", email.loader, false],
    ["/settings/security/email", email.action, true],
    ["/settings/security/password", password.loader, false],
    ["/settings/security/password", password.action, true],
    ["/settings/security/totp", totp.loader, false],
    ["/settings/security/totp", totp.action, true],
    ["/settings/security/totp/start", startTotp.action, true],
    ["/settings/security/totp/removal", disableTotp.loader, false],
    ["/settings/security/totp/removal", disableTotp.action, true],
    ["/settings/security/recovery-codes", recovery.loader, false],
    ["/settings/security/recovery-codes", recovery.action, true],
    ["/settings/security/sessions/x/removal", endSession.action, true],
    ["/settings/security/sessions/others/removal", endOthers.action, true],
    ["/verify-email/x", verifyEmail.loader, false],
    ["/verify-email/x", verifyEmail.action, true],
  ])("%s is for those who are signed in", async (path, route, posts) => {
    const answer = await call(route, path, posts ? { form: {} } : {});
    expect(answer.status).toBe(302);
    expect(answer.location).toMatch(/^\/login\?redirectTo=/);
  });

  test("show no secret of a session, and end it by its id", async () => {
    const { id } = await createPerson(db);
    const [here, there] = [await signIn(id), await signIn(id)];
    const page = await call(security.loader, "/settings/security", { cookie: here });
    for (const cookie of [here, there]) {
      expect(JSON.stringify(page.body)).not.toContain(cookie.split(";")[0]?.split("=")[1]);
    }
    const rows = (page.body as { sessions: { id: string; isCurrent: boolean }[] }).sessions;
    const other = rows.find((row) => !row.isCurrent);
    const params = { sessionId: other?.id ?? "" };
    await call(endSession.action, "/x", { cookie: here, params, form: {} });
    expect((await call(security.loader, "/settings/security", { cookie: there })).status).toBe(302);
    expect((await call(security.loader, "/settings/security", { cookie: here })).status).toBe(200);
  });

  test("show recovery codes in one answer only", async () => {
    const { id } = await createAccount(db);
    const cookie = await signIn(id);
    const path = "/settings/security/totp";
    await call(startTotp.action, `${path}/start`, { cookie, form: {} });
    const pending = (await call(totp.loader, path, { cookie })).body as {
      pending: { secret: string; qr: { path: string } };
    };
    expect(pending.pending.qr.path).toMatch(/^M4 4h1v1h-1z/);
    const form = { code: codeAt(pending.pending.secret, new Date()) };
    const confirmed = await call(totp.action, path, { cookie, form });
    expect((confirmed.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
    const later = JSON.stringify(await call(totp.loader, path, { cookie }));
    expect(later).not.toContain(pending.pending.secret);
    expect(later).not.toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/);
    expect((await call(totp.action, path, { cookie, form })).location).toBe(path);
  });

  test("send no typed password back", async () => {
    const { id } = await createAccount(db);
    const form = { currentPassword: "guess-one-two", newPassword: "password123" };
    const answer = await call(password.action, "/settings/security/password", {
      cookie: await signIn(id),
      form,
    });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toMatch(/guess-one|password123/);
  });
});

describe("setup", () => {
  test("does not exist on a portal with an admin", async () => {
    expect((await call(setup.loader, "/setup")).status).toBe(404);
    const form = { ...NEWCOMER, code: "x", email: "a@vendor.example" };
    expect((await call(setup.action, "/setup", { form })).status).toBe(404);
  });

  test("makes the first admin of an empty one, then is gone", async () => {
    const empty = await freshDatabase();
    useConnection(empty);
    try {
      const code = (await issueSetupCode(empty.db, { now: new Date() })) ?? "";
      const form = { ...NEWCOMER, code: "wrong", email: "a@vendor.example" };
      expect((await call(setup.loader, "/setup")).status).toBe(200);
      expect((await call(setup.action, "/setup", { form })).status).toBe(400);
      const answer = await call(setup.action, "/setup", { form: { ...form, code } });
      expect(answer).toMatchObject({ status: 302, location: "/" });
      expect(await empty.db.select().from(sessions)).toHaveLength(1);
      expect((await call(setup.loader, "/setup")).status).toBe(404);
    } finally {
      useConnection(connection);
      await empty.close();
    }
  });
});
