import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe as pureDescribe, expect as pureExpect, test as pureTest } from "vitest";
import { afterStep, isOpen, totalScore } from "#app/certification/applications/applications.ts";
import {
  findApplicationProgress,
  startApplication,
  submitApplication,
  withdrawApplication,
} from "#app/certification/applications/applying.server.ts";
import {
  releaseReview,
  reviewApplication,
  startReview,
} from "#app/certification/applications/reviewing.server.ts";
import { linkWork, removeWork } from "#app/certification/applications/works.server.ts";
import type { Db } from "#db/client.server.ts";
import { applicationHistory, applications } from "#db/schema/applications.ts";
import { credentials } from "#db/schema/credentials.ts";
import { notifications } from "#db/schema/notifications.ts";
import { APPLICATION_STATES } from "#db/vocabulary.ts";
import { cast } from "#test/questions/cast.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createPerson, NOW, viewerOf } from "#test/support/factories.ts";
import { certify, earnAcceptance, publish, start, verdict } from "./programme.ts";

const STEPS = [
  "submit",
  "withdraw",
  "start-review",
  "release-review",
  "approve",
  "return",
  "decline",
] as const;

async function stored(db: Db, applicationId: number) {
  const [row] = await db.select().from(applications).where(eq(applications.id, applicationId));
  if (!row) throw new Error("no application");
  return row;
}

async function events(db: Db, applicationId: number): Promise<string[]> {
  const rows = await db
    .select({ event: applicationHistory.event })
    .from(applicationHistory)
    .where(eq(applicationHistory.applicationId, applicationId))
    .orderBy(applicationHistory.id);
  return rows.map(({ event }) => event);
}

async function kindsTold(db: Db, personId: number, applicationId: number): Promise<string[]> {
  const rows = await db
    .select({ kind: notifications.kind })
    .from(notifications)
    .where(
      and(
        eq(notifications.personId, personId),
        eq(notifications.threadKey, `application:${applicationId}`),
      ),
    )
    .orderBy(notifications.id);
  return rows.map(({ kind }) => kind);
}

pureDescribe("the states of an application", () => {
  pureTest("end where nothing can be done any more, and are left by known steps only", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 30 }), (steps) => {
        let state: (typeof APPLICATION_STATES)[number] = "draft";
        for (const step of steps) {
          const next = afterStep(state, step);
          if (!isOpen(state)) pureExpect(next).toBeUndefined();
          if (next === "approved" || next === "declined" || next === "returned") {
            pureExpect(state).toBe("in-review");
          }
          state = next ?? state;
        }
        pureExpect(APPLICATION_STATES).toContain(state);
      }),
    );
  });

  pureTest("scores fit the rubric or are none", () => {
    const rubric = [{ points: 10 }, { points: 5 }];
    pureExpect(totalScore([10, 5], rubric)).toBe(15);
    for (const scores of [[11, 5], [-1, 5], [1.5, 1], [1], [1, 2, 3]]) {
      pureExpect(totalScore(scores, rubric)).toBeUndefined();
    }
  });
});

describe("an application", () => {
  test("is begun once, by members of companies only", async ({ db }) => {
    const people = await cast(db);
    const { slug } = await publish(db, people.admin);
    const first = await start(db, people.helper, slug);
    expect(await start(db, people.helper, slug)).toBe(first);
    for (const viewer of [people.staff, people.admin]) {
      expect(await startApplication(db, { viewer, slug, now: NOW })).toEqual({
        ok: false,
        reason: "not-allowed",
      });
    }
    expect(await startApplication(db, { viewer: people.helper, slug: "none", now: NOW })).toEqual({
      ok: false,
      reason: "not-found",
    });
  });

  test("is submitted when everything is met, and says what it came to then", async ({ db }) => {
    const people = await cast(db);
    const { slug } = await publish(db, people.admin);
    const viewer = people.helper;
    const applicationId = await start(db, viewer, slug);
    const submit = () => submitApplication(db, { viewer, applicationId, now: NOW });
    expect(await submit()).toEqual({ ok: false, reason: "requirements-missing" });
    const answerId = await earnAcceptance(db, people, viewer);
    const application = await stored(db, applicationId);
    const [progress] = await findApplicationProgress(db, { ...application, now: NOW });
    expect(progress).toMatchObject({ value: 1, met: true });
    expect(progress?.evidence[0]?.to).toContain(`#answer-${answerId}`);
    expect(await submit()).toEqual({ ok: true });
    expect(await submit()).toEqual({ ok: false, reason: "not-allowed" });
    expect(await stored(db, applicationId)).toMatchObject({
      state: "submitted",
      measured: { "accepted-answers": 1 },
      round: 1,
    });
    expect(await kindsTold(db, people.staff.id, applicationId)).toEqual(["application-submitted"]);
  });

  test("does not exist for anybody else", async ({ db }) => {
    const people = await cast(db);
    const { slug } = await publish(db, people.admin);
    const applicationId = await start(db, people.helper, slug);
    const act = { viewer: people.stranger, applicationId, now: NOW };
    const gone = { ok: false, reason: "not-found" };
    expect(await submitApplication(db, act)).toEqual(gone);
    expect(await withdrawApplication(db, act)).toEqual(gone);
    expect(await linkWork(db, { ...act, title: "x", url: "https://example.com/" })).toEqual(gone);
    expect(await removeWork(db, { ...act, workId: 1 })).toEqual(gone);
  });

  test("is returned with what is missing, submitted again and approved", async ({ db }) => {
    const people = await cast(db);
    const { slug } = await publish(db, people.admin);
    const viewer = people.helper;
    await earnAcceptance(db, people, viewer);
    const applicationId = await start(db, viewer, slug);
    const own = { viewer, applicationId, now: NOW };
    const act = { viewer: people.staff, applicationId, now: NOW };
    await submitApplication(db, own);
    await startReview(db, act);
    const back = verdict({ verdict: "return" });
    expect(await reviewApplication(db, { ...act, review: back })).toEqual({
      ok: false,
      reason: "note-missing",
    });
    const review = { ...back, note: "回答の例をもう一つ加えてください。" };
    expect(await reviewApplication(db, { ...act, review })).toMatchObject({ outcome: "returned" });
    await submitApplication(db, own);
    await startReview(db, act);
    // A form that was opened for the round before decides nothing.
    expect(await reviewApplication(db, { ...act, review: verdict() })).toEqual({
      ok: false,
      reason: "stale",
    });
    const approved = await reviewApplication(db, { ...act, review: verdict({ round: 2 }) });
    expect(approved).toMatchObject({ outcome: "approved" });
    expect(await events(db, applicationId)).toEqual([
      "started",
      "submitted",
      "review-started",
      "returned",
      "submitted",
      "review-started",
      "approved",
    ]);
    expect(await kindsTold(db, viewer.id, applicationId)).toEqual([
      "application-in-review",
      "application-returned",
      "application-in-review",
    ]);
    const [credential] = await db
      .select()
      .from(credentials)
      .where(eq(credentials.applicationId, applicationId));
    expect(credential).toMatchObject({ personId: viewer.id, endedAt: null, level: 1 });
    expect(await startApplication(db, { viewer, slug, now: NOW })).toEqual({
      ok: false,
      reason: "already-held",
    });
  });

  test("is declined with a day from which one may try again", async ({ db }) => {
    const people = await cast(db);
    const { slug } = await publish(db, people.admin);
    const viewer = people.helper;
    await earnAcceptance(db, people, viewer);
    const applicationId = await start(db, viewer, slug);
    await submitApplication(db, { viewer, applicationId, now: NOW });
    const act = { viewer: people.staff, applicationId, now: NOW };
    await startReview(db, act);
    const review = verdict({
      verdict: "decline",
      note: "回答が短すぎます。",
      retryOn: "2026-09-01",
    });
    expect(await reviewApplication(db, { ...act, review })).toMatchObject({ outcome: "declined" });
    expect(await startApplication(db, { viewer, slug, now: NOW })).toEqual({
      ok: false,
      reason: "wait",
      until: "2026-09-01",
    });
    const later = new Date("2026-09-01T00:00:00Z");
    expect((await startApplication(db, { viewer, slug, now: later })).ok).toBe(true);
  });

  test("needs two different reviewers where the certification says so", async ({ db }) => {
    const people = await cast(db);
    const { slug } = await publish(db, people.admin, { needsSecondReviewer: true });
    const viewer = people.helper;
    await earnAcceptance(db, people, viewer);
    const applicationId = await start(db, viewer, slug);
    await submitApplication(db, { viewer, applicationId, now: NOW });
    const first = { viewer: people.staff, applicationId, now: NOW };
    const second = { viewer: people.admin, applicationId, now: NOW };
    await startReview(db, first);
    expect(await startReview(db, second)).toEqual({ ok: false, reason: "already-in-review" });
    expect(await reviewApplication(db, { ...second, review: verdict() })).toEqual({
      ok: false,
      reason: "stale",
    });
    expect(await reviewApplication(db, { ...first, review: verdict() })).toMatchObject({
      outcome: "seconded",
    });
    await startReview(db, first);
    expect(await reviewApplication(db, { ...first, review: verdict() })).toEqual({
      ok: false,
      reason: "already-approved",
    });
    await releaseReview(db, first);
    await startReview(db, second);
    expect(await reviewApplication(db, { ...second, review: verdict() })).toMatchObject({
      outcome: "approved",
    });
  });

  test("is scored by the rubric of its practical", async ({ db }) => {
    const people = await cast(db);
    const { slug } = await publish(db, people.admin, {
      requirements: [{ kind: "practical", threshold: 1, withinMonths: null }],
      rubric: [{ ja: "分かりやすさ", en: "Clarity", points: 10 }],
      rubricPass: 7,
    });
    const viewer = people.helper;
    const applicationId = await start(db, viewer, slug);
    const own = { viewer, applicationId, now: NOW };
    expect(await submitApplication(db, own)).toEqual({ ok: false, reason: "requirements-missing" });
    await linkWork(db, { ...own, title: "手順書", url: "https://example.com/guide" });
    await submitApplication(db, own);
    // What was handed in cannot be exchanged while it is judged.
    expect(await linkWork(db, { ...own, title: "別", url: "https://example.com/" })).toEqual({
      ok: false,
      reason: "not-allowed",
    });
    const act = { viewer: people.staff, applicationId, now: NOW };
    await startReview(db, act);
    for (const [scores, reason] of [
      [[], "scores-missing"],
      [[11], "scores-missing"],
      [[6], "below-pass"],
    ] as const) {
      const review = verdict({ scores: [...scores] });
      expect(await reviewApplication(db, { ...act, review })).toEqual({ ok: false, reason });
    }
    const review = verdict({ scores: [7] });
    expect(await reviewApplication(db, { ...act, review })).toMatchObject({ outcome: "approved" });
  });

  test("can be withdrawn until it is decided, and begun anew", async ({ db }) => {
    const people = await cast(db);
    const { slug } = await publish(db, people.admin);
    const viewer = people.helper;
    const applicationId = await start(db, viewer, slug);
    const act = { viewer, applicationId, now: NOW };
    expect(await withdrawApplication(db, act)).toEqual({ ok: true });
    expect(await withdrawApplication(db, act)).toEqual({ ok: true });
    expect(await start(db, viewer, slug)).not.toBe(applicationId);
    const decided = await certify(
      db,
      people,
      people.stranger,
      (await publish(db, people.admin)).slug,
    );
    const late = { viewer: people.stranger, applicationId: decided, now: NOW };
    expect(await withdrawApplication(db, late)).toEqual({ ok: false, reason: "not-allowed" });
  });
});

test("two clicks, and two reviewers at the same moment, do everything once", async () => {
  const { db, close } = await freshDatabase();
  const people = await cast(db);
  const { slug } = await publish(db, people.admin);
  const viewer = people.helper;
  await earnAcceptance(db, people, viewer);
  const begun = await Promise.all(
    Array.from({ length: 8 }, () => startApplication(db, { viewer, slug, now: NOW })),
  );
  const ids = new Set(begun.map((one) => (one.ok ? one.applicationId : one.reason)));
  expect(ids.size).toBe(1);
  const applicationId = [...ids][0] as number;
  const act = { applicationId, now: NOW };
  const submitted = await Promise.all(
    Array.from({ length: 5 }, () => submitApplication(db, { ...act, viewer })),
  );
  expect(submitted.filter(({ ok }) => ok)).toHaveLength(1);
  const staff = [people.staff, people.admin, viewerOf(await createPerson(db, { role: "staff" }))];
  const taken = await Promise.all(staff.map((who) => startReview(db, { ...act, viewer: who })));
  expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
  const reviewer = staff[taken.findIndex(({ ok }) => ok)];
  if (!reviewer) throw new Error("nobody reviews");
  const approved = await Promise.all(
    Array.from({ length: 5 }, () =>
      reviewApplication(db, { ...act, viewer: reviewer, review: verdict() }),
    ),
  );
  expect(approved.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.$count(credentials)).toBe(1);
  await close();
});
