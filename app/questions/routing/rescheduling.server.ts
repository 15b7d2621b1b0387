import { asc, isNotNull, sql } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { BusinessCalendar } from "#app/calendar/business-calendar.ts";
import { findBusinessCalendar, lockBusinessCalendar } from "#app/calendar/calendar.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { questionRoutings } from "#db/schema/routing.ts";
import { dueMoment, readClock } from "./routing-clock.ts";
import { recordRouting } from "./routing-log.server.ts";

/**
 * Changes the business calendar and moves every deadline that depends on it. Working time that has
 * passed by now stays as it was counted; what comes is counted by the new calendar.
 */
export async function changeBusinessCalendar(
  db: DbOrTx,
  {
    change,
    detail,
    actorId,
    address,
    now,
  }: {
    change: (tx: DbOrTx) => Promise<unknown>;
    /** What changed, for the audit log. */
    detail: Record<string, unknown>;
    actorId: number;
    address?: string;
    now: Date;
  },
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockBusinessCalendar(tx);
    await change(tx);
    const after = await findBusinessCalendar(tx);
    await reschedule(tx, { before, after, actorId, now });
    await recordAudit(tx, {
      actorId,
      action: "portal.calendar-changed",
      targetKind: "portal",
      targetId: "",
      detail,
      address,
      at: now,
    });
  });
}

async function reschedule(
  tx: DbOrTx,
  {
    before,
    after,
    actorId,
    now,
  }: { before: BusinessCalendar; after: BusinessCalendar; actorId: number; now: Date },
): Promise<void> {
  const running = await tx
    .select({
      questionId: questionRoutings.questionId,
      workedMs: questionRoutings.workedMs,
      clockSince: questionRoutings.clockSince,
      dueMs: questionRoutings.dueMs,
      nextAt: questionRoutings.nextAt,
    })
    .from(questionRoutings)
    .where(isNotNull(questionRoutings.clockSince))
    .orderBy(asc(questionRoutings.questionId))
    .for("update");
  const read = running.map((row) => {
    const clock = readClock(before, row, now);
    return { ...clock, nextAt: dueMoment(after, clock), was: row.nextAt };
  });
  if (read.length === 0) return;
  const rows = read.map(({ questionId, workedMs, nextAt }) => ({
    question_id: questionId,
    worked_ms: workedMs,
    next_at: nextAt,
  }));
  await tx.execute(sql`
    update question_routings r
    set worked_ms = n.worked_ms, clock_since = ${now.toISOString()}::timestamptz, next_at = n.next_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n (question_id bigint, worked_ms bigint, next_at timestamptz)
    where r.question_id = n.question_id`);
  for (const { questionId, nextAt, was } of read) {
    if (nextAt?.getTime() === was?.getTime()) continue;
    await recordRouting(
      tx,
      { questionId, actorId, now },
      {
        kind: "rescheduled",
        detail: { from: was?.toISOString() ?? null, to: nextAt?.toISOString() ?? null },
      },
    );
  }
}
