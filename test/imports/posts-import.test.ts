import { asc } from "drizzle-orm";
import { afterAll } from "vitest";
import { closeRenderer } from "#app/lib/markdown/render.ts";
import { acceptedAnswers } from "#db/schema/questions.ts";
import { describe, expect, test } from "../support/database.ts";
import { createArea, createPerson, NOW } from "../support/factories.ts";
import { answer, question, writeDump } from "./dump.ts";
import { answersOf, imported, importFolder, peopleOf, questionsOf } from "./imported.ts";

afterAll(closeRenderer);

describe("questions and answers", () => {
  test("arrive with text, dates, votes, tags and history", async ({ db }) => {
    const report = await imported(db, {
      posts: [
        question(1, {
          Body: "<p>It <b>blinks</b>.</p><pre class='lang-sh'><code>lamp on\n</code></pre>",
          LastEditDate: "2019-03-05T00:00:00.001",
          LastActivityDate: "2019-05-06T07:08:09.999",
          AcceptedAnswerId: 3,
        }),
        answer(2, 1, { Score: -2, LastEditDate: "2019-04-02T00:00:00.000" }),
        answer(3, 1, { Score: 5 }),
        { Id: 4, PostTypeId: 4, CreationDate: "2019-01-01T00:00:00.000", Body: "" },
      ],
    });
    expect(report).toMatchObject({
      rows: { "Posts.xml": 4 },
      imported: { questions: 1, answers: 2, people: 2, acceptedAnswers: 1 },
      skipped: { "tag wiki excerpt": 1 },
      problems: { total: 0 },
      alreadyThere: 0,
      remarks: [],
    });

    const [asked] = await questionsOf(db);
    expect(asked).toMatchObject({
      title: "Why does lamp 1 blink?",
      bodySource: "It **blinks**.\n\n```sh\nlamp on\n```",
      scope: "public",
      locale: "en",
      state: "solved",
      answerCount: 2,
      helpfulCount: 3,
      importedHelpfulCount: 3,
      createdAt: new Date("2019-03-02T08:15:30.123Z"),
      editedAt: new Date("2019-03-05T00:00:00.001Z"),
      lastActivityAt: new Date("2019-05-06T07:08:09.999Z"),
      organisationId: null,
    });
    expect(asked?.bodyHtml).toContain("<strong>blinks</strong>");
    expect(asked?.bodyText).toContain("lamp on");
    expect(asked?.searchVector).toContain("'blinks'");

    const [disliked, liked] = await answersOf(db);
    expect(disliked).toMatchObject({
      helpfulCount: 0,
      createdAt: new Date("2019-04-01T10:00:00.500Z"),
      editedAt: new Date("2019-04-02T00:00:00Z"),
      questionId: asked?.id,
    });
    expect(liked).toMatchObject({ helpfulCount: 5, importedHelpfulCount: 5, editedAt: null });

    const [accepted] = await db.select().from(acceptedAnswers);
    expect(accepted).toEqual({
      questionId: asked?.id,
      answerId: liked?.id,
      acceptedBy: asked?.authorId,
      acceptedAt: liked?.createdAt,
    });
    const tags = await db.query.tags.findMany({ orderBy: (t) => asc(t.name) });
    expect(tags.map(({ name }) => name)).toEqual(["desk", "lamp"]);
    expect(await db.query.questionTags.findMany()).toHaveLength(2);
    expect(await db.query.questionHistory.findMany()).toMatchObject([
      {
        kind: "imported",
        detail: { source: "stackexchange:lamps.example", externalId: "1" },
        at: NOW,
      },
    ]);
    const revisions = await db.query.revisions.findMany({ orderBy: (t) => asc(t.id) });
    expect(revisions).toMatchObject([
      { questionId: asked?.id, title: asked?.title, bodySource: asked?.bodySource },
      { answerId: disliked?.id, editorId: disliked?.authorId },
      { answerId: liked?.id, title: null },
    ]);
    const area = await db.query.productAreas.findFirst();
    expect(area).toMatchObject({ slug: "imported", nameJa: "インポート", nameEn: "Imported" });
    expect(asked?.productAreaId).toBe(area?.id);
  });

  test("may stand in any order, and are told apart by language", async ({ db }) => {
    await imported(db, {
      posts: [
        answer(1, 3),
        question(2, { Title: "机の灯りが点滅します", Body: "<p>LED lamp X-200 です。</p>" }),
        question(3, { Body: "<p>The word 机 means desk, which is where it stands.</p>" }),
      ],
    });
    const [japanese, english] = await questionsOf(db);
    expect([japanese?.locale, english?.locale]).toEqual(["ja", "en"]);
    expect(await answersOf(db)).toMatchObject([{ questionId: english?.id }]);
    expect(english).toMatchObject({
      state: "answered",
      lastActivityAt: new Date("2019-04-01T10:00:00.500Z"),
    });
  });

  test("go to the product area that is named", async ({ db }) => {
    const area = await createArea(db, { slug: "lamps" });
    await imported(db, { posts: [question(1)] }, { area: "lamps" });
    expect((await questionsOf(db))[0]?.productAreaId).toBe(area.id);
    const outcome = await importFolder(db, writeDump({ posts: [question(9)] }), { area: "none" });
    expect(outcome).toEqual({
      ok: false,
      reason: "unknown-area",
      message: 'There is no product area with the slug "none".',
    });
    expect(await questionsOf(db)).toHaveLength(1);
  });

  test("more than fit in one batch are all there", async ({ db }) => {
    const posts = Array.from({ length: 450 }, (_, index) => [
      question(2 * index + 1, { OwnerUserId: (index % 7) + 1, AcceptedAnswerId: 2 * index + 2 }),
      answer(2 * index + 2, 2 * index + 1, { OwnerUserId: 100 + (index % 230) }),
    ]).flat();
    const report = await imported(db, { posts });
    expect(report.imported).toMatchObject({
      questions: 450,
      answers: 450,
      acceptedAnswers: 450,
      people: 237,
    });
    const rows = await questionsOf(db);
    expect(rows.map(({ title }) => title)).toEqual(
      posts.flatMap((post) => ("Title" in post ? [post.Title] : [])),
    );
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["solved"]));
  });
});

describe("people", () => {
  test("are placeholders where Users.xml is absent", async ({ db }) => {
    await imported(db, {
      posts: [
        question(1, { OwnerUserId: 5 }),
        question(2, { OwnerUserId: 6, OwnerDisplayName: "Mika" }),
        question(3, { OwnerUserId: undefined, OwnerDisplayName: "guest7" }),
        answer(4, 1, { OwnerUserId: undefined }),
        answer(5, 2, { OwnerUserId: undefined }),
        answer(6, 3, { OwnerUserId: 5, CreationDate: "2018-01-01T00:00:00.000" }),
      ],
    });
    const people = await peopleOf(db);
    expect(people.map(({ handle, name }) => [handle, name])).toEqual([
      ["se-lamps-example-5", "利用者 5"],
      ["se-lamps-example-6", "Mika"],
      [expect.stringMatching(/^se-lamps-example-[0-9a-f]{12}$/), "guest7"],
      ["se-lamps-example-unknown", "退会した利用者"],
    ]);
    for (const person of people) {
      expect(person).toMatchObject({
        email: null,
        passwordHash: null,
        role: "member",
        organisationId: null,
        locale: "en",
      });
    }
    const [fourth, fifth] = await answersOf(db);
    expect(fourth?.authorId).toBe(fifth?.authorId);
  });

  test("come from Users.xml where it is there: those who wrote, no others", async ({ db }) => {
    const report = await imported(db, {
      posts: [question(1, { OwnerUserId: 5 }), answer(2, 1, { OwnerUserId: 8 })],
      users: [
        {
          Id: 5,
          DisplayName: "Aya Lamp",
          AboutMe: "<p>Repairs <b>lamps</b>.</p>\n<p>Also desks.</p>",
          Location: "Nagoya",
          EmailHash: "x",
          CreationDate: "2016-07-08T09:10:11.120",
        },
        { Id: 6, DisplayName: "Reader", CreationDate: "2016-07-08T09:10:11.120" },
        { Id: 8, DisplayName: "", CreationDate: "2016-07-08T09:10:11.120" },
        { Id: 9, DisplayName: "Undated" },
      ],
    });
    expect(report.rows).toEqual({ "Users.xml": 4, "Posts.xml": 2 });
    expect(report.problems).toEqual({
      total: 1,
      first: [{ file: "Users.xml", row: 4, line: 6, problem: "CreationDate is missing" }],
    });
    expect(await peopleOf(db)).toMatchObject([
      {
        handle: "se-lamps-example-5",
        name: "Aya Lamp",
        bio: "Repairs lamps.\n\nAlso desks.",
        email: null,
        createdAt: new Date("2016-07-08T09:10:11.120Z"),
      },
      { handle: "se-lamps-example-8", name: "利用者 8", bio: "" },
    ]);
  });

  test("get another handle where theirs is taken", async ({ db }) => {
    await createPerson(db, { handle: "se-lamps-example-5" });
    await imported(db, { posts: [question(1, { OwnerUserId: 5 })] });
    expect((await peopleOf(db)).map(({ handle }) => handle)).toEqual([
      "se-lamps-example-5",
      "se-lamps-example-5-2",
    ]);
  });
});
