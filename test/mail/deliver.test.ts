import { eq } from "drizzle-orm";
import { deliverMail } from "#app/mail/deliver.server.ts";
import { enqueueMail } from "#app/mail/outbox.server.ts";
import { MAX_ATTEMPTS, PAUSES } from "#app/mail/schedule.ts";
import { purgeMails, retryMail, sweepMails } from "#app/mail/sweep.server.ts";
import type { Message, Transport } from "#app/mail/transport.server.ts";
import type { Db } from "#db/client.server.ts";
import { outgoingMails } from "#db/schema/notifications.ts";
import { auditLog } from "#db/schema/portal.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";

const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
const MINUTE = 60_000;
const SECRET = "https://portal.example/reset/secret";

async function newMail(db: Db, createdAt = NOW): Promise<number> {
  await enqueueMail(db, {
    kind: "reset-password",
    toAddress: "hanako@test.example",
    toName: "試験 花子",
    locale: "ja",
    params: { url: SECRET, minutes: "60" },
    now: createdAt,
  });
  const rows = await db.select({ id: outgoingMails.id }).from(outgoingMails);
  return Math.max(...rows.map((row) => row.id));
}

async function read(db: Db, mailId: number) {
  const [mail] = await db.select().from(outgoingMails).where(eq(outgoingMails.id, mailId));
  if (!mail) throw new Error("no mail");
  return mail;
}

function recording(fail?: () => Error | undefined) {
  const messages: Message[] = [];
  const transport: Transport = {
    async send(message) {
      messages.push(message);
      const error = fail?.();
      if (error) throw error;
    },
    close() {},
  };
  return { messages, transport };
}

const deliver = (db: Db, mailId: number, transport: Transport | undefined, now = NOW) =>
  deliverMail(db, {
    mailId,
    transport,
    from: "community@portal.example",
    publicUrl: new URL("https://portal.example"),
    now,
  });

describe("a delivery", () => {
  test("sends the mail, notes it and forgets what it said", async ({ db }) => {
    const mailId = await newMail(db);
    const { messages, transport } = recording();
    expect(await deliver(db, mailId, transport)).toBe("sent");
    const mail = await read(db, mailId);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      messageId: mail.messageId,
      from: { address: "community@portal.example" },
      to: { name: "試験 花子", address: "hanako@test.example" },
      subject: "パスワードの再設定",
    });
    expect(messages[0]?.html).toContain(SECRET);
    expect(messages[0]?.text).toContain(SECRET);
    expect(mail).toMatchObject({
      sentAt: NOW,
      attempts: 1,
      params: {},
      html: null,
      text: null,
      lastError: null,
    });
    expect(JSON.stringify(mail)).not.toContain("secret");
  });

  test("run again after success sends nothing", async ({ db }) => {
    const mailId = await newMail(db);
    const { messages, transport } = recording();
    await deliver(db, mailId, transport);
    expect(await deliver(db, mailId, transport, later(MINUTE))).toBe("nothing-to-do");
    expect(messages).toHaveLength(1);
  });

  test("of a mail that is gone does nothing", async ({ db }) => {
    expect(await deliver(db, 4_711, recording().transport)).toBe("nothing-to-do");
  });

  test("running many times at once sends once", async () => {
    const { db, close } = await freshDatabase();
    try {
      const mailId = await newMail(db);
      const { messages, transport } = recording();
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => deliver(db, mailId, transport)),
      );
      expect(outcomes.filter((outcome) => outcome === "sent")).toHaveLength(1);
      expect(messages).toHaveLength(1);
    } finally {
      await close();
    }
  });

  test("resumed after a crash between rendering and sending keeps Message-ID and content", async ({
    db,
  }) => {
    const mailId = await newMail(db);
    const { messageId } = await read(db, mailId);
    await deliver(db, mailId, undefined);
    const rendered = await read(db, mailId);
    // The worker that held the claim was killed.
    await db.update(outgoingMails).set({ claimedAt: NOW }).where(eq(outgoingMails.id, mailId));

    const { messages, transport } = recording();
    expect(await deliver(db, mailId, transport, later(MINUTE))).toBe("nothing-to-do");
    expect(await deliver(db, mailId, transport, later(6 * MINUTE))).toBe("sent");
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      messageId,
      subject: rendered.subject,
      html: rendered.html,
      text: rendered.text,
    });
  });

  test("without a mail server renders the mail and lets it wait", async ({ db }) => {
    const mailId = await newMail(db);
    expect(await deliver(db, mailId, undefined)).toBe("waiting");
    const mail = await read(db, mailId);
    expect(mail).toMatchObject({ subject: "パスワードの再設定", attempts: 0, sentAt: null });
    expect(mail.text).toContain(SECRET);
    expect(mail.renderedAt).toEqual(NOW);
  });
});

describe("a failing mail server", () => {
  const down = () => Object.assign(new Error("connect ECONNREFUSED"), { code: "ESOCKET" });

  test("leaves the mail waiting with the error in words", async ({ db }) => {
    const mailId = await newMail(db);
    expect(await deliver(db, mailId, recording(down).transport)).toBe("failed");
    expect(await read(db, mailId)).toMatchObject({
      sentAt: null,
      gaveUpAt: null,
      claimedAt: null,
      attempts: 1,
      lastError: "connect ECONNREFUSED",
      lastErrorAt: NOW,
    });
  });

  test("is tried again with growing pauses under one Message-ID, then given up", async ({ db }) => {
    const mailId = await newMail(db);
    const { messages, transport } = recording(down);
    let now = NOW;
    await deliver(db, mailId, transport, now);
    for (const pause of PAUSES) {
      expect(
        await sweepMails(db, { canSend: true, now: new Date(now.getTime() + pause - 1) }),
      ).toBe(0);
      now = new Date(now.getTime() + pause);
      expect(await sweepMails(db, { canSend: true, now })).toBe(1);
      await deliver(db, mailId, transport, now);
    }
    expect(messages).toHaveLength(MAX_ATTEMPTS);
    expect(new Set(messages.map((message) => message.messageId)).size).toBe(1);
    const mail = await read(db, mailId);
    expect(mail).toMatchObject({ attempts: MAX_ATTEMPTS, gaveUpAt: now, sentAt: null });
    expect(await sweepMails(db, { canSend: true, now: later(1_000 * 60 * MINUTE) })).toBe(0);
    expect(await deliver(db, mailId, transport, later(1_000 * 60 * MINUTE))).toBe("nothing-to-do");
  });

  test("that refuses the recipient for good is not asked again", async ({ db }) => {
    const refused = () =>
      Object.assign(new Error("550 no such user"), { responseCode: 550, command: "RCPT TO" });
    const mailId = await newMail(db);
    await deliver(db, mailId, recording(refused).transport);
    expect(await read(db, mailId)).toMatchObject({ gaveUpAt: NOW, attempts: 1 });
  });

  test("that refuses our login is asked again: the setting may be put right", async ({ db }) => {
    const refused = () =>
      Object.assign(new Error("535 bad login"), { responseCode: 535, command: "AUTH PLAIN" });
    const mailId = await newMail(db);
    await deliver(db, mailId, recording(refused).transport);
    expect(await read(db, mailId)).toMatchObject({ gaveUpAt: null });
  });

  test("writes no line breaks or endless text into the outbox", async ({ db }) => {
    const mailId = await newMail(db);
    const noisy = () => new Error(`one\r\ntwo\u0000${"x".repeat(5_000)}`);
    await deliver(db, mailId, recording(noisy).transport);
    const { lastError } = await read(db, mailId);
    expect(lastError).toMatch(/^one two x+…$/);
    expect(lastError?.length).toBe(500);
  });
});

describe("the sweep", () => {
  test("finds mails whose job was lost, and renders only once while there is no server", async ({
    db,
  }) => {
    const mailId = await newMail(db);
    expect(await sweepMails(db, { canSend: false, now: NOW })).toBe(1);
    await deliver(db, mailId, undefined);
    expect(await sweepMails(db, { canSend: false, now: later(MINUTE) })).toBe(0);
    expect(await sweepMails(db, { canSend: true, now: later(MINUTE) })).toBe(1);
  });

  test("leaves mails alone that a worker holds", async ({ db }) => {
    const mailId = await newMail(db);
    await db
      .update(outgoingMails)
      .set({ claimedAt: NOW, attempts: 1 })
      .where(eq(outgoingMails.id, mailId));
    expect(await sweepMails(db, { canSend: true, now: later(MINUTE) })).toBe(0);
    expect(await sweepMails(db, { canSend: true, now: later(6 * MINUTE) })).toBe(1);
  });

  test("does not send mails of long ago when a server is set at last", async ({ db }) => {
    const old = await newMail(db, later(-73 * 60 * MINUTE));
    const recent = await newMail(db, later(-71 * 60 * MINUTE));
    expect(await sweepMails(db, { canSend: true, now: NOW })).toBe(1);
    expect(await read(db, old)).toMatchObject({ gaveUpAt: NOW, lastError: "not sent in time" });
    expect(await read(db, recent)).toMatchObject({ gaveUpAt: null });
  });

  test("gives up a mail whose last try died with its worker", async ({ db }) => {
    const mailId = await newMail(db);
    await db
      .update(outgoingMails)
      .set({ claimedAt: NOW, attempts: MAX_ATTEMPTS, lastErrorAt: NOW, lastError: "timeout" })
      .where(eq(outgoingMails.id, mailId));
    const now = later(24 * 60 * MINUTE);
    expect(await sweepMails(db, { canSend: true, now })).toBe(0);
    expect(await read(db, mailId)).toMatchObject({ gaveUpAt: now, lastError: "timeout" });
  });
});

describe("clearing away", () => {
  test("forgets unsent mails after 30 days and sent ones after a year", async ({ db }) => {
    const day = 24 * 60 * MINUTE;
    await newMail(db, later(-31 * day));
    const waiting = await newMail(db, later(-29 * day));
    const longSent = await newMail(db, later(-400 * day));
    const sent = await newMail(db, later(-300 * day));
    await deliver(db, longSent, recording().transport, later(-400 * day));
    await deliver(db, sent, recording().transport, later(-300 * day));
    await purgeMails(db, { now: NOW });
    const left = await db.select({ id: outgoingMails.id }).from(outgoingMails);
    expect(left.map((row) => row.id).sort()).toEqual([waiting, sent].sort());
  });
});

async function retry(db: Db, mailId: number) {
  const admin = await createPerson(db, { role: "admin" });
  return retryMail(db, { mailId, actorId: admin.id, address: "127.0.0.1", now: NOW });
}

describe("sending again on request", () => {
  test("starts over, however old the mail", async ({ db }) => {
    const mailId = await newMail(db, later(-73 * 60 * MINUTE));
    await sweepMails(db, { canSend: true, now: NOW });
    expect(await retry(db, mailId)).toEqual({ ok: true });
    expect(await db.select().from(auditLog)).toMatchObject([
      { action: "mail.sent-again", targetKind: "mail", targetId: String(mailId) },
    ]);
    expect(await sweepMails(db, { canSend: true, now: later(MINUTE) })).toBe(1);
    expect(await deliver(db, mailId, recording().transport, later(MINUTE))).toBe("sent");
  });

  test("is refused for a mail that waits or was sent", async ({ db }) => {
    const mailId = await newMail(db);
    expect(await retry(db, mailId)).toEqual({ ok: false, reason: "not-failed" });
    await deliver(db, mailId, recording().transport);
    expect(await retry(db, mailId)).toEqual({ ok: false, reason: "not-failed" });
  });
});
