import { eq, sql } from "drizzle-orm";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { importComments } from "./comments-import.server.ts";
import type { Dump, DumpFile } from "./dump-files.server.ts";
import { ImportRefused, type RefusalReason } from "./dump-refused.ts";
import type { DumpRow, ParsedRow } from "./dump-row.ts";
import { addProblem, count, emptyReport, type ImportReport } from "./import-report.ts";
import { highestKeys, type ImportRun } from "./import-run.server.ts";
import { importMarks } from "./marks-import.server.ts";
import { importAnswers, importQuestions } from "./posts-import.server.ts";
import { type Located, type OnRead, readBatches } from "./row-batches.server.ts";
import {
  type DumpAnswer,
  type DumpQuestion,
  parseComment,
  parseLink,
  parsePost,
  parseUser,
  parseVote,
} from "./stackexchange-rows.ts";
import {
  createStaging,
  dropStaging,
  stageLinks,
  stageUsers,
  stageVotes,
} from "./staging.server.ts";

const IMPORT_LOCK = 7_236_403;
const IMPORTED_AREA = { slug: "imported", nameJa: "インポート", nameEn: "Imported" };

export type ImportRequest = {
  dump: Dump;
  /** Name of the site; the folder's name when absent. */
  site?: string | undefined;
  /** Slug of the product area for the questions; `imported`, made when missing, when absent. */
  area?: string | undefined;
  now: Date;
  /** Stops the import and takes back what it did so far. */
  signal?: AbortSignal | undefined;
  onRead?: OnRead | undefined;
};

export type ImportOutcome =
  | { ok: true; source: string; report: ImportReport }
  | { ok: false; reason: RefusalReason; message: string };

/**
 * Brings a Stack Exchange dump into the portal, all of it or nothing, in one transaction. What an
 * earlier import of the same site brought is left as it is. Files are read as streams, Posts.xml
 * twice: an answer may stand before its question.
 *
 * Refusals carry one line for the operator; see `RefusalReason`.
 */
export async function importStackExchange(db: Db, request: ImportRequest): Promise<ImportOutcome> {
  const site = request.site ?? request.dump.folderName;
  const source = `stackexchange:${site}`;
  try {
    const report = await db.transaction(async (tx) => {
      await takeTurn(tx);
      await createStaging(tx);
      const run: ImportRun = {
        tx,
        source,
        site,
        productAreaId: await areaFor(tx, request),
        now: request.now,
        report: emptyReport(),
        hasVotes: request.dump.votes !== undefined,
        before: await highestKeys(tx),
      };
      await importFiles(run, request);
      await importMarks(run);
      await dropStaging(tx);
      if (request.signal?.aborted) throw interrupted();
      return run.report;
    });
    return { ok: true, source, report };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return { ok: false, reason: error.reason, message: error.message };
  }
}

/** Bytes that an import of the dump reads in all, for a progress display. */
export function bytesToRead({ posts, users, votes, links, comments }: Dump): number {
  const others = [users, votes, links, comments].map((file) => file?.bytes ?? 0);
  return others.reduce((sum, bytes) => sum + bytes, 2 * posts.bytes);
}

async function importFiles(run: ImportRun, request: ImportRequest): Promise<void> {
  const { tx, report } = run;
  const { users, votes, posts, links, comments } = request.dump;
  if (users) {
    for await (const batch of read(run, request, users, parseUser)) {
      await stageUsers(tx, values(batch));
    }
  }
  if (votes) {
    for await (const batch of read(run, request, votes, parseVote)) {
      await stageVotes(
        tx,
        values(batch).filter(({ kind }) => kind !== "other"),
      );
    }
  }
  for await (const batch of read(run, request, posts, parsePost)) {
    await importQuestions(run, ofKind<DumpQuestion>(batch, "question"));
    for (const { value } of batch) if (value.kind === "other") count(report.skipped, value.type);
  }
  if (!report.rows[posts.name]) {
    throw new ImportRefused("empty", `${posts.name} has no rows.`);
  }
  for await (const batch of read(run, request, posts, parsePost, { again: true })) {
    await importAnswers(run, ofKind<DumpAnswer>(batch, "answer"));
  }
  if (links) {
    for await (const batch of read(run, request, links, parseLink)) {
      await stageLinks(
        tx,
        values(batch).filter(({ kind }) => kind === "duplicate"),
      );
    }
  }
  if (comments) {
    for await (const batch of read(run, request, comments, parseComment)) {
      await importComments(run, batch);
    }
  }
}

/** Batches of one file; read `again`, its rows and problems are in the report already. */
function read<T>(
  { report }: ImportRun,
  { signal, onRead }: ImportRequest,
  file: DumpFile,
  parse: (row: DumpRow) => ParsedRow<T>,
  { again = false } = {},
): AsyncGenerator<Located<T>[]> {
  if (!again) report.rows[file.name] = 0;
  return readBatches({
    file,
    parse,
    signal,
    onProblem: (place, problem) => {
      if (!again) addProblem(report, place, problem);
    },
    onRead: (_file, bytes, rows) => {
      if (!again) count(report.rows, file.name, rows);
      onRead?.(file, bytes, again ? 0 : rows);
    },
  });
}

function values<T>(batch: Located<T>[]): T[] {
  return batch.map(({ value }) => value);
}

function ofKind<T>(batch: Located<{ kind: string }>[], kind: string): Located<T>[] {
  return batch.filter(({ value }) => value.kind === kind) as Located<T>[];
}

async function takeTurn(tx: DbOrTx): Promise<void> {
  const [row] = await tx.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(${IMPORT_LOCK}) as free`,
  );
  if (row?.free) return;
  throw new ImportRefused(
    "already-running",
    "Another import is running. Try again when it is done.",
  );
}

async function areaFor(tx: DbOrTx, { area, now }: ImportRequest): Promise<number> {
  const slug = area ?? IMPORTED_AREA.slug;
  const find = () => tx.query.productAreas.findFirst({ where: eq(productAreas.slug, slug) });
  const found = await find();
  if (found) return found.id;
  if (area !== undefined) {
    throw new ImportRefused("unknown-area", `There is no product area with the slug "${area}".`);
  }
  await tx
    .insert(productAreas)
    .values({
      ...IMPORTED_AREA,
      position: sql`(select coalesce(max(position), 0) + 1 from ${productAreas})`,
      createdAt: now,
    })
    .onConflictDoNothing();
  const made = await find();
  if (!made) throw new Error("the product area for imports could not be made");
  return made.id;
}

function interrupted(): ImportRefused {
  return new ImportRefused("interrupted", "Stopped. Nothing was imported.");
}
