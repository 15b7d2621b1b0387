import { randomBytes } from "node:crypto";
import { test as base, inject } from "vitest";
import { type Connection, connect, type Db } from "#db/client.server.ts";
import { createDatabase, TEMPLATE } from "./cluster.ts";

export { describe, expect } from "vitest";

let clone: Promise<Connection> | undefined;

/** A database of this worker alone, migrated and empty. Shared by the tests of one worker. */
export function workerConnection(): Promise<Connection> {
  clone ??= freshDatabase();
  return clone;
}

/** A new migrated database for a test that commits, or that needs several connections. */
export async function freshDatabase(maxConnections = 10): Promise<Connection> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  return connect(await createDatabase(inject("serverUrl"), name, TEMPLATE), { maxConnections });
}

class RollBack extends Error {}

/** `test` with a `db` whose changes are rolled back when the test ends. */
export const test = base.extend<{ db: Db }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixture's needs from the pattern
  db: async ({}, use) => {
    const { db } = await workerConnection();
    await db
      .transaction(async (tx) => {
        await use(tx as unknown as Db);
        throw new RollBack();
      })
      .catch((error) => {
        if (!(error instanceof RollBack)) throw error;
      });
  },
});
