import { resolve } from "node:path";
import { DrizzleQueryError } from "drizzle-orm";
import { type Dump, findDump } from "#app/imports/dump-files.server.ts";
import { ImportRefused } from "#app/imports/dump-refused.ts";
import {
  IMPORT_USAGE,
  type ImportArguments,
  parseImportArguments,
} from "#app/imports/import-arguments.ts";
import { formatReport } from "#app/imports/import-report.ts";
import { bytesToRead, importStackExchange } from "#app/imports/import-stackexchange.server.ts";
import { showProgress } from "#app/imports/progress.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { closeRenderer } from "#app/lib/markdown/render.ts";
import { connect } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { OperatorError, runCommand, say } from "./steps/command.ts";
import { openDatabase } from "./steps/database.ts";

await runCommand(async () => {
  const parsed = parseImportArguments(process.argv.slice(2));
  if (parsed.ok) {
    process.exitCode = await runImport(parsed.value);
  } else if (parsed.reason === "help") {
    process.stdout.write(IMPORT_USAGE);
  } else {
    say(`${parsed.message}\n\n${IMPORT_USAGE}`);
    process.exitCode = 2;
  }
});

async function runImport({ path, site, area }: ImportArguments): Promise<number> {
  const config = readConfig();
  // npm changes to the project's folder; the path is meant from where the command was typed.
  const dump = await locate(resolve(process.env.INIT_CWD ?? ".", path));
  const stop = stopOnSignal();
  const database = await openDatabase(config);
  try {
    await migrateDatabase(database.url);
    return await importInto(database.url, dump, { site, area, stop });
  } finally {
    await closeRenderer();
    await database.release();
  }
}

async function locate(path: string): Promise<Dump> {
  try {
    return await findDump(path);
  } catch (error) {
    throw error instanceof ImportRefused ? new OperatorError(error.message) : error;
  }
}

async function importInto(
  url: string,
  dump: Dump,
  { site, area, stop }: Omit<ImportArguments, "path"> & { stop: AbortSignal },
): Promise<number> {
  const connection = connect(url, { maxConnections: 1 });
  const begun = performance.now();
  const progress = showProgress(process.stderr, bytesToRead(dump));
  try {
    const outcome = await importStackExchange(connection.db, {
      dump,
      site,
      area,
      now: new Date(),
      signal: stop,
      onRead: (file, bytes, rows) => progress.advance(file.name, bytes, rows),
    });
    progress.finish();
    if (!outcome.ok) {
      say(outcome.message);
      return outcome.reason === "interrupted" ? 130 : 1;
    }
    const milliseconds = performance.now() - begun;
    const lines = formatReport(outcome.report, { source: outcome.source, milliseconds });
    process.stdout.write(`${lines.join("\n")}\n`);
    return 0;
  } catch (error) {
    progress.finish();
    throw withoutParameters(error);
  } finally {
    await connection.close();
  }
}

/** A failed statement would print whole batches of posts: only what the database says is kept. */
function withoutParameters(error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return error;
  const said = error.cause?.message ?? "the database refused a statement";
  return new OperatorError(`The import failed and nothing was imported: ${said}`);
}

/** The first signal asks the import to take everything back; the second one ends at once. */
function stopOnSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort();
      say("\nStopping and taking back what was imported so far …");
    });
  }
  return controller.signal;
}
