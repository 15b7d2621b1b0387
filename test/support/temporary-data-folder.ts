import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAME = /^portal-test-(\d+)-/;

/**
 * An empty data folder for an embedded server. The account that runs PostgreSQL for root may
 * enter it, so that the cluster lies inside and goes when the folder is removed.
 */
export function temporaryDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `portal-test-${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
}

/** Stops the servers and removes the folders of test runs that were killed. */
export function removeAbandonedDataFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(NAME.exec(name)?.[1]);
    if (!owner || isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    try {
      const lockFile = readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8");
      const [pid, dataFolder] = lockFile.split("\n");
      // SIGQUIT: at once, for there is nothing to save.
      if (dataFolder === join(folder, "postgres")) process.kill(Number(pid), "SIGQUIT");
    } catch {
      // No server, or one that is gone.
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
