import { asc, sql } from "drizzle-orm";
import { findDump } from "#app/imports/dump-files.server.ts";
import type { ImportReport } from "#app/imports/import-report.ts";
import {
  type ImportOutcome,
  type ImportRequest,
  importStackExchange,
} from "#app/imports/import-stackexchange.server.ts";
import type { Db } from "#db/client.server.ts";
import { NOW } from "../support/factories.ts";
import { type DumpContent, writeDump } from "./dump.ts";

type Options = Partial<Omit<ImportRequest, "dump">>;

export async function importFolder(
  db: Db,
  folder: string,
  options: Options = {},
): Promise<ImportOutcome> {
  return importStackExchange(db, { dump: await findDump(folder), now: NOW, ...options });
}

/** Imports a dump that must be accepted and returns what was done. */
export async function imported(
  db: Db,
  content: DumpContent,
  options: Options = {},
): Promise<ImportReport> {
  const outcome = await importFolder(db, writeDump(content), options);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.report;
}

export const questionsOf = (db: Db) => db.query.questions.findMany({ orderBy: (t) => asc(t.id) });
export const answersOf = (db: Db) => db.query.answers.findMany({ orderBy: (t) => asc(t.id) });
export const peopleOf = (db: Db) => db.query.people.findMany({ orderBy: (t) => asc(t.handle) });

const TABLES = [
  "accepted_answers",
  "answers",
  "comments",
  "imported_records",
  "people",
  "product_areas",
  "question_closures",
  "question_duplicates",
  "question_history",
  "question_tags",
  "questions",
  "revisions",
  "tags",
];

/** A fingerprint of every row an import can touch, by table. */
export async function contentOf(db: Db): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const table of TABLES) {
    const [row] = await db.execute<{ n: number; sum: string }>(
      sql`select count(*)::int as n, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum
          from ${sql.identifier(table)} t`,
    );
    content[table] = `${row?.n} ${row?.sum}`;
  }
  return content;
}
