import type { DumpFile } from "./dump-files.server.ts";
import { ImportRefused } from "./dump-refused.ts";
import type { DumpRow, ParsedRow } from "./dump-row.ts";
import { readRows } from "./dump-rows.server.ts";
import type { RowPlace } from "./import-report.ts";

/** A record of the dump with the place it was read from, for messages. */
export type Located<T> = { place: RowPlace; value: T };

/** Told the bytes and rows that have been worked off. */
export type OnRead = (file: DumpFile, bytes: number, rows: number) => void;

const BATCH_ROWS = 200;
const BATCH_CHARACTERS = 1_000_000;

type Reading<T> = {
  file: DumpFile;
  parse: (row: DumpRow) => ParsedRow<T>;
  onProblem: (place: RowPlace, problem: string) => void;
  signal?: AbortSignal | undefined;
  onRead?: OnRead | undefined;
};

/**
 * Reads a file as batches of records, bounded in number and in size. Unusable rows go to
 * `onProblem`.
 *
 * @throws ImportRefused as `readRows` does, and `interrupted` once `signal` has fired
 */
export async function* readBatches<T>({
  file,
  parse,
  onProblem,
  signal,
  onRead,
}: Reading<T>): AsyncGenerator<Located<T>[]> {
  let batch: Located<T>[] = [];
  let characters = 0;
  const portions = readRows(file, { onRead: (bytes, rows) => onRead?.(file, bytes, rows) });
  for await (const rows of portions) {
    for (const row of rows) {
      const place = { file: file.name, row: row.number, line: row.line };
      const parsed = parse(row);
      if (!parsed.ok) {
        onProblem(place, parsed.problem);
        continue;
      }
      batch.push({ place, value: parsed.value });
      characters += sizeOf(row);
      if (batch.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) {
        yield batch;
        batch = [];
        characters = 0;
      }
      if (signal?.aborted) throw new ImportRefused("interrupted", "Stopped. Nothing was imported.");
    }
  }
  if (batch.length > 0) yield batch;
}

function sizeOf({ attributes }: DumpRow): number {
  let size = 0;
  for (const name in attributes) size += attributes[name]?.length ?? 0;
  return size;
}
