import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDump } from "#app/imports/dump-files.server.ts";
import { bytesToRead, importStackExchange } from "#app/imports/import-stackexchange.server.ts";
import { closeRenderer } from "#app/lib/markdown/render.ts";
import type { Connection } from "#db/client.server.ts";
import { freshDatabase } from "../support/database.ts";
import { NOW } from "../support/factories.ts";
import { answer, question, rowsXml, writeDump, writePosts } from "./dump.ts";
import { contentOf, importFolder } from "./imported.ts";

let connection: Connection;
let empty: Record<string, string>;
beforeAll(async () => {
  connection = await freshDatabase();
  empty = await contentOf(connection.db);
});
afterAll(async () => {
  await closeRenderer();
  await connection.close();
});

const many = Array.from({ length: 500 }, (_, index) => question(index + 1));

describe("nothing is left behind", () => {
  it("when a later file turns out to be broken", async () => {
    const folder = writeDump({ posts: [...many, answer(501, 1)], comments: [] });
    const comments = rowsXml("comments", [
      { Id: 1, PostId: 1, Text: "ok", CreationDate: "2019-04-05T00:00:00.000", UserId: 1 },
    ]);
    writeFileSync(join(folder, "Comments.xml"), comments.replace("/>", "/><row Id=2/>"));
    expect(await importFolder(connection.db, folder)).toEqual({
      ok: false,
      reason: "broken",
      message: "Comments.xml is broken at line 3: unquoted attribute value.",
    });
    expect(await contentOf(connection.db)).toEqual(empty);
  });

  it("when the posts end too early, however late that shows", async () => {
    const text = rowsXml("posts", many).replace("</posts>", "");
    // The end tag inside a comment hides the cut from the first look at the file.
    const folder = writePosts(`${text}<!-- </posts> -->`);
    expect(await importFolder(connection.db, folder)).toMatchObject({
      ok: false,
      reason: "broken",
    });
    expect(await contentOf(connection.db)).toEqual(empty);
  });

  it("when there is no row at all", async () => {
    expect(await importFolder(connection.db, writePosts("<posts></posts>"))).toEqual({
      ok: false,
      reason: "empty",
      message: "Posts.xml has no rows.",
    });
    expect(await contentOf(connection.db)).toEqual(empty);
  });

  it("when the import is stopped in its midst", async () => {
    const dump = await findDump(writeDump({ posts: many }));
    const stop = new AbortController();
    const outcome = await importStackExchange(connection.db, {
      dump,
      now: NOW,
      signal: stop.signal,
      onRead: () => stop.abort(),
    });
    expect(outcome).toEqual({
      ok: false,
      reason: "interrupted",
      message: "Stopped. Nothing was imported.",
    });
    expect(await contentOf(connection.db)).toEqual(empty);
  });

  it("when the database refuses a statement", async () => {
    const { db } = connection;
    await db.execute(sql`alter table tags add constraint no_lamps check (name <> 'lamp')`);
    await expect(importFolder(db, writeDump({ posts: many }))).rejects.toThrow();
    await db.execute(sql`alter table tags drop constraint no_lamps`);
    expect(await contentOf(db)).toEqual(empty);
  });
});

describe("a whole import", () => {
  it("waits for no other: a second one at the same time is told so", async () => {
    const dump = await findDump(writeDump({ posts: many }));
    const outcomes = await Promise.all([
      importStackExchange(connection.db, { dump, now: NOW }),
      importStackExchange(connection.db, { dump, now: NOW }),
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: "already-running" });
    expect(await connection.db.query.questions.findMany({ columns: { id: true } })).toHaveLength(
      500,
    );
  });

  it("reads each byte that the progress display counts with", async () => {
    const dump = await findDump(
      writeDump({
        posts: [question(1), answer(2, 1)],
        users: [{ Id: 10, DisplayName: "Aya", CreationDate: "2016-07-08T09:10:11.120" }],
        votes: [],
        links: [],
        comments: [],
      }),
    );
    let bytes = 0;
    let rows = 0;
    await importStackExchange(connection.db, {
      dump,
      site: "counted",
      now: NOW,
      onRead: (_file, moreBytes, moreRows) => {
        bytes += moreBytes;
        rows += moreRows;
      },
    });
    expect(bytes).toBe(bytesToRead(dump));
    expect(rows).toBe(3);
  });
});
