import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDump } from "#app/imports/dump-files.server.ts";
import type { ImportReport } from "#app/imports/import-report.ts";
import { importStackExchange } from "#app/imports/import-stackexchange.server.ts";
import { closeRenderer } from "#app/lib/markdown/render.ts";
import type { Connection } from "#db/client.server.ts";
import { importedRecords } from "#db/schema/portal.ts";
import { acceptedAnswers, answers, questionClosures, questions } from "#db/schema/questions.ts";
import { freshDatabase } from "../support/database.ts";
import { NOW } from "../support/factories.ts";

const FOLDER = resolve("../shared/data/stackexchange-coffee");
const present = existsSync(FOLDER);
if (!present) console.warn(`Skipped: the real dump is not at ${FOLDER}.`);

/** The same file read a second way, by patterns instead of the importer's parser. */
function expectedRows() {
  const xml = readFileSync(`${FOLDER}/Posts.xml`, "utf8");
  return Array.from(xml.matchAll(/<row (.*?) \/>/gs), ([, text = ""]) => {
    const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(text)?.[1];
    const date = (name: string) => (value(name) ? `${value(name)}Z` : undefined);
    return {
      id: value("Id") as string,
      type: value("PostTypeId"),
      parent: value("ParentId"),
      accepted: value("AcceptedAnswerId"),
      score: Number(value("Score")),
      owner: value("OwnerUserId") as string,
      title: value("Title")
        ?.replaceAll("&quot;", '"')
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&"),
      tags: (value("Tags") ?? "").split(/&[lg]t;/).filter((tag) => tag !== ""),
      createdAt: date("CreationDate"),
      editedAt: date("LastEditDate"),
      activeAt: date("LastActivityDate"),
      closedAt: date("ClosedDate"),
    };
  });
}

describe.skipIf(!present)("592 real rows", () => {
  let connection: Connection;
  let report: ImportReport;
  let rows: ReturnType<typeof expectedRows>;
  let asked: typeof rows;
  let answered: typeof rows;

  beforeAll(async () => {
    rows = expectedRows();
    asked = rows.filter(({ type }) => type === "1");
    answered = rows.filter(({ type }) => type === "2");
    connection = await freshDatabase();
    const outcome = await importStackExchange(connection.db, {
      dump: await findDump(FOLDER),
      now: NOW,
    });
    if (!outcome.ok) throw new Error(outcome.message);
    report = outcome.report;
  });
  afterAll(async () => {
    await closeRenderer();
    await connection?.close();
  });

  it("are all read; none is malformed", () => {
    expect(rows).toHaveLength(592);
    expect(report.rows).toEqual({ "Posts.xml": 592 });
    expect(report.problems.total).toBe(0);
    expect(report.remarks).toEqual([]);
    const skipped = Object.values(report.skipped).reduce((sum, n) => sum + n, 0);
    expect(skipped).toBe(592 - asked.length - answered.length);
  });

  it("give every question with its title, tags, votes and dates", async () => {
    const stored = await connection.db
      .select({ externalId: importedRecords.externalId, question: questions })
      .from(questions)
      .innerJoin(importedRecords, eq(importedRecords.questionId, questions.id))
      .orderBy(asc(questions.id));
    const tags = await connection.db.query.tags.findMany();
    const nameOf = new Map(tags.map(({ id, name }) => [id, name]));
    const tagged = await connection.db.query.questionTags.findMany();
    expect(
      stored.map(({ externalId, question }) => ({
        id: externalId,
        title: question.title,
        tags: tagged
          .filter(({ questionId }) => questionId === question.id)
          .map(({ tagId }) => nameOf.get(tagId))
          .sort(),
        votes: question.helpfulCount,
        createdAt: question.createdAt.toISOString(),
        editedAt: question.editedAt?.toISOString(),
        activeAt: question.lastActivityAt.toISOString(),
        answers: question.answerCount,
        state: question.state,
      })),
    ).toEqual(
      asked.map((row) => {
        const count = answered.filter(({ parent }) => parent === row.id).length;
        const open = count > 0 ? "answered" : "open";
        return {
          id: row.id,
          title: row.title,
          tags: row.tags.toSorted(),
          votes: Math.max(row.score, 0),
          createdAt: row.createdAt,
          editedAt: row.editedAt,
          activeAt: row.activeAt,
          answers: count,
          state: row.closedAt ? "closed" : row.accepted ? "solved" : open,
        };
      }),
    );
  });

  it("give every answer under its question", async () => {
    const ofQuestion = alias(importedRecords, "of_question");
    const stored = await connection.db
      .select({ id: importedRecords.externalId, parent: ofQuestion.externalId, answer: answers })
      .from(answers)
      .innerJoin(importedRecords, eq(importedRecords.answerId, answers.id))
      .innerJoin(ofQuestion, eq(ofQuestion.questionId, answers.questionId))
      .orderBy(asc(answers.id));
    expect(
      stored.map(({ id, parent, answer }) => ({
        id,
        parent,
        votes: answer.helpfulCount,
        createdAt: answer.createdAt.toISOString(),
        editedAt: answer.editedAt?.toISOString(),
      })),
    ).toEqual(
      answered.map(({ id, parent, score, createdAt, editedAt }) => ({
        id,
        parent,
        votes: Math.max(score, 0),
        createdAt,
        editedAt,
      })),
    );
  });

  it("give every accepted mark and every closure", async () => {
    const ofAnswer = alias(importedRecords, "of_answer");
    const marks = await connection.db
      .select({ id: importedRecords.externalId, accepted: ofAnswer.externalId })
      .from(acceptedAnswers)
      .innerJoin(importedRecords, eq(importedRecords.questionId, acceptedAnswers.questionId))
      .innerJoin(ofAnswer, eq(ofAnswer.answerId, acceptedAnswers.answerId))
      .orderBy(asc(acceptedAnswers.questionId));
    expect(marks).toEqual(
      asked.filter((row) => row.accepted).map(({ id, accepted }) => ({ id, accepted })),
    );
    const closures = await connection.db
      .select({ id: importedRecords.externalId, at: questionClosures.closedAt })
      .from(questionClosures)
      .innerJoin(importedRecords, eq(importedRecords.questionId, questionClosures.questionId))
      .orderBy(asc(questionClosures.questionId));
    expect(closures.map(({ id, at }) => ({ id, at: at.toISOString() }))).toEqual(
      asked.filter((row) => row.closedAt).map(({ id, closedAt }) => ({ id, at: closedAt })),
    );
  });

  it("give one placeholder per author, and something to read in every post", async () => {
    const people = await connection.db.query.people.findMany();
    const owners = new Set([...asked, ...answered].map(({ owner }) => owner));
    expect(people.map(({ handle }) => handle).sort()).toEqual(
      [...owners]
        .map((owner) => `se-coffee-${owner === "-1" ? "community" : owner}`)
        .concat(owners.has("-1") ? [] : "se-coffee-community")
        .sort(),
    );
    const posts = [
      ...(await connection.db.query.questions.findMany()),
      ...(await connection.db.query.answers.findMany()),
    ];
    for (const { bodyText, bodyHtml } of posts) {
      expect(bodyText.trim()).not.toBe("");
      expect(bodyHtml).not.toMatch(/&lt;\/?(?:p|a|strong|em|li|ul|blockquote)\b/);
      expect(bodyText).not.toContain("**");
    }
  });

  it("stay as they are when imported again", async () => {
    const again = await importStackExchange(connection.db, {
      dump: await findDump(`${FOLDER}/Posts.xml`),
      now: NOW,
    });
    expect(again).toMatchObject({
      report: {
        alreadyThere: asked.length + answered.length,
        imported: { questions: 0, answers: 0, people: 0, acceptedAnswers: 0, closures: 0 },
      },
    });
  });
});
