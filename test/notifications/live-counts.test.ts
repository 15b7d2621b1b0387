import { sql } from "drizzle-orm";
import { startSession } from "#app/auth/sessions.server.ts";
import { unreadStream } from "#app/notifications/event-stream.server.ts";
import { markRead } from "#app/notifications/inbox.server.ts";
import { announcedIds, LIVE_CHANNEL } from "#app/notifications/live-channel.server.ts";
import { createLiveCounts, type LiveCounts } from "#app/notifications/live-counts.server.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { Connection, Db } from "#db/client.server.ts";
import { listenTo } from "#db/listen.server.ts";
import { sessions } from "#db/schema/auth.ts";
import { test as base, describe, expect, freshDatabase } from "#test/support/database.ts";
import { scene, suspend } from "./scene.ts";

type Stage = Awaited<ReturnType<typeof stageOf>>;

/** Two web processes, each with its own listening connection, on one database. */
async function stageOf(connection: Connection) {
  const { db, url } = connection;
  const people = await scene(db);
  const errors: unknown[] = [];
  const process = (checkEvery: number) =>
    createLiveCounts({
      db,
      listen: (onMessage) => listenTo(url, LIVE_CHANNEL, onMessage),
      onError: (error) => errors.push(error),
      checkEvery,
      gatherFor: 10,
    });
  const processes: [LiveCounts, LiveCounts] = [process(60_000), process(60_000)];
  const made: LiveCounts[] = [...processes];
  return {
    ...people,
    db,
    errors,
    processes,
    checking(checkEvery: number) {
      const counts = process(checkEvery);
      made.push(counts);
      return counts;
    },
    close: () => Promise.all(made.map((counts) => counts.close())),
  };
}

const test = base.extend<{ stage: Stage }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixture's needs from the pattern
  stage: async ({}, use) => {
    const connection = await freshDatabase();
    const stage = await stageOf(connection);
    await use(stage);
    await stage.close();
    await connection.close();
  },
});

let agents = 0;

async function sessionOf(db: Db, personId: number): Promise<string> {
  const userAgent = `agent ${++agents}`;
  await startSession(db, { personId, now: new Date(), userAgent, address: "" });
  const rows = await db.select().from(sessions);
  return rows.find((row) => row.userAgent === userAgent)?.id ?? "";
}

/** An open page: what it was told, and whether its stream has ended. */
function follow(counts: LiveCounts, personId: number, sessionId: string) {
  const page = { told: [] as number[], ended: false, leave: () => {} };
  page.leave = counts.subscribe({
    personId,
    sessionId,
    send: (count) => page.told.push(count),
    end: () => {
      page.ended = true;
    },
  });
  return page;
}

const tell = ({ db, event }: Stage, recipients: { id: number }[], onceKey: string) =>
  notify(db, { ...event, onceKey, recipients: recipients.map(({ id }) => id) });

const soon = (look: () => unknown) => expect.poll(look, { timeout: 8_000, interval: 20 });

describe("open pages", () => {
  test("hear the number at once, and each change, in every process", async ({ stage }) => {
    const { db, asker, watcher, processes } = stage;
    await tell(stage, [asker], "before");
    const pages = await Promise.all(
      processes.map(async (counts) => follow(counts, asker.id, await sessionOf(db, asker.id))),
    );
    const foreign = follow(processes[0], watcher.id, await sessionOf(db, watcher.id));
    await soon(() => pages.map(({ told }) => told)).toEqual([[1], [1]]);
    await tell(stage, [asker], "second");
    await soon(() => pages.map(({ told }) => told)).toEqual([
      [1, 2],
      [1, 2],
    ]);
    await markRead(db, { personId: asker.id, now: new Date() });
    await soon(() => pages.map(({ told }) => told.at(-1))).toEqual([0, 0]);
    expect(foreign.told).toEqual([0]);
    expect(stage.errors).toEqual([]);
  });

  test("hear of what is no question, and stop hearing of it with their office", async ({
    stage,
  }) => {
    const { db, asker, watcher } = stage;
    const counts = stage.checking(200);
    const page = follow(counts, asker.id, await sessionOf(db, asker.id));
    await soon(() => page.told).toEqual([0]);
    await db.execute(sql`update people set role = 'staff' where id = ${asker.id}`);
    await notify(db, {
      kind: "application-submitted",
      about: { thread: "application:5", title: () => "認定サポーター", path: "/" },
      actorId: watcher.id,
      recipients: [asker.id],
      detail: {},
      onceKey: "1",
      staffOnly: true,
      now: new Date(),
    });
    await soon(() => page.told).toEqual([0, 1]);
    await db.execute(sql`update people set role = 'member' where id = ${asker.id}`);
    await soon(() => page.told).toEqual([0, 1, 0]);
    expect(stage.errors).toEqual([]);
  });

  test("hear nothing of what was rolled back", async ({ stage }) => {
    const { db, asker, event, processes } = stage;
    const page = follow(processes[0], asker.id, await sessionOf(db, asker.id));
    await soon(() => page.told).toEqual([0]);
    await db
      .transaction(async (tx) => {
        await notify(tx, { ...event, recipients: [asker.id] });
        throw new Error("the cause failed");
      })
      .catch(() => {});
    await tell(stage, [asker], "real");
    await soon(() => page.told).toEqual([0, 1]);
  });

  test("stop hearing when they are left", async ({ stage }) => {
    const { db, asker, processes } = stage;
    const sessionId = await sessionOf(db, asker.id);
    const gone = follow(processes[0], asker.id, sessionId);
    const there = follow(processes[0], asker.id, sessionId);
    await soon(() => [gone.told, there.told]).toEqual([[0], [0]]);
    gone.leave();
    await tell(stage, [asker], "later");
    await soon(() => there.told).toEqual([0, 1]);
    expect(gone.told).toEqual([0]);
  });

  test("end with their session, and with a suspension, at the next check", async ({ stage }) => {
    const { db, asker, answerer, watcher } = stage;
    const counts = stage.checking(50);
    const loggedOut = follow(counts, asker.id, await sessionOf(db, asker.id));
    const suspended = follow(counts, watcher.id, await sessionOf(db, watcher.id));
    const other = follow(counts, answerer.id, await sessionOf(db, answerer.id));
    await soon(() => [loggedOut.told, suspended.told]).toEqual([[0], [0]]);
    await db.execute(sql`delete from sessions where user_id = ${asker.id}`);
    await suspend(db, watcher.id, answerer.id);
    await soon(() => [loggedOut.ended, suspended.ended]).toEqual([true, true]);
    expect(other.ended).toBe(false);
  });

  test("are ten for one person: the oldest makes room", async ({ stage }) => {
    const { db, asker, processes } = stage;
    const sessionId = await sessionOf(db, asker.id);
    const pages = Array.from({ length: 12 }, () => follow(processes[0], asker.id, sessionId));
    expect(pages.map(({ ended }) => ended)).toEqual(pages.map((_page, index) => index < 2));
  });

  test("hear again after the listening connection was lost", async ({ stage }) => {
    const { db, asker } = stage;
    const counts = stage.checking(200);
    const page = follow(counts, asker.id, await sessionOf(db, asker.id));
    await soon(() => page.told).toEqual([0]);
    for (const round of [1, 2]) {
      await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'portal-live' and datname = current_database()`);
      await tell(stage, [asker], `round ${round}`);
      await soon(() => page.told.at(-1)).toBe(round);
    }
    const listening = async () => {
      const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count
        from pg_stat_activity where application_name = 'portal-live' and datname = current_database()`);
      return row?.count;
    };
    await soon(listening).toBe(1);
    expect(page.ended).toBe(false);
  });

  test("end when the process stops, and none begins afterwards", async ({ stage }) => {
    const { db, asker, processes } = stage;
    const sessionId = await sessionOf(db, asker.id);
    const page = follow(processes[0], asker.id, sessionId);
    await processes[0].close();
    expect(page.ended).toBe(true);
    expect(follow(processes[0], asker.id, sessionId).ended).toBe(true);
  });
});

describe("a stream", () => {
  async function read(stream: ReadableStream<Uint8Array>, messages: number) {
    const reader = stream.getReader();
    const decoder = new TextDecoder();
    let text = "";
    while (text.split("\n\n").length <= messages) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value);
    }
    reader.releaseLock();
    return text;
  }

  test("carries one message per number, and ends when nobody may read it", async ({ stage }) => {
    const { db, asker, processes } = stage;
    const sessionId = await sessionOf(db, asker.id);
    const stream = unreadStream(processes[0], { personId: asker.id, sessionId });
    expect(await read(stream, 1)).toBe("data: 0\n\n");
    await tell(stage, [asker], "x");
    expect(await read(stream, 1)).toBe("data: 1\n\n");
    await processes[0].close();
    expect(await stream.getReader().read()).toEqual({ done: true, value: undefined });
    const late = unreadStream(processes[0], { personId: asker.id, sessionId });
    expect(await late.getReader().read()).toEqual({ done: true, value: undefined });
  });

  test("that nobody reads any more takes part no longer", async ({ stage }) => {
    const { db, asker, processes } = stage;
    const sessionId = await sessionOf(db, asker.id);
    const stream = unreadStream(processes[0], { personId: asker.id, sessionId });
    await read(stream, 1);
    await stream.cancel();
    await tell(stage, [asker], "x");
    await expect(processes[0].close()).resolves.toBeUndefined();
  });
});

base("a message that is none names nobody", () => {
  expect(announcedIds("1,22,333")).toEqual([1, 22, 333]);
  expect(announcedIds("ping 5f0")).toEqual([]);
});
