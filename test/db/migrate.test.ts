import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { connect } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { createDatabase } from "../support/cluster.ts";
import { expect, test } from "../support/database.ts";
import { createPerson } from "../support/factories.ts";

test("five starts at the same time migrate an empty database once", async () => {
  const url = await createDatabase(inject("serverUrl"), `race_${randomBytes(4).toString("hex")}`);
  await Promise.all(Array.from({ length: 5 }, () => migrateDatabase(url)));
  const { db, close } = connect(url);
  const applied = await db.execute("select count(*)::int as n from drizzle.__drizzle_migrations");
  const { readdirSync } = await import("node:fs");
  const files = readdirSync("db/migrations").filter((name) => name.endsWith(".sql"));
  expect(applied[0]?.n).toBe(files.length);
  await close();
});

test("a changed row is gone after its test", async ({ db }) => {
  await createPerson(db, { handle: "only-here" });
  const { workerConnection } = await import("../support/database.ts");
  const outside = await (await workerConnection()).db.query.people.findMany();
  expect(outside.map((person) => person.handle)).not.toContain("only-here");
});
