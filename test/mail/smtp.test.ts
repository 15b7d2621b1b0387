import { eq } from "drizzle-orm";
import { deliverMail } from "#app/mail/deliver.server.ts";
import { enqueueMail } from "#app/mail/outbox.server.ts";
import { type Message, sendingError, smtpTransport } from "#app/mail/transport.server.ts";
import { startMaildev } from "#bin/dev-mail.ts";
import type { Db } from "#db/client.server.ts";
import { outgoingMails } from "#db/schema/notifications.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";
import { scriptedSmtp } from "./scripted-smtp.ts";

const message: Message = {
  messageId: "<stable@portal.example>",
  from: { name: "ハナサク広場", address: "community@portal.example" },
  to: { name: "試験 花子", address: "hanako@test.example" },
  subject: "パスワードの再設定",
  html: "<p>日本語の本文</p>",
  text: "日本語の本文\n",
  date: NOW,
  list: { name: "ハナサク広場", address: "community.portal.example" },
};

type Caught = {
  from: { address: string; name: string }[];
  to: { address: string; name: string }[];
  subject: string;
  headers: Record<string, string>;
  html: string;
  text: string;
  envelope: { to: { address: string }[] };
};

describe("a mail on its way through SMTP", () => {
  test("arrives as it was written", async ({ db }) => {
    const inbox = await startMaildev();
    const transport = smtpTransport(inbox.smtpUrl);
    try {
      await enqueueMail(db, {
        kind: "notification",
        toAddress: "hanako@test.example",
        toName: "試験 花子",
        locale: "ja",
        params: {
          about: "question-answered",
          actor: "佐藤 次郎",
          detail: {},
          title: "メールの件名を変えるには？",
          excerpt: "設定画面の「件名」から変えられます。",
          url: "https://portal.example/questions/12#answer-34",
          thread: "question:12",
          settingsUrl: "https://portal.example/settings/notifications",
          unsubscribeUrl: "https://portal.example/unsubscribe/secret",
        },
        now: NOW,
      });
      const [mail] = await db.select().from(outgoingMails);
      if (!mail) throw new Error("no mail");
      const outcome = await deliverMail(db, {
        mailId: mail.id,
        transport,
        from: "community@portal.example",
        publicUrl: new URL("https://portal.example"),
        now: NOW,
      });
      expect(outcome).toBe("sent");

      const [caught, ...others] = (await (
        await fetch(`${inbox.inboxUrl}api/email`)
      ).json()) as Caught[];
      expect(others).toEqual([]);
      expect(caught).toMatchObject({
        from: [{ address: "community@portal.example", name: "カスタマーコミュニティ" }],
        to: [{ address: "hanako@test.example", name: "試験 花子" }],
        subject: "回答がつきました: メールの件名を変えるには？",
        headers: {
          "message-id": mail.messageId,
          "auto-submitted": "auto-generated",
          "in-reply-to": "<question-12@portal.example>",
          references: "<question-12@portal.example>",
        },
        envelope: { to: [{ address: "hanako@test.example" }] },
      });
      expect(caught?.html).toContain("佐藤 次郎さんが、あなたの質問に回答しました。");
      expect(caught?.text).toContain("回答を読む https://portal.example/questions/12#answer-34");
    } finally {
      transport.close();
      await inbox.stop();
    }
  });

  test("says how to end its sort as RFC 8058 wants it, and only when it can be ended", async () => {
    const server = await scriptedSmtp();
    const transport = smtpTransport(server.url);
    try {
      const unsubscribeUrl = `https://portal.example/unsubscribe/${"s".repeat(43)}`;
      const thread = "<question-12@portal.example>";
      await transport.send({ ...message, unsubscribeUrl, thread });
      await transport.send(message);
      const [ending, plain] = server.taken.map(({ raw }) => unfolded(raw));
      expect(ending).toContain(`\r\nList-Unsubscribe: <${unsubscribeUrl}>\r\n`);
      expect(ending).toContain("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
      expect(ending).toContain(`\r\nIn-Reply-To: ${thread}\r\n`);
      expect(ending).toContain(`\r\nReferences: ${thread}\r\n`);
      expect(plain).not.toMatch(/^(List-Unsubscribe|In-Reply-To|References)/im);
    } finally {
      transport.close();
      await server.stop();
    }
  });

  test("brings an appointment as text/calendar with its method, and as a file", async () => {
    const server = await scriptedSmtp();
    const transport = smtpTransport(server.url);
    try {
      const content = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nX-A:予定\r\nEND:VCALENDAR\r\n";
      await transport.send({ ...message, calendar: { method: "REQUEST", content } });
      const raw = (server.taken[0]?.raw ?? "").replace(/\r\n[ \t]+/g, " ");
      expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r$/m);
      expect(raw).toMatch(/^Content-Type: application\/ics; name=invite.ics\r$/m);
      const [, file = ""] = /application\/ics;[\s\S]*?\r\n\r\n([^-]*)/.exec(raw) ?? [];
      expect(Buffer.from(file, "base64").toString()).toBe(content);
    } finally {
      transport.close();
      await server.stop();
    }
  });

  test("has pure ASCII headers, both parts, and says that a machine sent it", async () => {
    const server = await scriptedSmtp();
    const transport = smtpTransport(server.url);
    try {
      await transport.send(message);
      const raw = server.taken[0]?.raw ?? "";
      const headers = raw.slice(0, raw.indexOf("\r\n\r\n"));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
      expect(headers).toMatch(/^[\x00-\x7f]*$/);
      expect(headers).toContain("Message-ID: <stable@portal.example>");
      expect(headers).toContain("Auto-Submitted: auto-generated");
      expect(headers).toContain("<community.portal.example>");
      expect(headers).toContain("Date: Mon, 01 Jun 2026 03:00:00 +0000");
      expect(headers).toContain("multipart/alternative");
      expect(headers).not.toMatch(/^X-Mailer/im);
      expect(raw).toContain("text/plain");
      expect(raw).toContain("text/html");
    } finally {
      transport.close();
      await server.stop();
    }
  });

  test.for<[string, Partial<Message>]>([
    ["subject", { subject: "Hello\r\nBcc: victim@test.example\r\n\r\nbody" }],
    ["name", { to: { name: "x\r\nBcc: victim@test.example", address: "hanako@test.example" } }],
    [
      "sender",
      { from: { name: 'x" <y@z>\nBcc: victim@test.example', address: "c@portal.example" } },
    ],
    ["address", { to: { name: "", address: "hanako@test.example\r\nBcc: victim@test.example" } }],
    ["two addresses", { to: { name: "", address: "hanako@test.example, victim@test.example" } }],
    [
      "address with parts",
      { to: { name: "", address: "<victim@test.example> hanako@test.example" } },
    ],
  ])("cannot be led astray by its %s", async ([, change]) => {
    const server = await scriptedSmtp();
    const transport = smtpTransport(server.url);
    try {
      const refused = await transport.send({ ...message, ...change }).then(
        () => undefined,
        (error) => sendingError(error),
      );
      expect(refused?.permanent ?? server.taken.length === 1).toBe(true);
      for (const { recipients, raw } of server.taken) {
        const headers = raw.slice(0, raw.indexOf("\r\n\r\n"));
        expect(recipients).not.toContain("victim@test.example");
        expect(recipients.length).toBe(1);
        expect(headers).not.toMatch(/^(Bcc|Cc):/im);
        expect(headers.match(/^Subject:/gim)).toHaveLength(1);
      }
    } finally {
      transport.close();
      await server.stop();
    }
  });
});

describe("a server that", () => {
  async function failure(answers: Record<string, string>) {
    const server = await scriptedSmtp(answers);
    const transport = smtpTransport(server.url);
    try {
      return await transport.send(message).then(
        () => "taken",
        (error) => sendingError(error),
      );
    } finally {
      transport.close();
      await server.stop();
    }
  }

  test("refuses the recipient for good", async () => {
    expect(await failure({ "RCPT TO": "550 5.1.1 no such user" })).toMatchObject({
      permanent: true,
      message: expect.stringContaining("no such user"),
    });
  });

  test("refuses the content for good", async () => {
    expect(await failure({ "END OF DATA": "554 5.7.1 looks like spam" })).toMatchObject({
      permanent: true,
    });
  });

  test("asks to come back later (greylisting, full disk)", async () => {
    expect(await failure({ "RCPT TO": "451 4.7.1 try again later" })).toMatchObject({
      permanent: false,
    });
    expect(await failure({ "END OF DATA": "452 4.3.1 disk full" })).toMatchObject({
      permanent: false,
    });
  });

  test("hangs up in the middle", async () => {
    expect(await failure({ "MAIL FROM": "hang-up" })).toMatchObject({ permanent: false });
  });

  test("is not there", async ({ db }) => {
    const server = await scriptedSmtp();
    await server.stop();
    const transport = smtpTransport(server.url);
    await enqueueOne(db);
    const [mail] = await db.select().from(outgoingMails);
    const mailId = mail?.id ?? 0;
    const from = "community@portal.example";
    const publicUrl = new URL("https://portal.example");
    expect(await deliverMail(db, { mailId, transport, from, publicUrl, now: NOW })).toBe("failed");
    const [after] = await db.select().from(outgoingMails).where(eq(outgoingMails.id, mailId));
    expect(after).toMatchObject({ sentAt: null, gaveUpAt: null, attempts: 1 });
    expect(after?.lastError).toMatch(/ECONNREFUSED/);
    // The portal goes on: the next cause is written down all the same.
    await enqueueOne(db);
    expect(await db.$count(outgoingMails)).toBe(2);
  });
});

/** The headers with each on one line. */
function unfolded(raw: string): string {
  return raw.slice(0, raw.indexOf("\r\n\r\n") + 2).replace(/\r\n[ \t]+/g, " ");
}

function enqueueOne(db: Db): Promise<number> {
  return enqueueMail(db, {
    kind: "domain-unknown",
    toAddress: "hanako@test.example",
    locale: "ja",
    params: { domain: "unknown.example" },
    now: NOW,
  });
}
