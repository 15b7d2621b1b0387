import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Writable } from "node:stream";
import type { ServerBuild } from "@remix-run/node";
import { pino } from "pino";
import postgres from "postgres";
import { inject } from "vitest";
import { startSession } from "#app/auth/sessions.server.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { buildWhenStale } from "#bin/steps/build.ts";
import type { Db } from "#db/client.server.ts";
import { startPortal } from "../../server.ts";
import { freshDatabase } from "./database.ts";

/** What a browser is told, with the body read. */
export type Reply = {
  status: number;
  /** Path and query of a redirect, also of one that came as data. */
  location: string | undefined;
  headers: Headers;
  body: string;
};

type Sent = { cookie?: string; headers?: Record<string, string>; form?: Record<string, string> };

export type TestPortal = {
  db: Db;
  origin: string;
  build: ServerBuild;
  /** Lines of level `error` that the portal has logged. */
  errors: Record<string, unknown>[];
  /** Logs a person in; gives what the browser then sends as `Cookie`. */
  signIn(person: { id: number }): Promise<string>;
  get(path: string, options?: Sent): Promise<Reply>;
  /** A form as the page itself would send it, without scripts. */
  post(path: string, options?: Sent): Promise<Reply>;
  close(): Promise<void>;
};

/**
 * The portal as it is shipped – build, server, database – inside the test's process. Builds first
 * when the sources have changed.
 */
export async function portal(): Promise<TestPortal> {
  await oneBuildAtATime();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), "portal-routes-"));
  // The build reads its own settings, from the environment like any process.
  Object.assign(process.env, {
    NODE_ENV: "production",
    PORT: String(port),
    PUBLIC_URL: origin,
    DATA_DIR: dataDir,
    PORTAL_PROCESS: "web",
  });
  // Not through the test runner's module loader: the build runs as it runs in production.
  const build = createRequire(import.meta.url)(resolve("build/server/index.js")) as ServerBuild;
  const errors: Record<string, unknown>[] = [];
  const log = new Writable({
    write(line, _encoding, done) {
      errors.push(JSON.parse(String(line)));
      done();
    },
  });
  const database = await freshDatabase(2);
  const running = await startPortal({
    config: readConfig(),
    databaseUrl: database.url,
    logger: pino({ level: "error" }, log),
    build,
  });
  const { db } = database;
  const send = async (path: string, init: RequestInit, { cookie, headers = {} }: Sent) => {
    const answer = await fetch(`${origin}${path}`, {
      ...init,
      redirect: "manual",
      headers: { "accept-language": "ja", ...(cookie && { cookie }), ...headers },
    });
    // A stream of events does not end by itself.
    const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream");
    if (isStream) await answer.body?.cancel();
    const body = isStream ? "" : await answer.text();
    return {
      status: answer.status,
      location: locationOf(answer, body),
      headers: answer.headers,
      body,
    };
  };
  return {
    db,
    origin,
    build,
    errors,
    signIn: async ({ id }) => {
      const client = { userAgent: "Test", address: "192.0.2.7" };
      const cookie = await startSession(db, { personId: id, now: new Date(), ...client });
      return cookie.split(";")[0] ?? "";
    },
    get: (path, options = {}) => send(path, {}, options),
    post: (path, { form = {}, headers, ...options } = {}) =>
      send(
        path,
        { method: "POST", body: new URLSearchParams(form) },
        { ...options, headers: { origin, ...headers } },
      ),
    close: async () => {
      await running.close();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Remix answers a request for data with status 202 and the redirect in the body. */
function locationOf(answer: Response, body: string): string | undefined {
  const header = answer.headers.get("location");
  if (header) return header;
  if (answer.status !== 202) return undefined;
  return /"redirect","([^"]*)"/.exec(body)?.[1];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Test files run side by side; the first builds, the others wait for it. */
async function oneBuildAtATime(): Promise<void> {
  const sql = postgres(inject("serverUrl"), { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(2)`;
    await buildWhenStale();
  } finally {
    await sql.end();
  }
}
