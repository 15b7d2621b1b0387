import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { rename } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import {
  binaryFolder,
  reachable,
  type ServerAccount,
  serverAccount,
  sharedFolder,
} from "./binaries.ts";

const run = promisify(execFile);
const USER = "portal";
const IN_USE_LOCK = 7_236_401;

export type EmbeddedServer = {
  /** Connection string of the database `portal` on this server. */
  url: string;
  /** Ends our use of the server; the last user stops it. */
  release(): Promise<void>;
};

type Options = {
  /** Folder that keeps the cluster; made when absent. */
  dataDir: string;
  /** False for tests and measurements only: trades safety against power loss for speed. */
  durable?: boolean;
};

type Cluster = { folder: string; bin: string; account: ServerAccount; password: string };

/**
 * Starts the project's own PostgreSQL on 127.0.0.1 and a free port, or joins the one that already
 * serves this data folder: left over from a killed run, or in use by another command of the portal.
 *
 * @throws Error with a message for the operator when the folder cannot be used
 */
export async function useEmbeddedServer(options: Options): Promise<EmbeddedServer> {
  const account = serverAccount();
  const cluster = await prepareCluster(resolve(options.dataDir), account);
  for (let attempt = 0; ; attempt++) {
    const port = runningPort(cluster) ?? (await startServer(cluster, options.durable ?? true));
    const url = port === undefined ? undefined : address(cluster, port);
    const release = url && (await joinServer(cluster, url));
    if (url && release) return { url, release };
    if (attempt >= 40) throw new Error(serverLog(cluster));
    await sleep(50 + attempt * 25);
  }
}

async function prepareCluster(dataDir: string, account: ServerAccount): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true });
  const password = ownPassword(join(dataDir, "postgres-password"));
  const folder = reachable(dataDir, account)
    ? join(dataDir, "postgres")
    : sharedFolder("data", password);
  const bin = binaryFolder(account);
  const cluster = { folder, bin, account, password };
  if (!existsSync(join(folder, "PG_VERSION"))) await initialise(cluster);
  return cluster;
}

/** The secret of this data folder, made when absent; two starts at once agree on one. */
function ownPassword(file: string): string {
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(24).toString("base64url"), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(file, "utf8").trim();
}

/** A killed `initdb` leaves only a half-made folder of another name behind. */
async function initialise({ folder, bin, account, password }: Cluster): Promise<void> {
  const fresh = `${folder}.${process.pid}-${randomBytes(3).toString("hex")}.new`;
  const passwordFile = `${fresh}.password`;
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) {
    chownSync(fresh, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    await run(
      join(bin, "initdb"),
      [
        `--pgdata=${fresh}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--locale=C.UTF-8",
        "--lc-messages=C",
      ],
      { ...account, cwd: "/" },
    );
    await rename(fresh, folder);
  } catch (error) {
    if (!existsSync(join(folder, "PG_VERSION"))) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/** Port of the server that holds this folder, whoever started it. */
function runningPort({ folder }: Cluster): number | undefined {
  const lockFile = join(folder, "postmaster.pid");
  try {
    const [pid, , , port] = readFileSync(lockFile, "utf8").split("\n");
    process.kill(Number(pid), 0);
    if (worksElsewhere(Number(pid), folder)) {
      rmSync(lockFile, { force: true });
      return undefined;
    }
    return Number(port) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a process certainly is not the server of this folder: after a restart of the machine
 * another program may carry the number that the server had, which would stop PostgreSQL for good.
 * A server works in its data folder; only Linux tells us.
 */
function worksElsewhere(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(folder);
  } catch {
    return false;
  }
}

async function startServer(cluster: Cluster, durable: boolean): Promise<number | undefined> {
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 120,
    shared_buffers: "128MB",
    jit: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const { folder, bin, account } = cluster;
  try {
    await run(
      join(bin, "pg_ctl"),
      ["start", "-w", "-D", folder, "-l", join(folder, "server.log"), "-o", flags.join(" ")],
      { ...account, cwd: "/" },
    );
    return port;
  } catch {
    return runningPort(cluster);
  }
}

/** Registers us as a user of the server; nothing when it is going away or not ours. */
async function joinServer(
  cluster: Cluster,
  url: string,
): Promise<(() => Promise<void>) | undefined> {
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  const sql = postgres(maintenance.href, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    await sql`select pg_advisory_lock_shared(${IN_USE_LOCK})`;
    const [existing] = await sql`select 1 from pg_database where datname = 'portal'`;
    if (!existing) {
      await sql`create database portal`.catch((error: { code?: string }) => {
        if (error.code !== "42P04" && error.code !== "23505") throw error;
      });
    }
  } catch (error) {
    await sql.end({ timeout: 1 });
    if ((error as { code?: string }).code === "28P01") {
      throw new Error(
        `The database in ${cluster.folder} refuses our password. Restore the file postgres-password, or move the folder away to start anew.`,
      );
    }
    return undefined;
  }
  return async () => {
    let alone = false;
    try {
      await sql`select pg_advisory_unlock_shared(${IN_USE_LOCK})`;
      const [row] = await sql`select pg_try_advisory_lock(${IN_USE_LOCK}) as alone`;
      alone = row?.alone === true;
    } catch {
      // The server is gone already: nothing to stop.
    }
    if (alone) {
      const { folder, bin, account } = cluster;
      await run(join(bin, "pg_ctl"), ["stop", "-w", "-m", "fast", "-D", folder], {
        ...account,
        cwd: "/",
      }).catch(() => {});
    }
    await sql.end({ timeout: 1 });
  };
}

function address(cluster: Cluster, port: number): string {
  return `postgres://${USER}:${cluster.password}@127.0.0.1:${port}/portal`;
}

function serverLog({ folder }: Cluster): string {
  try {
    const lines = readFileSync(join(folder, "server.log"), "utf8").trim().split("\n");
    return `The embedded database did not start: ${lines.at(-1)} (see ${join(folder, "server.log")})`;
  } catch {
    return `The embedded database in ${folder} did not start.`;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
