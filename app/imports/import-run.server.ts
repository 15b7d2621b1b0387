import { and, eq, inArray, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { importedRecords } from "#db/schema/portal.ts";
import { answers, comments, questions } from "#db/schema/questions.ts";
import type { ImportReport } from "./import-report.ts";

/** What all steps of one import share. */
export type ImportRun = {
  tx: DbOrTx;
  /** Names the dump in `imported_records`, so that a second import finds what is there. */
  source: string;
  /** Name of the site, part of the handles of its people. */
  site: string;
  productAreaId: number;
  now: Date;
  report: ImportReport;
  /** Whether helpful votes are counted from Votes.xml instead of taken from the score. */
  hasVotes: boolean;
  /** Highest keys when the import began: imports queue up, so greater ones of `source` are new. */
  before: { question: number; answer: number; comment: number };
};

export type ImportedPost = { questionId: number; answerId: number | undefined; isNew: boolean };

/** Highest keys in use, to be taken before the first row is imported. */
export async function highestKeys(tx: DbOrTx): Promise<ImportRun["before"]> {
  const [row] = await tx.execute<Record<keyof ImportRun["before"], string>>(sql`
    select coalesce((select max(id) from ${questions}), 0) as question,
           coalesce((select max(id) from ${answers}), 0) as answer,
           coalesce((select max(id) from ${comments}), 0) as comment`);
  return {
    question: Number(row?.question),
    answer: Number(row?.answer),
    comment: Number(row?.comment),
  };
}

/** Posts of the source that are in the portal, by their number in the dump. */
export async function findImportedPosts(
  { tx, source, before }: ImportRun,
  externalIds: string[],
): Promise<Map<string, ImportedPost>> {
  if (externalIds.length === 0) return new Map();
  const rows = await tx
    .select({
      externalId: importedRecords.externalId,
      questionId: importedRecords.questionId,
      answerId: importedRecords.answerId,
      answersQuestion: answers.questionId,
    })
    .from(importedRecords)
    .leftJoin(answers, eq(answers.id, importedRecords.answerId))
    .where(
      and(
        eq(importedRecords.source, source),
        inArray(importedRecords.kind, ["question", "answer"]),
        inArray(importedRecords.externalId, [...new Set(externalIds)]),
      ),
    );
  return new Map(
    rows.map(({ externalId, questionId, answerId, answersQuestion }) => [
      externalId,
      {
        questionId: questionId ?? answersQuestion ?? 0,
        answerId: answerId ?? undefined,
        isNew: answerId ? answerId > before.answer : (questionId ?? 0) > before.question,
      },
    ]),
  );
}

/** Takes `count` fresh keys of a table, so that rows that refer to each other go in together. */
export async function takeKeys(
  tx: DbOrTx,
  table: "questions" | "answers" | "comments" | "people",
  count: number,
): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count}::int)`,
  );
  return rows.map(({ id }) => Number(id));
}
