import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useEmbeddedServer } from "#db/embedded/server.ts";
import { temporaryDataFolder } from "../support/temporary-data-folder.ts";

let dataDir: string;

beforeAll(() => {
  dataDir = temporaryDataFolder();
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function query(url: string, text: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}

test("several users share the server, and the last one stops it", async () => {
  const [first, second] = await Promise.all([
    useEmbeddedServer({ dataDir }),
    useEmbeddedServer({ dataDir }),
  ]);
  expect(second.url).toBe(first.url);
  await first.release();
  expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
  await second.release();
  await expect(query(second.url, "select 1")).rejects.toThrow();
});

test("a killed user blocks nobody and loses nothing that was committed", async () => {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "test/bin/fixtures/write-and-wait.ts", dataDir],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "close");

  const joined = await useEmbeddedServer({ dataDir });
  expect(await query(joined.url, "select word from kept")).toEqual([{ word: "committed" }]);
  await joined.release();
  await expect(query(joined.url, "select 1")).rejects.toThrow();
});

test("a server killed together with its users starts again with all that was committed", async () => {
  const server = await useEmbeddedServer({ dataDir });
  const lockFile = join(dataDir, "postgres", "postmaster.pid");
  await query(server.url, "insert into kept values ('once more')");
  process.kill(Number(readFileSync(lockFile, "utf8").split("\n")[0]), "SIGKILL");
  await server.release();

  const again = await useEmbeddedServer({ dataDir });
  expect(await query(again.url, "select count(*)::int as n from kept")).toEqual([{ n: 2 }]);
  await again.release();
});

test.runIf(process.platform === "linux")(
  "a process that has taken over the number of the dead server is not mistaken for it",
  async () => {
    const lockFile = join(dataDir, "postgres", "postmaster.pid");
    writeFileSync(lockFile, `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n127.0.0.1\n`);
    const server = await useEmbeddedServer({ dataDir });
    expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await server.release();
  },
);
