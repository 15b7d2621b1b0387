import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { sql } from "drizzle-orm";
import type { RequestHandler } from "express";
import pino, { type Logger } from "pino";
import type { Config } from "#app/lib/config.server.ts";
import { countQuery } from "#app/lib/request-context.ts";
import { type Connection, connect, useConnection } from "#db/client.server.ts";
import { createApp } from "#server/create-app.ts";
import { type Listening, listen } from "#server/listen.ts";
import { isUploadPath } from "#server/upload-paths.ts";

const GRACE = 20_000;

type Worker = { stop(): Promise<void> };
type StartWorker = (options: {
  connectionUrl: string;
  db: Connection["db"];
  logger: Logger;
  config: Config;
}) => Promise<Worker>;

export type Portal = { url?: string; close(): Promise<void> };

export type PortalOptions = {
  config: Config;
  databaseUrl: string;
  logger?: Logger;
  /** The Remix build, or what loads the newest one; the finished build of this folder if absent. */
  build?: ServerBuild | (() => Promise<ServerBuild>);
  viteMiddleware?: RequestHandler;
};

/** Starts web, worker or both in this process, as `config.process` says. */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { config, databaseUrl } = options;
  const logger = options.logger ?? pino({ level: config.logLevel });
  const connection = connect(databaseUrl, {
    maxConnections: config.databasePool,
    onQuery: countQuery,
  });
  useConnection(connection);
  const build = options.build ?? (await finishedBuild());
  let web: Listening | undefined;
  let worker: Worker | undefined;
  const stopping = new AbortController();
  const close = async () => {
    stopping.abort();
    await web?.close(GRACE);
    await worker?.stop();
    await connection.close();
  };
  try {
    if (config.process !== "worker") {
      web = await startWeb(options, { connection, build, logger, shutdown: stopping.signal });
    }
    if (config.process !== "web") {
      const { startWorker } = (await resolveBuild(build)).entry.module as unknown as {
        startWorker: StartWorker;
      };
      worker = await startWorker({ connectionUrl: databaseUrl, db: connection.db, logger, config });
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { url: web?.url, close };
}

async function startWeb(
  { config, viteMiddleware }: PortalOptions,
  {
    connection: { db },
    build,
    logger,
    shutdown,
  }: {
    connection: Connection;
    build: ServerBuild | (() => Promise<ServerBuild>);
    logger: Logger;
    shutdown: AbortSignal;
  },
): Promise<Listening> {
  const app = createApp({
    build,
    logger,
    viteMiddleware,
    staticDir: "build/client",
    metricsToken: config.metricsToken,
    config: {
      ...config,
      uploadPaths: isUploadPath,
      originExempt: isOneClickUnsubscribe,
      shutdown,
    },
    isReady: async () => {
      const database = await db.execute(sql`select 1`).then(
        () => true,
        () => false,
      );
      return { ok: database, checks: { database } };
    },
  });
  return listen(app, { host: config.host, port: config.port });
}

/**
 * Mail programs post here on behalf of their user (RFC 8058), without an origin or a cookie: the
 * secret in the path is all that such a request needs.
 */
function isOneClickUnsubscribe(method: string, path: string): boolean {
  return method === "POST" && /^\/unsubscribe\/[\w-]{43}$/.test(path);
}

function resolveBuild(build: ServerBuild | (() => Promise<ServerBuild>)): Promise<ServerBuild> {
  return typeof build === "function" ? build() : Promise.resolve(build);
}

function finishedBuild(): Promise<ServerBuild> {
  return import(pathToFileURL("build/server/index.js").href);
}
