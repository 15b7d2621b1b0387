import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import postgres, { type Sql } from "postgres";
import { NODE } from "#bin/steps/programs.ts";
import { createDatabase } from "#test/support/cluster.ts";
import { DATA_FOLDER, type EMPTY, type FILLED, SERVER_URL } from "./databases.ts";

export type Portal = {
  url: string;
  /** Its database, for what no page shows and for arranging what a test starts from. */
  sql: Sql;
  /** One-time code for `/setup`, when the portal is empty. */
  setupCode?: string;
  /** Errors the server logged since the last call. */
  takeErrors(): string[];
  stop(): Promise<void>;
};

const ERROR = 50;

/** Starts the production build on a database cloned from a template, on a port of its own. */
export async function startOwnPortal(template: typeof EMPTY | typeof FILLED): Promise<Portal> {
  const name = `e2e_${randomBytes(6).toString("hex")}`;
  const databaseUrl = await createDatabase(process.env[SERVER_URL] ?? "", name, template);
  const dataDir = mkdtempSync(join(process.env[DATA_FOLDER] ?? tmpdir(), "files-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(NODE, ["test/e2e/support/serve.ts"], {
    stdio: ["pipe", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      SMTP_URL: "",
      LOG_LEVEL: "warn",
    },
  });
  const errors: string[] = [];
  createInterface(child.stderr).on("line", (line) => {
    if (isError(line)) errors.push(line);
  });
  const { setupCode } = await readyMessage(child, errors);
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  return {
    url,
    sql,
    setupCode,
    takeErrors: () => errors.splice(0),
    async stop() {
      await sql.end({ timeout: 1 });
      child.stdin?.end();
      if (child.exitCode === null) await once(child, "exit");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Pino's lines say how bad they are; whatever else is printed there is worth a look. */
function isError(line: string): boolean {
  try {
    return (JSON.parse(line) as { level: number }).level >= ERROR;
  } catch {
    return line.trim() !== "";
  }
}

async function readyMessage(
  child: ChildProcess,
  errors: string[],
): Promise<{ setupCode?: string }> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const first = once(lines, "line").then(([line]) => JSON.parse(line));
  const ended = once(child, "exit").then(() => {
    throw new Error(`The portal did not start:\n${errors.join("\n")}`);
  });
  return Promise.race([first, ended]);
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
