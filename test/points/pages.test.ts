import { sql } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { startSession } from "#app/auth/sessions.server.ts";
import { recordVotingRings } from "#app/points/rings.server.ts";
import { acceptAnswer } from "#app/questions/acceptance.server.ts";
import { voteForAnswer } from "#app/questions/voting.server.ts";
import * as profile from "#app/routes/people.$handle.tsx";
import * as points from "#app/routes/people.$handle_.points.tsx";
import * as rings from "#app/routes/staff.voting-rings._index.tsx";
import * as dismissal from "#app/routes/staff.voting-rings.$ringId_.dismissal.tsx";
import { type Connection, connect, type Db, useConnection } from "#db/client.server.ts";
import { votingRings } from "#db/schema/points.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { answer, ask } from "#test/support/factories.ts";
import { call } from "../auth/route-call.ts";
import { CLIENT } from "../auth/support.ts";
import { type Cast, cast } from "../questions/cast.ts";

let connection: Connection;
let counting: Connection;
let queries = 0;
let db: Db;
let s: Cast;
let ringId: number;
const now = new Date();
const cookies = new Map<number, string>();

beforeAll(async () => {
  connection = await freshDatabase();
  db = connection.db;
  counting = connect(connection.url, { onQuery: () => queries++ });
  useConnection(counting);
  s = await cast(db);
  for (let n = 0; n < 5; n++) {
    for (const [author, voter] of [
      [s.helper, s.asker],
      [s.asker, s.helper],
    ] as const) {
      const questionId = await ask(db, s.staff, { productAreaId: s.area.id });
      const answerId = await answer(db, author, questionId);
      await voteForAnswer(db, { viewer: voter, answerId, helpful: true, now });
    }
  }
  const secret = await ask(db, s.asker, {
    productAreaId: s.area.id,
    title: "社内だけの質問です",
  });
  // Members ask in the open; staff narrow the scope afterwards.
  await db.execute(sql`update questions set scope = 'organisation' where id = ${secret}`);
  await answer(db, s.colleague, secret);
  const open = await ask(db, s.asker, { productAreaId: s.area.id, title: "みなさんへの質問です" });
  const answerId = await answer(db, s.helper, open);
  await acceptAnswer(db, { viewer: s.asker, answerId, now });
  await recordVotingRings(db, { now });
  ringId = (await db.select().from(votingRings))[0]?.id ?? 0;
  for (const { id } of [s.asker, s.helper, s.stranger, s.lead, s.supporter, s.staff, s.admin]) {
    cookies.set(id, await startSession(db, { personId: id, now, ...CLIENT }));
  }
});

afterAll(async () => {
  await counting.close();
  await connection.close();
});

type Who = "anonymous" | "asker" | "helper" | "stranger" | "lead" | "supporter" | "staff" | "admin";
const cookieOf = (who: Who) => (who === "anonymous" ? undefined : cookies.get(s[who].id));

const pointsOf = (who: Who) =>
  call(points.loader, `/people/${s.helper.handle}/points`, {
    params: { handle: s.helper.handle },
    cookie: cookieOf(who),
  });

describe("the ledger of a person", () => {
  test.each([
    ["anonymous", 404],
    ["stranger", 404],
    ["asker", 404],
    ["lead", 404],
    ["supporter", 404],
    ["helper", 200],
    ["staff", 200],
    ["admin", 200],
  ] satisfies [Who, number][])("answers %s with %i", async (who, status) => {
    expect((await pointsOf(who)).status).toBe(status);
  });

  test("names voters and rings to staff only", async () => {
    const forOwner = JSON.stringify((await pointsOf("helper")).body);
    expect(forOwner).toContain("not-counted");
    expect(forOwner).not.toContain('"ring"');
    const owner = (await pointsOf("helper")).body as {
      total: number;
      entries: { reason: string; giver?: { name: string } }[];
    };
    expect(owner.total).toBe(15);
    for (const { reason, giver } of owner.entries) {
      expect(giver?.name).toBe(reason === "accepted-answer" ? s.asker.name : undefined);
    }
    const forStaff = JSON.stringify((await pointsOf("staff")).body);
    expect(forStaff).toContain('"ring"');
  });
});

describe("voting rings", () => {
  test.each([
    ["anonymous", 302],
    ["asker", 403],
    ["lead", 403],
    ["supporter", 403],
    ["staff", 200],
    ["admin", 200],
  ] satisfies [Who, number][])("answer %s with %i", async (who, status) => {
    const cookie = cookieOf(who);
    const path = `/staff/voting-rings/${ringId}/dismissal`;
    const params = { ringId: String(ringId) };
    expect((await call(rings.loader, "/staff/voting-rings", { cookie })).status).toBe(status);
    expect((await call(dismissal.loader, path, { cookie, params })).status).toBe(status);
    const posted = await call(dismissal.action, path, { cookie, params, form: { reason: " " } });
    expect(posted.status).toBe(status === 200 ? 400 : status);
  });

  test("are dismissed with a reason, once", async () => {
    const path = `/staff/voting-rings/${ringId}/dismissal`;
    const given = { cookie: cookieOf("staff"), params: { ringId: String(ringId) } };
    const form = { reason: "同じ勉強会の2人です。" };
    const first = await call(dismissal.action, path, { ...given, form });
    expect(first).toMatchObject({ status: 302, location: "/staff/voting-rings" });
    expect(decodeURIComponent(first.cookies.join())).toContain("points:dismissal.done");
    const again = await call(dismissal.action, path, { ...given, form });
    expect(decodeURIComponent(again.cookies.join())).toContain("points:dismissal.already");
    const dismissed = await call(rings.loader, "/staff/voting-rings?state=dismissed", given);
    expect(dismissed.body).toMatchObject({ rings: [{ dismissReason: form.reason }] });
    expect((await pointsOf("helper")).body).toMatchObject({ total: 30 });
    const unknown = { ...given, params: { ringId: "999" } };
    expect((await call(dismissal.loader, path, unknown)).status).toBe(404);
  });
});

describe("a profile", () => {
  const profileOf = (handle: string, who: Who) =>
    call(profile.loader, `/people/${handle}`, { params: { handle }, cookie: cookieOf(who) });

  test("counts and lists what the viewer may see, and nothing else", async () => {
    const { handle } = s.colleague;
    expect((await profileOf(handle, "anonymous")).status).toBe(404);
    expect((await profileOf(handle, "stranger")).body).toMatchObject({
      activity: { answers: 0, recent: [], areas: [] },
    });
    expect((await profileOf(handle, "lead")).body).toMatchObject({
      activity: { answers: 1, recent: [{ question: { title: "社内だけの質問です" } }] },
    });
    const asked = (await profileOf(s.asker.handle, "stranger")).body as {
      questions: { title: string }[];
    };
    expect(asked.questions.map(({ title }) => title)).toEqual(["みなさんへの質問です"]);
  });

  test("tells how many companies were helped", async () => {
    expect((await profileOf(s.helper.handle, "anonymous")).body).toMatchObject({
      activity: { answers: 6, accepted: 1, organisationsHelped: 1, areas: [{ answers: 6 }] },
    });
  });

  test("takes at most eight queries", async () => {
    queries = 0;
    await profileOf(s.helper.handle, "staff");
    expect(queries).toBeLessThanOrEqual(8);
  });
});
