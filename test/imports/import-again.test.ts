import { afterAll } from "vitest";
import { closeRenderer } from "#app/lib/markdown/render.ts";
import type { Db } from "#db/client.server.ts";
import { acceptedAnswers, questionClosures, questionDuplicates } from "#db/schema/questions.ts";
import { describe, expect, test } from "../support/database.ts";
import { NOW } from "../support/factories.ts";
import { answer, question, writeDump } from "./dump.ts";
import { answersOf, contentOf, importFolder, peopleOf, questionsOf } from "./imported.ts";

afterAll(closeRenderer);

const recordOf = async (db: Db, kind: "question" | "answer", externalId: string) =>
  (await db.query.importedRecords.findMany()).find(
    (record) => record.kind === kind && record.externalId === externalId,
  );

describe("importing again", () => {
  const posts = [
    question(1, { AcceptedAnswerId: 2, ClosedDate: "2019-06-02T00:00:00.000" }),
    answer(2, 1, { OwnerUserId: undefined }),
    question(3, { OwnerUserId: undefined, OwnerDisplayName: "Mika" }),
  ];
  const rest = {
    users: [{ Id: 10, DisplayName: "Aya", CreationDate: "2016-07-08T09:10:11.120" }],
    comments: [
      { Id: 1, PostId: 1, Text: "ok?", CreationDate: "2019-04-05T00:00:00.000", UserId: 10 },
    ],
    votes: [{ Id: 1, PostId: 1, VoteTypeId: 2, CreationDate: "2019-04-05T00:00:00.000" }],
    links: [
      {
        Id: 1,
        PostId: 3,
        RelatedPostId: 1,
        LinkTypeId: 3,
        CreationDate: "2019-06-01T00:00:00.000",
      },
    ],
  };

  test("changes nothing", async ({ db }) => {
    const folder = writeDump({ posts, ...rest });
    await importFolder(db, folder);
    const before = await contentOf(db);
    const later = new Date(NOW.getTime() + 86_400_000);
    const again = await importFolder(db, folder, { now: later });
    expect(again).toMatchObject({
      ok: true,
      report: {
        alreadyThere: 4,
        imported: { questions: 0, answers: 0, comments: 0, people: 0, duplicates: 0, closures: 0 },
      },
    });
    expect(await contentOf(db)).toEqual(before);
  });

  test("leaves alone what the portal has changed since", async ({ db }) => {
    const folder = writeDump({ posts, ...rest });
    await importFolder(db, folder);
    await db.delete(acceptedAnswers);
    await db.delete(questionClosures);
    await db.delete(questionDuplicates);
    const before = await contentOf(db);
    await importFolder(db, folder);
    expect(await contentOf(db)).toEqual(before);
  });

  test("with more in the dump adds only that", async ({ db }) => {
    const folder = writeDump({ posts: [question(1, { AcceptedAnswerId: 5 }), answer(2, 1)] });
    await importFolder(db, folder);
    const [before] = await questionsOf(db);
    const [firstAnswer] = await answersOf(db);
    const more = writeDump(
      {
        posts: [
          question(1, { Title: "A title changed elsewhere", AcceptedAnswerId: 5 }),
          answer(2, 1),
          answer(5, 1, { CreationDate: "2020-01-01T00:00:00.000", OwnerUserId: 12 }),
          question(6),
        ],
      },
      folder,
    );
    const again = await importFolder(db, more);
    expect(again).toMatchObject({
      report: {
        alreadyThere: 2,
        imported: { questions: 1, answers: 1, people: 1, acceptedAnswers: 1 },
        remarks: [],
      },
    });
    const [after] = await questionsOf(db);
    expect(after).toEqual({
      ...before,
      state: "solved",
      answerCount: 2,
      lastActivityAt: new Date("2020-01-01T00:00:00Z"),
    });
    const [sameAnswer, newAnswer] = await answersOf(db);
    expect(sameAnswer).toEqual(firstAnswer);
    expect(await recordOf(db, "answer", "5")).toMatchObject({ answerId: newAnswer?.id });
    const late = (await db.query.questionHistory.findMany()).filter((row) => row.answerId);
    expect(late).toMatchObject([
      { questionId: after?.id, answerId: newAnswer?.id, kind: "imported" },
    ]);
  });

  test("of another site keeps the two apart", async ({ db }) => {
    const folder = writeDump({ posts: [question(1)] });
    await importFolder(db, folder);
    await importFolder(db, folder, { site: "desks.example" });
    expect(await questionsOf(db)).toHaveLength(2);
    expect((await peopleOf(db)).map(({ handle }) => handle)).toEqual([
      "se-desks-example-10",
      "se-lamps-example-10",
    ]);
  });
});
