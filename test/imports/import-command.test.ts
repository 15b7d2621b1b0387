import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Connection, connect } from "#db/client.server.ts";
import { useEmbeddedServer } from "#db/embedded/server.ts";
import { freshDatabase } from "../support/database.ts";
import { temporaryDataFolder } from "../support/temporary-data-folder.ts";
import { answer, question, writeDump, writePosts } from "./dump.ts";

type Ended = { code: number | null; out: string; errors: string };

/** Runs `bin/import.ts` as `npm run import` does. */
function start(words: string[], env: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "bin/import.ts", ...words],
    { env: { ...process.env, INIT_CWD: undefined, DATABASE_URL: undefined, ...env } },
  );
  let out = "";
  let errors = "";
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    errors += text;
  });
  const ended = new Promise<Ended>((done) => {
    child.on("close", (code) => done({ code, out, errors }));
  });
  return { child, ended };
}

const run = (words: string[], env: Record<string, string>) => start(words, env).ended;

let connection: Connection;
let env: Record<string, string>;
beforeAll(async () => {
  connection = await freshDatabase(2);
  env = { DATABASE_URL: connection.url };
});
afterAll(() => connection.close());

const questionCount = async ({ db }: Connection) =>
  (await db.query.questions.findMany({ columns: { id: true } })).length;

// Each case starts the command as a process of its own.
const PATIENT = { timeout: 60_000 };

describe("npm run import", PATIENT, () => {
  it("imports and sums up", async () => {
    const folder = writeDump({ posts: [question(1), answer(2, 1), question(3, { Title: "" })] });
    const { code, out, errors } = await run(["stackexchange", folder], env);
    expect(errors).toMatch(/^100 % {2}.* 3 rows {2}Posts\.xml {2}0:00 left\n$/);
    expect(out).toContain("Imported stackexchange:lamps.example: 3 rows in ");
    expect(out).toContain("1 questions, 1 answers, 0 comments, 2 people");
    expect(out).toContain("Posts.xml row 3 (line 5): Title is empty");
    expect(code).toBe(0);
  });

  it("takes a path as it was typed, below the project or not", async () => {
    const folder = writeDump({ posts: [question(1)] }, writePosts(""));
    const { code, out } = await run(["stackexchange", "Posts.xml", "--site", "typed"], {
      ...env,
      INIT_CWD: folder,
    });
    expect(out).toContain("Imported stackexchange:typed: 1 rows");
    expect(code).toBe(0);
  });

  it("explains itself when it is called wrongly", async () => {
    const wrong = await run(["zendesk", "x"], env);
    expect(wrong).toMatchObject({ code: 2, out: "" });
    expect(wrong.errors).toContain("Usage: npm run import -- stackexchange");
    const help = await run(["--help"], {});
    expect(help).toMatchObject({ code: 0, errors: "" });
    expect(help.out).toContain("Usage: npm run import");
  });

  it("refuses in one line what it cannot import", async () => {
    const one = (line: string) => ({ code: 1, out: "", errors: `${line}\n` });
    expect(await run(["stackexchange", "/nowhere/at/all"], env)).toEqual(
      one("There is nothing at /nowhere/at/all."),
    );
    const folder = writeDump({ posts: [question(1)] });
    expect(await run(["stackexchange", folder, "--area", "none"], env)).toEqual(
      one('There is no product area with the slug "none".'),
    );
    expect(await run(["stackexchange", folder], { DATABASE_URL: "mysql://x" })).toEqual(
      one("Wrong setting: DATABASE_URL must look like postgres://user:password@host/name."),
    );
    const unreachable = await run(["stackexchange", folder], {
      DATABASE_URL: "postgres://u:p@127.0.0.1:1/none",
    });
    expect(unreachable).toMatchObject({ code: 1, out: "" });
    expect(unreachable.errors).toMatch(
      /^The database at 127\.0\.0\.1:1\/none cannot be used .*\n$/,
    );
  });

  it("takes everything back on Ctrl-C", async () => {
    const before = await questionCount(connection);
    const posts = Array.from({ length: 6_000 }, (_, index) => question(index + 1));
    const { child, ended } = start(["stackexchange", writeDump({ posts }), "--site", "long"], env);
    await expect
      .poll(
        () =>
          connection.db.execute(
            sql`select 1 from pg_locks where locktype = 'advisory' and objid = 7236403 and database = (select oid from pg_database where datname = current_database())`,
          ),
        { timeout: 15_000, interval: 20 },
      )
      .toHaveLength(1);
    child.kill("SIGINT");
    const { code, errors } = await ended;
    expect(errors).toContain("Stopped. Nothing was imported.");
    expect(code).toBe(130);
    expect(await questionCount(connection)).toBe(before);
  });
});

describe("with the embedded database", PATIENT, () => {
  it("joins the server of a running portal, and starts and stops its own", async () => {
    const dataDir = temporaryDataFolder();
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const words = ["stackexchange", writeDump({ posts: [question(1), answer(2, 1)] })];

    const alone = await run(words, { DATA_DIR: dataDir });
    expect(alone).toMatchObject({
      code: 0,
      out: expect.stringContaining("1 questions, 1 answers"),
    });

    const server = await useEmbeddedServer({ dataDir, durable: false });
    const running = await run(words, { DATA_DIR: dataDir });
    expect(running).toMatchObject({ code: 0, out: expect.stringContaining("already there  2") });
    const portal = connect(server.url, { maxConnections: 1 });
    expect(await questionCount(portal)).toBe(1);
    await portal.close();
    await server.release();
    await expect(connectOnce(server.url)).rejects.toThrow();
  });
});

async function connectOnce(url: string): Promise<void> {
  const connection = connect(url, { maxConnections: 1 });
  try {
    await connection.db.execute(sql`select 1`);
  } finally {
    await connection.close();
  }
}
