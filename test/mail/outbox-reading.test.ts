import { decodeCursor } from "#app/lib/cursor.ts";
import { deliverMail } from "#app/mail/deliver.server.ts";
import { enqueueMail } from "#app/mail/outbox.server.ts";
import { listOutbox, openMail, openMailHtml } from "#app/mail/outbox-reading.server.ts";
import type { Db } from "#db/client.server.ts";
import { outgoingMails } from "#db/schema/notifications.ts";
import { auditLog } from "#db/schema/portal.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";

async function renderedMail(db: Db): Promise<number> {
  await enqueueMail(db, {
    kind: "reset-password",
    toAddress: "hanako@test.example",
    toName: "試験 花子",
    locale: "ja",
    params: { url: "https://portal.example/reset/secret", minutes: "60" },
    now: NOW,
  });
  const [mail] = await db.select({ id: outgoingMails.id }).from(outgoingMails);
  await deliverMail(db, {
    mailId: mail?.id ?? 0,
    transport: undefined,
    from: "community@portal.example",
    publicUrl: new URL("https://portal.example"),
    now: NOW,
  });
  return mail?.id ?? 0;
}

async function reading(db: Db, mailId: number) {
  const reader = await createPerson(db, { role: "admin" });
  return { mailId, readerId: reader.id, address: "127.0.0.1", now: NOW };
}

describe("the list", () => {
  test("comes in pages, newest first, and by state", async ({ db }) => {
    await db.insert(outgoingMails).values(
      Array.from({ length: 120 }, (_, n) => ({
        messageId: `<${n}@test.example>`,
        kind: "signup" as const,
        toAddress: "hanako@test.example",
        locale: "ja" as const,
        params: {},
        createdAt: NOW,
        sentAt: n % 3 === 1 ? NOW : null,
        gaveUpAt: n % 3 === 2 ? NOW : null,
      })),
    );
    const seen: number[] = [];
    let before: number | undefined;
    do {
      const { rows, next } = await listOutbox(db, { before });
      seen.push(...rows.map((row) => row.id));
      before = next ? Number(decodeCursor(next, ["number"])?.[0]) : undefined;
    } while (before !== undefined);
    expect(seen).toHaveLength(120);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
    for (const state of ["waiting", "sent", "failed"] as const) {
      const { rows } = await listOutbox(db, { state });
      expect(rows).toHaveLength(40);
      expect(new Set(rows.map((row) => row.state))).toEqual(new Set([state]));
    }
  });
});

describe("opening a mail", () => {
  test("that still has its text is noted, without the text", async ({ db }) => {
    const mailId = await renderedMail(db);
    const who = await reading(db, mailId);
    const mail = await openMail(db, who);
    expect(mail).toMatchObject({ state: "waiting", subject: "パスワードの再設定", hasHtml: true });
    expect(mail?.text).toContain("https://portal.example/reset/secret");
    const log = await db.select().from(auditLog);
    expect(log).toMatchObject([
      { action: "mail.opened", actorId: who.readerId, targetId: String(mailId), at: NOW },
    ]);
    expect(JSON.stringify(log)).not.toContain("secret");
  });

  test("as HTML alone is noted too, but in the page's frame not twice", async ({ db }) => {
    const mailId = await renderedMail(db);
    const who = await reading(db, mailId);
    expect(await openMailHtml(db, { ...who, framed: true })).toContain("<html");
    expect(await db.$count(auditLog)).toBe(0);
    expect(await openMailHtml(db, { ...who, framed: false })).toContain("<html");
    expect(await db.$count(auditLog)).toBe(1);
  });

  test("that was sent shows no text and is not noted", async ({ db }) => {
    const mailId = await renderedMail(db);
    const who = await reading(db, mailId);
    await deliverMail(db, {
      mailId,
      transport: { send: async () => {}, close() {} },
      from: "community@portal.example",
      publicUrl: new URL("https://portal.example"),
      now: NOW,
    });
    expect(await openMail(db, who)).toMatchObject({ state: "sent", text: null, hasHtml: false });
    expect(await openMailHtml(db, { ...who, framed: false })).toBeUndefined();
    expect(await db.$count(auditLog)).toBe(0);
  });

  test("that does not exist gives nothing", async ({ db }) => {
    const who = await reading(db, 4_711);
    expect(await openMail(db, who)).toBeUndefined();
    expect(await openMailHtml(db, { ...who, framed: false })).toBeUndefined();
  });
});
