import { sql } from "drizzle-orm";
import { PgBoss } from "pg-boss";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorker } from "#app/jobs/worker.server.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { enqueueMail } from "#app/mail/outbox.server.ts";
import type { Connection, Db } from "#db/client.server.ts";
import { bossConnection, QUEUES } from "#db/job-queue.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { sessions } from "#db/schema/auth.ts";
import { outgoingMails } from "#db/schema/notifications.ts";
import { freshDatabase } from "#test/support/database.ts";
import { createPerson } from "#test/support/factories.ts";
import { type ScriptedSmtp, scriptedSmtp } from "../mail/scripted-smtp.ts";

const logger = pino({ level: "silent" });

let connection: Connection;
let server: ScriptedSmtp;

beforeEach(async () => {
  connection = await freshDatabase();
  server = await scriptedSmtp();
});

afterEach(async () => {
  await server.stop();
  await connection.close();
});

function start(env: Record<string, string> = { SMTP_URL: server.url }) {
  const { db, url } = connection;
  return startWorker({ connectionUrl: url, db, logger, config: readConfig(env) });
}

const enqueue = (db: Db) =>
  enqueueMail(db, {
    kind: "domain-unknown",
    toAddress: "hanako@test.example",
    locale: "ja",
    params: { domain: "unknown.example" },
    now: new Date(),
  });

/** Waits for what the worker does in its own time. */
const soon = { timeout: 15_000, interval: 50 };

async function mails() {
  return connection.db.select().from(outgoingMails).orderBy(outgoingMails.id);
}

describe("the worker", () => {
  test("sends what is enqueued while it runs, once", async () => {
    const worker = await start();
    try {
      await connection.db.transaction((tx) => enqueue(tx as unknown as Db));
      await expect.poll(async () => (await mails())[0]?.sentAt, soon).toBeInstanceOf(Date);
      expect(server.taken).toHaveLength(1);
      expect(server.taken[0]?.raw).toContain((await mails())[0]?.messageId);
    } finally {
      await worker.stop();
    }
  });

  test("sends what was enqueued before it started, even when the job is lost", async () => {
    await enqueue(connection.db);
    await connection.db.execute(sql`delete from pgboss.job`);
    const worker = await start();
    try {
      await expect.poll(async () => (await mails())[0]?.sentAt, soon).toBeInstanceOf(Date);
    } finally {
      await worker.stop();
    }
    expect(server.taken).toHaveLength(1);
  });

  test("sends each mail once when two workers run", async () => {
    const workers = await Promise.all([start(), start()]);
    try {
      for (let n = 0; n < 12; n++) await enqueue(connection.db);
      await expect
        .poll(async () => (await mails()).filter((mail) => mail.sentAt).length, soon)
        .toBe(12);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
    expect(server.taken).toHaveLength(12);
  });

  test("renders and lets mails wait without a mail server", async () => {
    const worker = await start({});
    try {
      await enqueue(connection.db);
      await expect.poll(async () => (await mails())[0]?.renderedAt, soon).toBeInstanceOf(Date);
    } finally {
      await worker.stop();
    }
    expect((await mails())[0]).toMatchObject({ sentAt: null, attempts: 0, claimedAt: null });
  });

  test("ends running jobs before it stops", async () => {
    const worker = await start();
    for (let n = 0; n < 6; n++) await enqueue(connection.db);
    await expect.poll(() => server.taken.length, soon).toBeGreaterThan(0);
    await worker.stop();
    const all = await mails();
    expect(all.filter((mail) => mail.sentAt)).toHaveLength(server.taken.length);
    expect(all.filter((mail) => mail.claimedAt)).toEqual([]);
  });

  test("clears away what has expired", async () => {
    const { db, url } = connection;
    const person = await createPerson(db);
    const past = new Date(Date.now() - 86_400_000);
    await db.insert(sessions).values({
      id: "old",
      userId: person.id,
      createdAt: past,
      lastSeenAt: past,
      expiresAt: past,
      endsAt: past,
    });
    const worker = await start();
    const boss = new PgBoss({ ...bossConnection(url), supervise: false, schedule: false });
    try {
      await boss.start();
      await boss.send("purge", {});
      await expect.poll(() => db.$count(sessions), soon).toBe(0);
    } finally {
      await boss.stop({ graceful: false });
      await worker.stop();
    }
  });
});

describe("the job queues", () => {
  test("are there after migrating, however often and by however many", async () => {
    const { db, url } = connection;
    await Promise.all(Array.from({ length: 5 }, () => migrateDatabase(url)));
    const rows = await db.execute<{ name: string; policy: string }>(
      sql`select name, policy from pgboss.queue where left(name, 2) <> '__' order by name`,
    );
    expect(rows.map((row) => row.name)).toEqual(QUEUES.map((queue) => queue.name).sort());
    expect(new Set(rows.map((row) => row.policy))).toEqual(new Set(["exclusive"]));
  });

  test("read the connection's security settings as our own driver does", () => {
    expect(bossConnection("postgres://u:p@h/d").ssl).toBeUndefined();
    expect(bossConnection("postgres://u:p@h/d?sslmode=disable").ssl).toBeUndefined();
    expect(bossConnection("postgres://u:p@h/d?sslmode=require")).toMatchObject({
      connectionString: "postgres://u:p@h/d",
      ssl: { rejectUnauthorized: false },
    });
    expect(
      bossConnection("postgres://u:p@h/d?sslmode=verify-full&application_name=x"),
    ).toMatchObject({
      connectionString: "postgres://u:p@h/d?application_name=x",
      ssl: { rejectUnauthorized: true },
    });
  });
});
