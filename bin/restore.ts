import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileStore } from "#app/files/file-store.server.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { BackupRefused } from "#db/backup/read-backup.ts";
import { restoreBackup } from "#db/backup/restore-backup.ts";
import { OperatorError, runCommand } from "./steps/command.ts";
import { openDatabase } from "./steps/database.ts";
import { openedThings } from "./steps/opened-things.ts";
import { showProgress } from "./steps/progress.ts";
import { stopOnSignal } from "./steps/stop-on-signal.ts";

const USAGE = "Usage: npm run restore -- <file.tar.gz> [--replace]";

/** `npm run restore -- <file.tar.gz> [--replace]`: makes the portal what the backup says. */
await runCommand(async () => {
  const config = readConfig();
  const { archive, replace } = readArguments();
  const things = openedThings();
  stopOnSignal(things.close, 130);
  try {
    const database = await things.open(openDatabase(config), (opened) => opened.release());
    const progress = showProgress();
    const manifest = await restoreBackup({
      url: database.url,
      store: await fileStore(),
      archive,
      replace,
      onProgress: progress.advance,
    }).catch((error) => {
      throw error instanceof BackupRefused ? new OperatorError(error.message) : error;
    });
    progress.finish();
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `Restored ${rows} rows and ${manifest.files.length} files as of ${manifest.createdAt}.\n`,
    );
  } finally {
    await things.close();
  }
});

function readArguments(): { archive: string; replace: boolean } {
  const { values, positionals } = parse();
  const [typed] = positionals;
  if (typed === undefined || positionals.length > 1) throw new OperatorError(USAGE);
  // npm changes to the project's folder; the path is meant from where the command was typed.
  const archive = resolve(process.env.INIT_CWD ?? ".", typed);
  if (!existsSync(archive)) throw new OperatorError(`There is no file ${archive}.`);
  return { archive, replace: values.replace === true };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { replace: { type: "boolean" } } });
  } catch {
    throw new OperatorError(USAGE);
  }
}
