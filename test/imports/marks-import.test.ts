import { asc, eq } from "drizzle-orm";
import { afterAll } from "vitest";
import { closeRenderer } from "#app/lib/markdown/render.ts";
import { acceptedAnswers, questionClosures, questionDuplicates } from "#db/schema/questions.ts";
import { describe, expect, test } from "../support/database.ts";
import { answer, question } from "./dump.ts";
import { answersOf, imported, questionsOf } from "./imported.ts";

afterAll(closeRenderer);

describe("votes, comments and links", () => {
  const day = "2019-04-20T00:00:00.000";

  test("Votes.xml counts instead of the score, and dates the accepted mark", async ({ db }) => {
    const vote = (id: number, post: number, type: number, at = day) => ({
      Id: id,
      PostId: post,
      VoteTypeId: type,
      CreationDate: at,
    });
    await imported(db, {
      posts: [
        question(1, { Score: 40, AcceptedAnswerId: 2 }),
        answer(2, 1, { Score: 9 }),
        question(3, { AcceptedAnswerId: 4 }),
        answer(4, 3),
      ],
      votes: [
        vote(1, 1, 2),
        vote(2, 1, 2),
        vote(3, 1, 3),
        vote(4, 2, 2),
        vote(5, 2, 1),
        vote(6, 4, 1, "2019-04-01T00:00:00.000"),
        { Id: 7, PostId: 2, VoteTypeId: "up", CreationDate: day },
      ],
    }).then((report) => expect(report.problems.total).toBe(1));
    const [first, second] = await questionsOf(db);
    expect([first?.helpfulCount, second?.helpfulCount]).toEqual([2, 0]);
    expect((await answersOf(db)).map(({ importedHelpfulCount }) => importedHelpfulCount)).toEqual([
      1, 0,
    ]);
    const accepted = await db.select().from(acceptedAnswers).orderBy(acceptedAnswers.questionId);
    expect(accepted.map(({ acceptedAt }) => acceptedAt)).toEqual([
      new Date("2019-04-20T00:00:00Z"),
      // The day of the vote began before the answer was written.
      new Date("2019-04-01T10:00:00.500Z"),
    ]);
  });

  test("comments hang on their question or answer", async ({ db }) => {
    const comment = (id: number, post: number, changes = {}) => ({
      Id: id,
      PostId: post,
      Text: `Is it \`on\`? (${id})`,
      CreationDate: "2019-04-05T06:07:08.090",
      UserId: 77,
      ...changes,
    });
    const report = await imported(db, {
      posts: [question(1), answer(2, 1)],
      comments: [
        comment(1, 1),
        comment(2, 2, { UserId: undefined, UserDisplayName: "Mika" }),
        comment(3, 99),
        comment(1, 1),
        comment(5, 1, { Text: "" }),
      ],
    });
    expect(report.imported).toMatchObject({ comments: 2, people: 4 });
    expect(report.problems.first.map(({ row, problem }) => `${row} ${problem}`).sort()).toEqual([
      "3 PostId 99 is not a post that could be imported",
      "4 Id 1 belongs to an earlier row",
      "5 Text is empty",
    ]);
    const [asked] = await questionsOf(db);
    const [answered] = await answersOf(db);
    expect(await db.query.comments.findMany({ orderBy: (t) => asc(t.id) })).toMatchObject([
      {
        questionId: asked?.id,
        answerId: null,
        bodySource: "Is it `on`? (1)",
        bodyHtml: "<p>Is it <code>on</code>? (1)</p>",
        createdAt: new Date("2019-04-05T06:07:08.090Z"),
      },
      { questionId: asked?.id, answerId: answered?.id },
    ]);
  });

  test("duplicates lead to their question; what is closed otherwise says so", async ({ db }) => {
    const link = (id: number, from: number, to: number, type = 3) => ({
      Id: id,
      PostId: from,
      RelatedPostId: to,
      LinkTypeId: type,
      CreationDate: "2019-06-01T02:03:04.000",
    });
    const closed = { ClosedDate: "2019-06-02T00:00:00.000" };
    const report = await imported(db, {
      posts: [
        question(1),
        question(2, closed),
        question(3, closed),
        question(4),
        question(5),
        question(6, { Title: "点滅", Body: "<p>机の上です</p>", ...closed }),
      ],
      links: [
        link(1, 2, 1),
        link(2, 2, 4),
        link(3, 1, 4, 1),
        link(4, 4, 5),
        link(5, 5, 4),
        link(6, 6, 99),
        link(7, 1, 1),
      ],
    });
    expect(report.imported).toMatchObject({ duplicates: 2, closures: 2 });
    const [q1, q2, q3, q4, q5, q6] = await questionsOf(db);
    const community = await db.query.people.findFirst({
      where: (t) => eq(t.handle, "se-lamps-example-community"),
    });
    expect(
      await db.select().from(questionDuplicates).orderBy(questionDuplicates.questionId),
    ).toEqual([
      {
        questionId: q2?.id,
        canonicalId: q1?.id,
        markedBy: community?.id,
        markedAt: new Date("2019-06-01T02:03:04Z"),
      },
      expect.objectContaining({ questionId: q5?.id, canonicalId: q4?.id }),
    ]);
    expect(
      await db.select().from(questionClosures).orderBy(questionClosures.questionId),
    ).toMatchObject([
      {
        questionId: q3?.id,
        reason: "no-longer-relevant",
        note: "Closed on the site it was imported from.",
        closedBy: community?.id,
        closedAt: new Date("2019-06-02T00:00:00Z"),
      },
      { questionId: q6?.id, note: "インポート元でクローズされた質問です。" },
    ]);
    expect([q1, q2, q3, q4, q5, q6].map((row) => row?.state)).toEqual([
      "open",
      "duplicate",
      "closed",
      "open",
      "duplicate",
      "closed",
    ]);
  });
});
