import { resolve } from "node:path";
import { fileStore } from "#app/files/file-store.server.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { writeBackup } from "#db/backup/write-backup.ts";
import { OperatorError, runCommand, say } from "./steps/command.ts";
import { openDatabase } from "./steps/database.ts";
import { openedThings } from "./steps/opened-things.ts";
import { showProgress } from "./steps/progress.ts";
import { stopOnSignal } from "./steps/stop-on-signal.ts";

/** `npm run backup -- [file.tar.gz]`: saves everything, while the portal runs or not. */
await runCommand(async () => {
  const config = readConfig();
  const now = new Date();
  const stamp = now.toISOString().slice(0, 16).replace(/[-:]/g, "").replace("T", "-");
  // npm changes to the project's folder; the path is meant from where the command was typed.
  const archive = resolve(
    process.env.INIT_CWD ?? ".",
    process.argv[2] ?? `portal-backup-${stamp}.tar.gz`,
  );
  const things = openedThings();
  stopOnSignal(things.close, 130);
  try {
    const database = await things.open(openDatabase(config), (opened) => opened.release());
    const progress = showProgress();
    const { manifest, missingFiles } = await writeBackup({
      url: database.url,
      store: await fileStore(),
      archive,
      now,
      onProgress: progress.advance,
    }).catch((error) => {
      throw explained(error, archive);
    });
    progress.finish();
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    for (const key of missingFiles) say(`The file ${key} is not in the store and was left out.`);
    process.stdout.write(
      `${archive}\n${rows} rows of ${manifest.tables.length} tables, ${manifest.files.length - missingFiles.length} files. It holds secrets: keep it safe.\n`,
    );
  } finally {
    await things.close();
  }
});

function explained(error: NodeJS.ErrnoException, archive: string): Error {
  if (error.code === "42P01") {
    return new OperatorError("There is no portal in this database yet: nothing to save.");
  }
  if (error.syscall) {
    return new OperatorError(`The backup ${archive} cannot be written (${error.code}).`);
  }
  return error;
}
