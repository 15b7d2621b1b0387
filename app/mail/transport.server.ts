import { createTransport } from "nodemailer";
import type { CalendarFile } from "#app/calendar/ical.ts";
import type { MailHeaders } from "./mails.ts";
import { oneLine } from "./plain.ts";

export type Address = { name: string; address: string };

/** A mail ready to go out. */
export type Message = {
  messageId: string;
  from: Address;
  to: Address;
  subject: string;
  html: string;
  text: string;
  date: Date;
  /** Names the list of all mails of this portal, so that readers can sort them. */
  list: Address;
  /** Goes along as `text/calendar`, which calendar programs take in, and as a file. */
  calendar?: CalendarFile;
} & MailHeaders;

export type Transport = {
  /** Resolves when the mail server has taken the message; rejects otherwise. */
  send(message: Message): Promise<void>;
  close(): void;
};

const SECONDS = 1000;

/** One mailbox without anything that an address list or a header could be built from. */
const PLAIN_ADDRESS = /^[^\p{Cc}\s<>()[\]\\,;:"@]+@[^\p{Cc}\s<>()\\,;"@]+$/u;

class UnusableAddress extends Error {
  override message = "the recipient is not a plain e-mail address";
}

/**
 * Sends by SMTP. Options such as `?requireTLS=true` may stand in the address. A message can name
 * no file and no address to fetch: it consists of the strings given here.
 */
export function smtpTransport(url: string): Transport {
  const transporter = createTransport({
    url,
    connectionTimeout: 15 * SECONDS,
    greetingTimeout: 15 * SECONDS,
    socketTimeout: 45 * SECONDS,
    dnsTimeout: 10 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message) {
      const { messageId, from, to, subject, html, text, date, list } = message;
      const { thread, unsubscribeUrl, calendar } = message;
      if (!PLAIN_ADDRESS.test(to.address)) throw new UnusableAddress();
      await transporter.sendMail({
        messageId,
        date,
        from: { name: oneLine(from.name), address: from.address },
        to: { name: oneLine(to.name), address: to.address },
        envelope: { from: from.address, to: [to.address] },
        subject: oneLine(subject),
        html,
        text,
        ...(calendar && { icalEvent: { ...calendar, filename: "invite.ics" } }),
        xMailer: false,
        ...(thread && { inReplyTo: thread, references: thread }),
        list: {
          id: { url: list.address, comment: oneLine(list.name) },
          ...(unsubscribeUrl && { unsubscribe: unsubscribeUrl }),
        },
        headers: {
          // RFC 3834 and its Exchange counterpart: no out-of-office notes in reply to a machine.
          "Auto-Submitted": "auto-generated",
          "X-Auto-Response-Suppress": "All",
          // RFC 8058: the mail program may offer one button that ends such mails.
          ...(unsubscribeUrl && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
        },
      });
    },
    close: () => transporter.close(),
  };
}

/** Why sending failed, as one line for admins, and whether the server refused for good. */
export function sendingError(error: unknown): { message: string; permanent: boolean } {
  const { message, code, responseCode, command } = error as {
    message?: string;
    code?: string;
    responseCode?: number;
    command?: string;
  };
  if (error instanceof UnusableAddress) return { message: error.message, permanent: true };
  // A refused login is a wrong setting, to be tried again once it is right; a refused recipient or
  // content stays refused.
  const about = command === "RCPT TO" || command === "DATA" || code === "EENVELOPE";
  const permanent = about && responseCode !== undefined && responseCode >= 500;
  return { message: oneLine(message || String(error), 500), permanent };
}
