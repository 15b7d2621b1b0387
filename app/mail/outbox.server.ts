import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { currentConfig } from "#app/lib/current-config.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { sendJob } from "#db/job-queue.ts";
import { outgoingMails } from "#db/schema/notifications.ts";
import type { Locale, MailKind } from "#db/vocabulary.ts";
import type { MailParams } from "./mails.ts";

export type NewMail<K extends MailKind> = {
  kind: K;
  toAddress: string;
  toName?: string;
  /** Language of the reader. */
  locale: Locale;
  /** The recipient's account, when there is one. */
  personId?: number;
  params: MailParams[K];
  /** Same key, same mail: a second one is silently left out. */
  onceKey?: string;
  now: Date;
};

/**
 * Writes a mail into the outbox and asks for its delivery, in the caller's transaction: when that
 * rolls back, neither exists. The Message-ID is given here, so that every try carries the same.
 *
 * @returns the mail's id; that of the first one when the key was used before
 */
export async function enqueueMail<K extends MailKind>(
  tx: DbOrTx,
  { kind, toAddress, toName = "", locale, personId, params, onceKey, now }: NewMail<K>,
): Promise<number> {
  const [mail] = await tx
    .insert(outgoingMails)
    .values({
      messageId: `<${randomBytes(18).toString("base64url")}@${currentConfig().publicUrl.hostname}>`,
      kind,
      toAddress,
      toName,
      locale,
      personId,
      params,
      onceKey,
      createdAt: now,
    })
    .onConflictDoNothing({ target: outgoingMails.onceKey })
    .returning({ id: outgoingMails.id });
  if (mail) {
    await sendJob(tx, "deliver-mail", { mailId: mail.id }, { key: String(mail.id) });
    return mail.id;
  }
  const [first] = await tx
    .select({ id: outgoingMails.id })
    .from(outgoingMails)
    .where(eq(outgoingMails.onceKey, onceKey ?? ""));
  if (!first) throw new Error("The mail was not inserted");
  return first.id;
}
