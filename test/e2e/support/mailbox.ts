import { expect } from "@playwright/test";
import type { Portal } from "./portal.ts";

type Mail = { subject: string; text: string };

/** The newest mail of a kind to an address, once the worker has written it. */
export async function newestMail({ sql }: Portal, kind: string, to: string): Promise<Mail> {
  let mail: Mail | undefined;
  await expect
    .poll(async () => {
      [mail] = await sql<Mail[]>`
        select subject, text from outgoing_mails
        where kind = ${kind} and to_address = ${to} and text is not null
        order by id desc limit 1`;
      return mail !== undefined;
    })
    .toBe(true);
  return mail as Mail;
}

/** Path of the link in a mail that begins with `prefix`. */
export function linkIn({ text }: Mail, prefix: string): string {
  for (const [address] of text.matchAll(/https?:\/\/[^\s<>"）)]+/g)) {
    const { pathname, search } = new URL(address);
    if (pathname.startsWith(prefix)) return pathname + search;
  }
  throw new Error(`No link to ${prefix} in:\n${text}`);
}
