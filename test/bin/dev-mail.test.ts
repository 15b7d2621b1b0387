import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { smtpTransport } from "#app/mail/transport.server.ts";
import { startMaildev } from "#bin/dev-mail.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-test-"));
  vi.stubEnv("TMPDIR", folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test("the inbox for development catches mails on this machine only and leaves nothing behind", async () => {
  const inbox = await startMaildev();
  const transport = smtpTransport(inbox.smtpUrl);
  try {
    expect(new URL(inbox.smtpUrl).hostname).toBe("127.0.0.1");
    const page = await fetch(inbox.inboxUrl, { headers: { Accept: "text/html" } });
    expect(await page.text()).toContain("MailDev");
    await transport.send({
      messageId: "<one@portal.example>",
      from: { name: "", address: "community@portal.example" },
      to: { name: "", address: "hanako@test.example" },
      subject: "件名",
      html: "<p>本文</p>",
      text: "本文",
      date: new Date(),
      list: { name: "", address: "community.portal.example" },
    });
    const caught = await (await fetch(`${inbox.inboxUrl}api/email`)).json();
    expect(caught).toMatchObject([{ subject: "件名" }]);
  } finally {
    transport.close();
    await inbox.stop();
  }
  await expect(fetch(inbox.inboxUrl)).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([]);
});
