import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MailDev } from "maildev";

export type DevMail = {
  /** For SMTP_URL. */
  smtpUrl: string;
  /** Page on which the caught mails can be read. */
  inboxUrl: string;
  stop(): Promise<void>;
};

/**
 * Starts a mail server for development that keeps every mail to itself: it listens on free ports
 * of this machine only, relays nothing, and forgets all mails when it stops.
 */
export async function startMaildev(): Promise<DevMail> {
  const mailDirectory = mkdtempSync(join(tmpdir(), "portal-mail-"));
  const maildev = new MailDev({
    smtp: 0,
    ip: "127.0.0.1",
    web: 0,
    webIp: "127.0.0.1",
    mailDirectory,
    maxEmails: 500,
    silent: true,
  });
  const { smtp, api } = await quietly(() => maildev.start());
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.getPort()}`,
    inboxUrl: `http://127.0.0.1:${api?.getPort()}/`,
    async stop() {
      await maildev.stop();
      rmSync(mailDirectory, { recursive: true, force: true });
    },
  };
}

/** `silent` does not reach maildev's API server, which announces a port nobody needs to read. */
async function quietly<T>(start: () => Promise<T>): Promise<T> {
  const info = console.info;
  console.info = () => {};
  try {
    return await start();
  } finally {
    console.info = info;
  }
}
