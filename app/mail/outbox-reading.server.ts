import { and, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import { pageOf } from "#app/lib/cursor.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { outgoingMails } from "#db/schema/notifications.ts";
import type { MailKind } from "#db/vocabulary.ts";
import { type MailState, mailState } from "./schedule.ts";

const PAGE = 50;

const inState = {
  sent: isNotNull(outgoingMails.sentAt),
  failed: isNotNull(outgoingMails.gaveUpAt),
  waiting: and(isNull(outgoingMails.sentAt), isNull(outgoingMails.gaveUpAt)),
} satisfies Record<MailState, unknown>;

/** A page of the outbox, newest first, without what the mails say. */
export async function listOutbox(
  db: DbOrTx,
  { state, before }: { state?: MailState; before?: number },
) {
  const rows = await db
    .select({
      id: outgoingMails.id,
      kind: outgoingMails.kind,
      toAddress: outgoingMails.toAddress,
      subject: outgoingMails.subject,
      createdAt: outgoingMails.createdAt,
      sentAt: outgoingMails.sentAt,
      gaveUpAt: outgoingMails.gaveUpAt,
    })
    .from(outgoingMails)
    .where(
      and(state && inState[state], before === undefined ? undefined : lt(outgoingMails.id, before)),
    )
    .orderBy(desc(outgoingMails.id))
    .limit(PAGE + 1);
  const page = pageOf(rows, PAGE, (last) => [last.id]);
  return { next: page.next, rows: page.rows.map((row) => ({ ...row, state: mailState(row) })) };
}

export type OutboxRow = Awaited<ReturnType<typeof listOutbox>>["rows"][number];

type Reading = { mailId: number; readerId: number; address: string; now: Date };

/**
 * One mail with what it says, for an admin. Mails that still have their text may hold somebody's
 * secret link, so opening one is noted in the audit log.
 */
export async function openMail(db: DbOrTx, reading: Reading) {
  const mail = await findMail(db, reading.mailId);
  if (!mail) return undefined;
  if (mail.text !== null) await recordOpening(db, mail, reading);
  const { html, ...rest } = mail;
  return { ...rest, hasHtml: html !== null, state: mailState(mail) };
}

export type OpenedMail = NonNullable<Awaited<ReturnType<typeof openMail>>>;

/**
 * The HTML of a mail that has not been sent yet; undefined when there is none (any more).
 *
 * @param reading.framed whether the page of `openMail` shows it, which has noted the opening
 */
export async function openMailHtml(
  db: DbOrTx,
  reading: Reading & { framed: boolean },
): Promise<string | undefined> {
  const mail = await findMail(db, reading.mailId);
  if (!mail || mail.html === null) return undefined;
  if (!reading.framed) await recordOpening(db, mail, reading);
  return mail.html;
}

async function recordOpening(
  db: DbOrTx,
  mail: { id: number; kind: MailKind; toAddress: string },
  { readerId, address, now }: Reading,
): Promise<void> {
  await recordAudit(db, {
    actorId: readerId,
    action: "mail.opened",
    targetKind: "mail",
    targetId: mail.id,
    detail: { kind: mail.kind, to: mail.toAddress },
    address,
    at: now,
  });
}

async function findMail(db: DbOrTx, mailId: number) {
  const [mail] = await db
    .select({
      id: outgoingMails.id,
      messageId: outgoingMails.messageId,
      kind: outgoingMails.kind,
      toAddress: outgoingMails.toAddress,
      toName: outgoingMails.toName,
      locale: outgoingMails.locale,
      subject: outgoingMails.subject,
      html: outgoingMails.html,
      text: outgoingMails.text,
      createdAt: outgoingMails.createdAt,
      sentAt: outgoingMails.sentAt,
      gaveUpAt: outgoingMails.gaveUpAt,
      attempts: outgoingMails.attempts,
      lastError: outgoingMails.lastError,
      lastErrorAt: outgoingMails.lastErrorAt,
    })
    .from(outgoingMails)
    .where(eq(outgoingMails.id, mailId));
  return mail;
}
