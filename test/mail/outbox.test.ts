import { eq, sql } from "drizzle-orm";
import { enqueueMail } from "#app/mail/outbox.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { outgoingMails } from "#db/schema/notifications.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";

const reset = (tx: DbOrTx, onceKey?: string) =>
  enqueueMail(tx, {
    kind: "reset-password",
    toAddress: "hanako@test.example",
    toName: "試験 花子",
    locale: "ja",
    params: { url: "https://portal.example/reset/secret", minutes: "60" },
    onceKey,
    now: NOW,
  });

async function jobs(db: DbOrTx): Promise<{ singleton_key: string; data: { mailId: number } }[]> {
  const rows = await db.execute(
    sql`select singleton_key, data from pgboss.job where name = 'deliver-mail' order by created_on`,
  );
  return rows as never;
}

describe("the outbox", () => {
  test("holds one row and one job per mail", async ({ db }) => {
    await reset(db);
    const [mail, ...others] = await db.select().from(outgoingMails);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      kind: "reset-password",
      toAddress: "hanako@test.example",
      params: { url: "https://portal.example/reset/secret", minutes: "60" },
      sentAt: null,
      attempts: 0,
      createdAt: NOW,
    });
    expect(mail?.messageId).toMatch(/^<[\w-]{24}@localhost>$/);
    expect(await jobs(db)).toEqual([{ singleton_key: `${mail?.id}`, data: { mailId: mail?.id } }]);
  });

  test("gives every mail a Message-ID of its own", async ({ db }) => {
    await reset(db);
    await reset(db);
    const ids = await db.select({ id: outgoingMails.messageId }).from(outgoingMails);
    expect(new Set(ids.map((row) => row.id)).size).toBe(2);
  });

  test("takes a mail with the same key once", async ({ db }) => {
    await reset(db, "answer:1");
    await reset(db, "answer:1");
    await reset(db, "answer:2");
    const keys = await db.select({ key: outgoingMails.onceKey }).from(outgoingMails);
    expect(keys.map((row) => row.key).sort()).toEqual(["answer:1", "answer:2"]);
    expect(await jobs(db)).toHaveLength(2);
  });
});

describe("a transaction", () => {
  test("that commits enqueues exactly one mail, one that rolls back none", async () => {
    const { db, close } = await freshDatabase();
    try {
      await expect(
        db.transaction(async (tx) => {
          await reset(tx);
          throw new Error("the cause failed");
        }),
      ).rejects.toThrow("the cause failed");
      expect(await count(db)).toBe(0);
      expect(await jobs(db)).toEqual([]);

      await db.transaction((tx) => reset(tx));
      expect(await count(db)).toBe(1);
      expect(await jobs(db)).toHaveLength(1);
    } finally {
      await close();
    }
  });

  test("is not spoilt by job tables of another version: the row waits for the sweep", async () => {
    const { db, close } = await freshDatabase();
    const holder = globalThis as { portalJobSender?: unknown };
    const before = holder.portalJobSender;
    holder.portalJobSender = undefined;
    try {
      await db.execute(sql`update pgboss.version set version = version + 1`);
      await db.transaction((tx) => reset(tx));
      expect(await count(db)).toBe(1);
      expect(await jobs(db)).toEqual([]);
    } finally {
      holder.portalJobSender = before;
      await close();
    }
  });
});

async function count(db: Db): Promise<number> {
  return db.$count(outgoingMails, eq(outgoingMails.kind, "reset-password"));
}
