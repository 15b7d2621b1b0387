import { afterAll } from "vitest";
import { closeRenderer } from "#app/lib/markdown/render.ts";
import { describe, expect, test } from "../support/database.ts";
import { answer, question } from "./dump.ts";
import { imported } from "./imported.ts";

afterAll(closeRenderer);

describe("rows that cannot be used", () => {
  test("are named with their place, skipped and counted; the others arrive", async ({ db }) => {
    const report = await imported(db, {
      posts: [
        question(1, { Title: " " }),
        question(2, { CreationDate: "never" }),
        question(3),
        answer(4, 1),
        answer(5, 4),
        answer(6, 3, { Body: `${"<div>".repeat(300)}x` }),
        answer(7, 3, { Body: `<p>${"long ".repeat(11_000)}</p>` }),
        answer(8, 3, { Body: "<p> &nbsp; </p>" }),
        answer(9, 3),
        question(3, { Title: "The number 3 once more" }),
        { Id: 11 },
      ],
    });
    expect(report.imported).toMatchObject({ questions: 1, answers: 1 });
    expect(report.problems.total).toBe(9);
    const told = report.problems.first.map(({ row, line, problem }) => `${row}/${line} ${problem}`);
    expect(told).toEqual([
      "1/3 Title is empty",
      '2/4 CreationDate "never" is not a date',
      "11/13 PostTypeId is missing",
      "10/12 Id 3 belongs to an earlier row",
      "4/6 ParentId 1 is not a question that could be imported",
      "5/7 ParentId 4 is not a question that could be imported",
      "6/8 its text is nested too deeply to be shown",
      "7/9 its text is too long",
      "8/10 nothing of its text can be shown",
    ]);
  });

  test("are shown in full twenty times", async ({ db }) => {
    const posts = Array.from({ length: 30 }, (_, id) => question(id + 1, { Body: "" }));
    const { problems } = await imported(db, { posts });
    expect(problems.total).toBe(30);
    expect(problems.first).toHaveLength(20);
  });

  test("an accepted mark without its answer is told", async ({ db }) => {
    const { imported: done, remarks } = await imported(db, {
      posts: [
        question(1, { AcceptedAnswerId: 50 }),
        question(2, { AcceptedAnswerId: 3 }),
        answer(3, 1),
      ],
    });
    expect(done.acceptedAnswers).toBe(0);
    expect(remarks).toEqual([
      "2 questions name an accepted answer that is not among their imported answers.",
    ]);
  });
});
