import { and, asc, eq, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { sendJob } from "#db/job-queue.ts";
import { outgoingMails } from "#db/schema/notifications.ts";
import { CLAIM_LASTS, MAX_ATTEMPTS, PAUSES, WORTH_SENDING_FOR } from "./schedule.ts";

const BATCH = 500;
const KEEP_UNSENT = 30 * DAY;
const KEEP_SENT = 365 * DAY;

const unsent = and(isNull(outgoingMails.sentAt), isNull(outgoingMails.gaveUpAt));

/**
 * Asks for the delivery of every mail that is due: one whose job was lost, one whose last try
 * failed long enough ago, or one that waited for a mail server. Mails that have a job get no other.
 *
 * @param canSend whether a mail server is set; without one, mails are only rendered
 * @returns how many mails were found due
 */
export async function sweepMails(
  db: Db,
  { canSend, now }: { canSend: boolean; now: Date },
): Promise<number> {
  if (canSend) await giveUpStaleMails(db, now);
  const unclaimed = or(
    isNull(outgoingMails.claimedAt),
    lt(outgoingMails.claimedAt, after(now, -CLAIM_LASTS)),
  );
  const due = await db
    .select({ id: outgoingMails.id })
    .from(outgoingMails)
    .where(
      and(
        unsent,
        unclaimed,
        pauseIsOver(now),
        canSend ? undefined : isNull(outgoingMails.renderedAt),
      ),
    )
    .orderBy(asc(outgoingMails.id))
    .limit(BATCH);
  for (const { id } of due) await sendJob(db, "deliver-mail", { mailId: id }, { key: String(id) });
  return due.length;
}

function pauseIsOver(now: Date) {
  const pauses = sql.raw(`(array[${PAUSES.map((pause) => pause / 1000).join(",")}])`);
  return or(
    isNull(outgoingMails.lastErrorAt),
    eq(outgoingMails.attempts, 0),
    lte(
      outgoingMails.lastErrorAt,
      sql`${now.toISOString()}::timestamptz - ${pauses}[least(${outgoingMails.attempts}, ${PAUSES.length})] * interval '1 second'`,
    ),
  );
}

/** Ends the wait of mails nobody needs any more, and of those whose last try died with its worker. */
async function giveUpStaleMails(db: Db, now: Date): Promise<void> {
  await db
    .update(outgoingMails)
    .set({
      gaveUpAt: now,
      claimedAt: null,
      lastErrorAt: now,
      lastError: sql`coalesce(${outgoingMails.lastError}, 'not sent in time')`,
    })
    .where(
      and(
        unsent,
        or(
          and(
            isNull(outgoingMails.lastErrorAt),
            lt(outgoingMails.createdAt, after(now, -WORTH_SENDING_FOR)),
          ),
          and(
            sql`${outgoingMails.attempts} >= ${MAX_ATTEMPTS}`,
            lt(outgoingMails.claimedAt, after(now, -CLAIM_LASTS)),
          ),
        ),
      ),
    );
}

/**
 * Starts over with a mail that had been given up.
 *
 * Refused with `not-failed` when it was sent or is waiting anyway.
 */
export async function retryMail(
  db: Db,
  {
    mailId,
    actorId,
    address,
    now,
  }: { mailId: number; actorId: number; address: string; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "not-failed" }> {
  return db.transaction(async (tx) => {
    const [mail] = await tx
      .update(outgoingMails)
      .set({ gaveUpAt: null, claimedAt: null, attempts: 0 })
      .where(
        and(
          eq(outgoingMails.id, mailId),
          isNull(outgoingMails.sentAt),
          isNotNull(outgoingMails.gaveUpAt),
        ),
      )
      .returning({ id: outgoingMails.id });
    if (!mail) return { ok: false, reason: "not-failed" };
    await recordAudit(tx, {
      actorId,
      action: "mail.sent-again",
      targetKind: "mail",
      targetId: mailId,
      address,
      at: now,
    });
    await sendJob(tx, "deliver-mail", { mailId }, { key: String(mailId) });
    return { ok: true };
  });
}

/** Deletes mails past their time: unsent ones hold links long invalid, sent ones only addresses. */
export async function purgeMails(db: DbOrTx, { now }: { now: Date }): Promise<void> {
  await db
    .delete(outgoingMails)
    .where(
      or(
        and(isNull(outgoingMails.sentAt), lt(outgoingMails.createdAt, after(now, -KEEP_UNSENT))),
        lt(outgoingMails.sentAt, after(now, -KEEP_SENT)),
      ),
    );
}
