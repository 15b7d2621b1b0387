import { eq, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { DAY, HOUR, after as later, MINUTE } from "#app/lib/time.ts";
import { deleteAnswer, deleteQuestion, restoreQuestion } from "#app/questions/deletion.server.ts";
import {
  closeQuestion,
  reopenQuestion,
  requestInformation,
  withdrawInformationRequest,
} from "#app/questions/resolution.server.ts";
import { advanceRoutings } from "#app/questions/routing/advance.server.ts";
import type { Db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { questions } from "#db/schema/questions.ts";
import { decertify } from "#test/support/certification.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { answer, ask, NOW } from "#test/support/factories.ts";
import { cast } from "../cast.ts";
import { createHelper, holdersOf, ids, kindsOf, logOf, MONDAY_TEN, routingOf } from "./scene.ts";

const tokyo = (text: string) => new Date(`${text}:00+09:00`);

async function helpers(db: Db, areaId: number, count: number): Promise<Viewer[]> {
  const made: Viewer[] = [];
  for (let n = 0; n < count; n += 1) made.push(await createHelper(db, { areaIds: [areaId] }));
  return made;
}

describe("a new question", () => {
  test("goes to three people who know the area, the least loaded first", async ({ db }) => {
    const { area, asker } = await cast(db);
    const [a, b, c, d] = (await helpers(db, area.id, 4)) as [Viewer, Viewer, Viewer, Viewer];
    const first = await ask(db, asker, { productAreaId: area.id, now: MONDAY_TEN });
    expect(await holdersOf(db, first)).toEqual(ids([a, b, c]));
    const second = await ask(db, asker, { productAreaId: area.id, now: later(MONDAY_TEN, MINUTE) });
    // The fourth had none so far; of the others, keys decide.
    expect(await holdersOf(db, second)).toEqual(ids([a, b, d]));
    const told = await db
      .select({ personId: notifications.personId })
      .from(notifications)
      .where(eq(notifications.questionId, second));
    expect(told.map(({ personId }) => personId).sort((x, y) => x - y)).toEqual(ids([a, b, d]));
    const [started, offered] = await logOf(db, second);
    expect(started).toMatchObject({ kind: "started", actorId: asker.id });
    expect(offered).toMatchObject({
      kind: "offered",
      personId: d.id,
      detail: { step: "first", area: area.id, language: "ja", load: 1, cap: 3 },
    });
    expect(await routingOf(db, second)).toMatchObject({
      step: "first",
      nextAt: tokyo("2026-06-02T09:01"),
      takenBy: null,
    });
  });

  test("goes to nobody who does not fit, and the log says why", async ({ db }) => {
    const { area, asker, home } = await cast(db);
    const areaIds = [area.id];
    await createHelper(db, { areaIds, answersJa: false, answersEn: true });
    await createHelper(db, { areaIds, cap: 0 });
    await createHelper(db, { areaIds, away: { from: "2026-06-01", to: "2026-06-03" } });
    // Not away: at this moment it is still Sunday there.
    const honolulu = await createHelper(db, {
      areaIds,
      timeZone: "Pacific/Honolulu",
      away: { from: "2026-06-01", to: "2026-06-03" },
    });
    const suspended = await createHelper(db, { areaIds });
    await db
      .insert(suspensions)
      .values({ personId: suspended.id, reason: "x", suspendedBy: asker.id, suspendedAt: NOW });
    await createHelper(db, { areaIds, email: null });
    const self = await createHelper(db, { areaIds, organisationId: home.id });
    const other = await ask(db, self, { productAreaId: area.id, now: MONDAY_TEN });
    expect(await holdersOf(db, other)).toEqual([honolulu.id]);
    await db.update(people).set({ timeZone: "Asia/Tokyo" }).where(eq(people.id, honolulu.id));
    const alone = await ask(db, self, { productAreaId: area.id, now: MONDAY_TEN });
    expect(await holdersOf(db, alone)).toEqual([]);
    expect(await routingOf(db, alone)).toMatchObject({ step: "staff", nextAt: null });
    const [, nobody, reached] = await logOf(db, alone);
    expect(nobody).toMatchObject({
      kind: "nobody-found",
      detail: { step: "first", unfit: { "other-language": 1, "load-cap": 1, away: 2 } },
    });
    expect(reached).toMatchObject({ kind: "step-reached", detail: { step: "staff" } });
  });

  test("of one company goes to helpers of that company only", async ({ db }) => {
    const { area, asker, home, away } = await cast(db);
    const own = await createHelper(db, { areaIds: [area.id], organisationId: home.id });
    await createHelper(db, { areaIds: [area.id], organisationId: away.id });
    const questionId = await ask(db, asker, { productAreaId: area.id, now: MONDAY_TEN });
    await db.update(questions).set({ scope: "organisation" }).where(eq(questions.id, questionId));
    await advanceRoutings(db, { now: later(MONDAY_TEN, HOUR) });
    expect(await holdersOf(db, questionId)).toEqual([own.id]);
    expect(await kindsOf(db, questionId)).toContain("offer-ended");
  });

  test("reaches CS staff at once where there are no helpers", async ({ db }) => {
    const { area, asker, staff, admin } = await cast(db);
    const questionId = await ask(db, asker, { productAreaId: area.id, now: MONDAY_TEN });
    expect(await kindsOf(db, questionId)).toEqual(["started", "nobody-found", "step-reached"]);
    const told = await db
      .select({ id: notifications.personId })
      .from(notifications)
      .where(eq(notifications.kind, "queued"));
    expect(told.map(({ id }) => id).sort((x, y) => x - y)).toEqual(ids([staff, admin]));
  });
});

describe("as working time passes", () => {
  test("everybody is asked after 8 hours, CS after 24, to the minute", async ({ db }) => {
    const { area, asker } = await cast(db);
    const all = await helpers(db, area.id, 5);
    // 昭和の日 on Wednesday lies in between.
    const questionId = await ask(db, asker, {
      productAreaId: area.id,
      now: tokyo("2026-04-28T15:00"),
    });
    await advanceRoutings(db, { now: tokyo("2026-04-30T13:59") });
    expect(await holdersOf(db, questionId)).toEqual(ids(all.slice(0, 3)));
    await advanceRoutings(db, { now: tokyo("2026-04-30T14:00") });
    expect(await holdersOf(db, questionId)).toEqual(ids(all));
    expect(await routingOf(db, questionId)).toMatchObject({
      step: "everyone",
      nextAt: tokyo("2026-05-07T12:00"),
    });
    await advanceRoutings(db, { now: tokyo("2026-05-07T11:59") });
    expect((await routingOf(db, questionId)).step).toBe("everyone");
    await advanceRoutings(db, { now: tokyo("2026-05-07T12:00") });
    expect(await routingOf(db, questionId)).toMatchObject({ step: "staff", nextAt: null });
    // They may still answer, but it no longer counts as theirs.
    expect(await holdersOf(db, questionId)).toEqual([]);
    const before = await logOf(db, questionId);
    await advanceRoutings(db, { now: tokyo("2026-05-07T12:00") });
    expect(await logOf(db, questionId)).toEqual(before);
  });

  test("a job that comes late does all that is due", async ({ db }) => {
    const { area, asker } = await cast(db);
    await helpers(db, area.id, 1);
    const questionId = await ask(db, asker, { productAreaId: area.id, now: MONDAY_TEN });
    await advanceRoutings(db, { now: later(MONDAY_TEN, 30 * DAY) });
    expect(await kindsOf(db, questionId)).toEqual([
      "started",
      "offered",
      "step-reached",
      "step-reached",
      "offer-ended",
    ]);
    expect((await routingOf(db, questionId)).step).toBe("staff");
  });

  test("the clock stands still while information is missing", async ({ db }) => {
    const { area, asker, staff } = await cast(db);
    await helpers(db, area.id, 3);
    const questionId = await ask(db, asker, { productAreaId: area.id, now: MONDAY_TEN });
    const given = { viewer: staff, questionId };
    await requestInformation(db, { ...given, message: "版は？", now: tokyo("2026-06-01T12:00") });
    expect(await routingOf(db, questionId)).toMatchObject({
      clockSince: null,
      nextAt: null,
      workedMs: 2 * HOUR,
    });
    await advanceRoutings(db, { now: tokyo("2026-06-10T12:00") });
    expect((await routingOf(db, questionId)).step).toBe("first");
    await withdrawInformationRequest(db, { ...given, now: tokyo("2026-06-10T12:00") });
    expect(await routingOf(db, questionId)).toMatchObject({ nextAt: tokyo("2026-06-10T18:00") });
    expect(await kindsOf(db, questionId)).toEqual(expect.arrayContaining(["paused", "resumed"]));
  });
});

describe("an end, and what takes it back", () => {
  test("an answer ends it; deleting the only answer lets it go on", async ({ db }) => {
    const { area, asker, staff } = await cast(db);
    const [helper] = (await helpers(db, area.id, 3)) as [Viewer];
    const questionId = await ask(db, asker, { productAreaId: area.id, now: MONDAY_TEN });
    const answerId = await answer(db, helper, questionId, { now: tokyo("2026-06-01T13:00") });
    expect(await routingOf(db, questionId)).toMatchObject({ step: "ended", nextAt: null });
    expect(await holdersOf(db, questionId)).toEqual([]);
    await deleteAnswer(db, { viewer: staff, answerId, now: tokyo("2026-06-05T10:00") });
    // Three hours were used; five are left.
    expect(await routingOf(db, questionId)).toMatchObject({
      step: "first",
      nextAt: tokyo("2026-06-05T15:00"),
    });
    expect(await holdersOf(db, questionId)).toHaveLength(3);
  });

  test.for([
    ["closing", "closed"],
    ["deleting", "deleted"],
  ] as const)("%s ends it, and the opposite lets it go on", async ([way, because], { db }) => {
    const { area, asker } = await cast(db);
    await helpers(db, area.id, 3);
    const questionId = await ask(db, asker, { productAreaId: area.id, now: MONDAY_TEN });
    const given = { viewer: asker, questionId };
    const ends = { ...given, now: tokyo("2026-06-01T12:00") };
    if (way === "closing") await closeQuestion(db, { ...ends, reason: "off-topic", note: "" });
    else await deleteQuestion(db, ends);
    expect(await routingOf(db, questionId)).toMatchObject({ step: "ended" });
    expect(await holdersOf(db, questionId)).toEqual([]);
    const entries = await logOf(db, questionId);
    expect(entries.at(-1)).toMatchObject({ kind: "ended", detail: { because } });
    const again = { ...given, now: tokyo("2026-06-03T09:00") };
    await (way === "closing" ? reopenQuestion(db, again) : restoreQuestion(db, again));
    expect(await routingOf(db, questionId)).toMatchObject({
      step: "first",
      nextAt: tokyo("2026-06-03T15:00"),
    });
  });
});

test("what lies with people who are gone goes to others", async ({ db }) => {
  const { area, asker, staff } = await cast(db);
  const [a, b, c, d, e] = (await helpers(db, area.id, 5)) as [
    Viewer,
    Viewer,
    Viewer,
    Viewer,
    Viewer,
  ];
  const questionId = await ask(db, asker, { productAreaId: area.id, now: MONDAY_TEN });
  expect(await holdersOf(db, questionId)).toEqual(ids([a, b, c]));
  await db
    .insert(suspensions)
    .values({ personId: a.id, reason: "x", suspendedBy: staff.id, suspendedAt: NOW });
  await decertify(db, b);
  await db.execute(sql`delete from person_skills where person_id = ${c.id}`);
  await advanceRoutings(db, { now: later(MONDAY_TEN, MINUTE) });
  expect(await holdersOf(db, questionId)).toEqual(ids([d, e]));
  const ended = (await logOf(db, questionId)).filter(({ kind }) => kind === "offer-ended");
  expect(ended.map(({ personId, detail }) => [personId, detail.because])).toEqual([
    [a.id, "suspended"],
    [b.id, "no-helper"],
    [c.id, "other-area"],
  ]);
});
