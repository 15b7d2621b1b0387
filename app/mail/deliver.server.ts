import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { CalendarFile } from "#app/calendar/ical.ts";
import { after } from "#app/lib/time.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import type { Db } from "#db/client.server.ts";
import { outgoingMails } from "#db/schema/notifications.ts";
import { calendarEntryOf, type Mail, mailHeaders } from "./mails.ts";
import type { RenderedMail } from "./render.server.tsx";
import { CLAIM_LASTS, MAX_ATTEMPTS } from "./schedule.ts";
import { sendingError, type Transport } from "./transport.server.ts";

type Claimed = typeof outgoingMails.$inferSelect;

export type Delivery = {
  mailId: number;
  /** Without one, mails are rendered and wait. */
  transport: Transport | undefined;
  /** Address that mails come from. */
  from: string;
  publicUrl: URL;
  now: Date;
};

export type DeliveryOutcome = "sent" | "waiting" | "failed" | "nothing-to-do";

/**
 * Renders a mail once and sends it. Safe to run any number of times and at once: a run claims the
 * row first, a sent mail is never claimed again, and every try carries the same Message-ID and
 * content. Only a process that dies between the server's acceptance and our note of it can send
 * twice, which SMTP cannot exclude; receivers see the same Message-ID then.
 *
 * A failure is written to the row; `sweepMails` brings the next try.
 */
export async function deliverMail(db: Db, delivery: Delivery): Promise<DeliveryOutcome> {
  const { mailId, transport, from, publicUrl, now } = delivery;
  const mail = await claim(db, { mailId, now });
  if (!mail) return "nothing-to-do";
  const portal = (await findPortalSettings(db, now)).name;
  try {
    const rendered = await render(db, { mail, portal, publicUrl, now });
    if (!transport) {
      await update(db, mailId, { claimedAt: null, attempts: 0 });
      return "waiting";
    }
    await transport.send({
      ...rendered,
      calendar: await calendarFor(mail, { portal, from }),
      ...mailHeaders(asMail(mail), publicUrl.hostname),
      messageId: mail.messageId,
      from: { name: portal, address: from },
      to: { name: mail.toName, address: mail.toAddress },
      list: { name: portal, address: `community.${publicUrl.hostname}` },
      date: mail.createdAt,
    });
  } catch (error) {
    await noteFailure(db, { mail, error, now });
    return "failed";
  }
  await update(db, mailId, {
    sentAt: now,
    claimedAt: null,
    lastError: null,
    lastErrorAt: null,
    // What the mail said, secret links included, is the reader's alone from here on.
    params: {},
    html: null,
    text: null,
  });
  return "sent";
}

async function claim(
  db: Db,
  { mailId, now }: { mailId: number; now: Date },
): Promise<Claimed | undefined> {
  const [mail] = await db
    .update(outgoingMails)
    .set({ claimedAt: now, attempts: sql`${outgoingMails.attempts} + 1` })
    .where(
      and(
        eq(outgoingMails.id, mailId),
        isNull(outgoingMails.sentAt),
        isNull(outgoingMails.gaveUpAt),
        lt(outgoingMails.attempts, MAX_ATTEMPTS),
        or(isNull(outgoingMails.claimedAt), lt(outgoingMails.claimedAt, after(now, -CLAIM_LASTS))),
      ),
    )
    .returning();
  return mail;
}

async function render(
  db: Db,
  { mail, portal, publicUrl, now }: { mail: Claimed; portal: string; publicUrl: URL; now: Date },
): Promise<RenderedMail> {
  const { subject, html, text } = mail;
  if (subject !== null && html !== null && text !== null) return { subject, html, text };
  // Loaded on first use: the mail components take a third of a second, which a web process that
  // never renders a mail need not spend at its start.
  const { renderMail } = await import("./render.server.tsx");
  const rendered = await renderMail({
    mail: asMail(mail),
    locale: mail.locale,
    toName: mail.toName,
    portal: { name: portal, url: publicUrl.href },
  });
  await update(db, mail.id, { ...rendered, renderedAt: now });
  return rendered;
}

/** Written anew at every try, always the same: it depends on nothing but the row. */
async function calendarFor(
  mail: Claimed,
  { portal, from }: { portal: string; from: string },
): Promise<CalendarFile | undefined> {
  const entry = calendarEntryOf(asMail(mail));
  if (!entry) return undefined;
  const { calendarMessage } = await import("#app/calendar/ical.ts");
  return calendarMessage(entry, {
    organiser: { name: portal, address: from },
    attendee: { name: mail.toName, address: mail.toAddress },
    stamp: mail.createdAt,
    product: portal,
  });
}

/** The row holds what `enqueueMail` was given, whose type ties kind and parameters together. */
function asMail({ kind, params }: Claimed): Mail {
  return { kind, params } as unknown as Mail;
}

async function noteFailure(
  db: Db,
  { mail, error, now }: { mail: Claimed; error: unknown; now: Date },
): Promise<void> {
  const { message, permanent } = sendingError(error);
  await update(db, mail.id, {
    claimedAt: null,
    lastError: message,
    lastErrorAt: now,
    gaveUpAt: permanent || mail.attempts >= MAX_ATTEMPTS ? now : null,
  });
}

async function update(
  db: Db,
  mailId: number,
  values: Partial<typeof outgoingMails.$inferInsert>,
): Promise<void> {
  await db.update(outgoingMails).set(values).where(eq(outgoingMails.id, mailId));
}
