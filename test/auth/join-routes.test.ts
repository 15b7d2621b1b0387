import { afterAll, beforeAll, beforeEach } from "vitest";
import { invitePerson } from "#app/auth/invitations.server.ts";
import { startSession } from "#app/auth/sessions.server.ts";
import { SECOND } from "#app/lib/time.ts";
import * as forgot from "#app/routes/forgot.tsx";
import * as invite from "#app/routes/invite.$token.tsx";
import * as login from "#app/routes/login.tsx";
import * as secondFactor from "#app/routes/login_.second-factor.tsx";
import * as reset from "#app/routes/reset.$token.tsx";
import * as signup from "#app/routes/signup.tsx";
import * as join from "#app/routes/signup_.$token.tsx";
import { type Connection, type Db, useConnection } from "#db/client.server.ts";
import { tokens } from "#db/schema/auth.ts";
import { people } from "#db/schema/people.ts";
import { rateLimits } from "#db/schema/portal.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createOrganisation, createPerson } from "#test/support/factories.ts";
import { call, cookieOf } from "./route-call.ts";
import {
  CLIENT,
  codeAt,
  createAccount,
  enrol,
  mails,
  NEWCOMER,
  PASSWORD,
  secretOf,
} from "./support.ts";

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

describe("login", () => {
  const path = "/login?redirectTo=%2Fquestions%2F1";

  test("answers alike, byte for byte, for an unknown address and a wrong password", async () => {
    const typed = { password: "not the one" };
    const known = await call(login.action, path, {
      form: { ...typed, email: "known@kaede.example" },
    });
    const unknown = await call(login.action, path, {
      form: { ...typed, email: "other@kaede.example" },
    });
    expect(known.status).toBe(400);
    expect(JSON.stringify(unknown).replaceAll("other@", "known@")).toBe(JSON.stringify(known));
  });

  test("never sends a typed password back", async () => {
    const form = { email: "", password: "my-secret-phrase" };
    const answer = await call(login.action, path, { form });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toContain("my-secret-phrase");
  });

  test("leads where one wanted to go, within the portal", async () => {
    const form = { email: "known@kaede.example", password: PASSWORD };
    const there = await call(login.action, path, { form });
    expect(there).toMatchObject({ status: 302, location: "/questions/1" });
    expect(there.cookies[0]).toMatch(/^portal-session=[a-z0-9]+; .*HttpOnly; SameSite=Lax$/);
    const targets = [
      "//evil.example",
      "https://evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
    ];
    for (const target of targets) {
      const foreign = `/login?${new URLSearchParams({ redirectTo: target })}`;
      expect((await call(login.action, foreign, { form })).location).toBe("/");
    }
  });

  test("is not for those who are signed in", async () => {
    const { id } = await createPerson(db);
    const cookie = await signIn(id);
    const answer = await call(login.loader, path, { cookie });
    expect(answer).toMatchObject({ status: 302, location: "/questions/1" });
  });

  test("stops after ten tries with the time to wait", async () => {
    const form = { email: "known@kaede.example", password: "not the one" };
    for (let n = 0; n < 10; n += 1) await call(login.action, path, { form });
    const answer = await call(login.action, path, { form });
    expect(answer.status).toBe(429);
    expect(JSON.stringify(answer.body)).toContain("15分ほど");
  });
});

describe("the second step of a login", () => {
  async function waiting() {
    const person = await createAccount(db, { role: "staff" });
    const enrolment = await enrol(db, person.id, new Date(Date.now() - 120 * SECOND));
    const form = { email: person.email ?? "", password: PASSWORD };
    const first = await call(login.action, "/login?redirectTo=%2Fstaff", { form });
    return { first, cookie: cookieOf(first, "portal-second-factor"), ...enrolment };
  }

  test("keeps its secret in a short-lived HttpOnly cookie and then takes it away", async () => {
    const { first, cookie, secret } = await waiting();
    expect(first).toMatchObject({ status: 302, location: "/login/second-factor" });
    expect(first.cookies).toHaveLength(1);
    expect(first.cookies[0]).toMatch(/; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    const form = { code: codeAt(secret, new Date()) };
    const answer = await call(secondFactor.action, "/login/second-factor", { cookie, form });
    expect(answer).toMatchObject({ status: 302, location: "/staff" });
    expect(cookieOf(answer, "portal-session")).not.toBe("");
    expect(answer.cookies.join()).toContain("portal-second-factor=; Max-Age=0");
  });

  test("says what is wrong with a code and does not repeat it", async () => {
    const { cookie } = await waiting();
    const form = { code: "987654" };
    const answer = await call(secondFactor.action, "/login/second-factor", { cookie, form });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toContain("987654");
  });

  test("begins again without its cookie, or with one that is over", async () => {
    const none = await call(secondFactor.loader, "/login/second-factor");
    expect(none.location).toBe("/login");
    const { cookie, secret } = await waiting();
    await db.update(tokens).set({ expiresAt: new Date(0) });
    const form = { code: codeAt(secret, new Date()) };
    for (const answer of [
      await call(secondFactor.loader, "/login/second-factor", { cookie }),
      await call(secondFactor.action, "/login/second-factor", { cookie, form }),
    ]) {
      expect(answer.location).toBe("/login");
      expect(cookieOf(answer, "portal-session")).toBe("");
    }
  });
});

describe("sign-up and reset", () => {
  test.each([
    ["/signup", signup.action],
    ["/forgot", forgot.action],
  ])("%s answers alike for every address", async (path, action) => {
    const answers = [];
    for (const name of ["known@kaede.example", "fresh@kaede.example", "who@elsewhere.example"]) {
      const { cookies, ...answer } = await call(action, path, { form: { email: name } });
      expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual(["portal-mailed"]);
      answers.push(answer);
    }
    expect(answers[0]).toMatchObject({ status: 302, location: `${path}/sent` });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test("a link leads to an account, then says that it was used", async () => {
    await call(signup.action, "/signup", { form: { email: "mori@kaede.example" } });
    const token = secretOf((await mails(db)).at(-1));
    const at = { params: { token } };
    expect((await call(join.loader, `/signup/${token}`, at)).status).toBe(200);
    const bad = { ...at, form: { ...NEWCOMER, name: " \u200b ", password: "mori" } };
    const refused = await call(join.action, `/signup/${token}`, bad);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      lastResult: { error: { name: expect.anything(), password: expect.anything() } },
    });
    const answer = await call(join.action, `/signup/${token}`, { ...at, form: NEWCOMER });
    expect(answer).toMatchObject({ status: 302, location: "/" });
    expect(cookieOf(answer, "portal-session")).not.toBe("");
    expect((await call(join.loader, `/signup/${token}`, at)).status).toBe(410);
    const again = await call(join.action, `/signup/${token}`, { ...at, form: NEWCOMER });
    expect(again).toMatchObject({ status: 410, cookies: [] });
  });

  test("script in a field is text like any other", async () => {
    await call(signup.action, "/signup", { form: { email: "xss@kaede.example" } });
    const token = secretOf((await mails(db)).at(-1));
    const name = "<script>alert(1)</script>";
    const form = { ...NEWCOMER, name };
    await call(join.action, `/signup/${token}`, { params: { token }, form });
    expect((await db.select().from(people)).some((person) => person.name === name)).toBe(true);
  });

  test("a reset leads to the login and forgets the session", async () => {
    await call(forgot.action, "/forgot", { form: { email: "known@kaede.example" } });
    const token = secretOf((await mails(db)).at(-1));
    const at = { params: { token } };
    expect((await call(reset.loader, `/reset/${token}`, at)).status).toBe(200);
    const form = { password: PASSWORD };
    const answer = await call(reset.action, `/reset/${token}`, { ...at, form });
    expect(answer).toMatchObject({ status: 302, location: "/login" });
    expect(answer.cookies.join()).toContain("portal-session=; Max-Age=0");
    expect((await call(reset.loader, `/reset/${token}`, at)).status).toBe(410);
  });

  test.each([
    ["/signup/x", join],
    ["/invite/x", invite],
    ["/reset/x", reset],
  ])("%s is a link nobody made", async (path, route) => {
    const params = { token: "x" };
    expect((await call(route.loader, path, { params })).status).toBe(404);
    expect((await call(route.action, path, { params, form: NEWCOMER })).status).toBe(404);
  });
});

describe("an invitation", () => {
  test("tells who is signed in, and who invites", async () => {
    const staff = await createPerson(db, { role: "staff", name: "担当 花子" });
    const { id: organisationId } = await createOrganisation(db, { name: "株式会社つばき" });
    const guest = { email: "guest@elsewhere.example", role: "member" as const, organisationId };
    await invitePerson(db, { ...guest, invitedBy: staff.id, now: new Date() });
    const token = secretOf((await mails(db)).at(-1));
    const at = { params: { token }, cookie: await signIn(staff.id) };
    const answer = await call(invite.loader, `/invite/${token}`, at);
    expect(answer.body).toMatchObject({
      join: {
        signedInAs: "担当 花子",
        email: "guest@elsewhere.example",
        invitation: { inviter: { name: "担当 花子" }, organisation: { name: "株式会社つばき" } },
      },
    });
  });
});
