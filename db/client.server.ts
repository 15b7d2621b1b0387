import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema/index.ts";

export type Db = PostgresJsDatabase<typeof schema>;
/** A transaction, or the database itself: what domain functions take as their first argument. */
export type DbOrTx = Db | Parameters<Parameters<Db["transaction"]>[0]>[0];

export type Connection = { db: Db; url: string; close(): Promise<void> };

type Options = { maxConnections?: number; onQuery?: () => void };

/** Opens a pool. `onQuery` is called once for each statement, in the context that issued it. */
export function connect(url: string, { maxConnections = 10, onQuery }: Options = {}): Connection {
  const client = postgres(url, {
    max: maxConnections,
    onnotice: () => {},
    connection: { application_name: "portal" },
  });
  const db = drizzle(client, {
    schema,
    casing: "snake_case",
    ...(onQuery && { logger: { logQuery: onQuery } }),
  });
  return { db, url, close: () => client.end({ timeout: 5 }) };
}

const holder = globalThis as { portalConnection?: Connection };

/** Makes a connection the one that routes and the worker use; called once when a process starts. */
export function useConnection(connection: Connection): void {
  holder.portalConnection = connection;
}

/**
 * The pool of this process. It is kept on globalThis because the bundled application and the
 * native server each load their own copy of this module.
 */
export function currentConnection(): Connection {
  if (!holder.portalConnection) throw new Error("No database connection: call useConnection first");
  return holder.portalConnection;
}

/** The global database, for routes, worker and seed only. */
export const db: Db = new Proxy({} as Db, {
  get: (_target, property) => {
    const target = currentConnection().db;
    const value = Reflect.get(target, property);
    return typeof value === "function" ? value.bind(target) : value;
  },
});
