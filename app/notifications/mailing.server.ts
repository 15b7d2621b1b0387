import { eq, inArray } from "drizzle-orm";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import {
  claimReader,
  listDueNews,
  listPeopleWithDueMail,
  type News,
  type Reader,
} from "./due-news.server.ts";
import { writeDigest, writeMail } from "./letters.server.ts";
import { decideMail } from "./mail-decision.ts";
import { findPreferences } from "./preferences.server.ts";

const PEOPLE_AT_A_TIME = 500;

export type MailRun = {
  /** Mails written into the outbox. */
  mails: number;
  /** Notifications of which it is decided for good what became of them by mail. */
  settled: number;
};

/**
 * Writes every notification mail that is due at `now`, and notes on each notification what became
 * of it. Safe to run at any time, any number of times and by several workers at once: a person's
 * mail is written, and their notifications are settled, in one transaction by one worker.
 */
export async function mailDueNotifications(db: Db, { now }: { now: Date }): Promise<MailRun> {
  const total: MailRun = { mails: 0, settled: 0 };
  const seen = new Set<number>();
  for (;;) {
    const ids = await listPeopleWithDueMail(db, { now, limit: seen.size + PEOPLE_AT_A_TIME });
    const fresh = ids.filter((id) => !seen.has(id));
    if (fresh.length === 0) return total;
    for (const personId of fresh) {
      seen.add(personId);
      const run = await db.transaction((tx) => mailPerson(tx, { personId, now }));
      total.mails += run.mails;
      total.settled += run.settled;
    }
  }
}

async function mailPerson(
  tx: DbOrTx,
  { personId, now }: { personId: number; now: Date },
): Promise<MailRun> {
  const reader = await claimReader(tx, personId);
  if (!reader) return { mails: 0, settled: 0 };
  const news = await listDueNews(tx, { personId, now });
  const choices = await findPreferences(tx, { personId });
  const isAddressed = { hasAddress: reader.email !== null, isSuspended: reader.isSuspended };
  const digests = { daily: [] as News[], weekly: [] as News[] };
  let mails = 0;
  let settled = 0;
  for (const item of news) {
    const decision = decideMail(
      item,
      { ...isAddressed, ...choices, timeZone: reader.timeZone },
      now,
    );
    if ("wait" in decision) {
      await tx
        .update(notifications)
        .set({ mailDueAt: decision.wait })
        .where(eq(notifications.id, item.id));
    } else if ("settle" in decision) {
      await settle(tx, [item], { mailOutcome: decision.settle, mailSettledAt: now });
      settled += 1;
    } else if (decision.send === "at-once") {
      const mailId = await writeMail(tx, { reader: addressed(reader), news: item, now });
      await settle(tx, [item], { mailOutcome: "mailed", mailSettledAt: now, mailId });
      mails += 1;
      settled += 1;
    } else {
      digests[decision.send].push(item);
    }
  }
  for (const period of ["daily", "weekly"] as const) {
    const items = digests[period];
    if (items.length === 0) continue;
    const mailId = await writeDigest(tx, {
      reader: addressed(reader),
      period,
      news: items,
      now,
    });
    await settle(tx, items, { mailOutcome: "digested", mailSettledAt: now, mailId });
    mails += 1;
    settled += items.length;
  }
  return { mails, settled };
}

function addressed(reader: Reader): Reader & { email: string } {
  if (reader.email === null) throw new Error("A mail was decided on for somebody without address");
  return { ...reader, email: reader.email };
}

async function settle(
  tx: DbOrTx,
  news: News[],
  outcome: Pick<typeof notifications.$inferInsert, "mailOutcome" | "mailSettledAt" | "mailId">,
): Promise<void> {
  const ids = news.map(({ id }) => id);
  await tx
    .update(notifications)
    .set({ ...outcome, mailDueAt: null })
    .where(inArray(notifications.id, ids));
}
