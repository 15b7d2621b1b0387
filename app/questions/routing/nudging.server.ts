import type { Db } from "#db/client.server.ts";
import { listWaitingForAcceptance, remindOfAcceptance } from "./acceptance-nudges.server.ts";
import { listWaitingForInformation, remindOfInformation } from "./information-nudges.server.ts";
import { listDueReviews, remindOfReview } from "./review-nudges.server.ts";

/**
 * Reminds askers who have answers but accepted none, or who were asked for information; closes as
 * presumed solved (解決見込み) what stays silent after the last reminder; and asks answerers whose
 * review date has passed to look again. Each reminder goes out once, however often and by however
 * many workers this runs.
 *
 * @returns how many reminders were sent and how many questions closed
 */
export async function sendNudges(
  db: Db,
  { now }: { now: Date },
): Promise<{ sent: number; closed: number }> {
  const done = { sent: 0, closed: 0 };
  await inBatches(
    (afterId) => listWaitingForAcceptance(db, now, afterId),
    async (row) => {
      const outcome = await remindOfAcceptance(db, row.questionId, now);
      if (outcome) done[outcome] += 1;
    },
  );
  await inBatches(
    (afterId) => listWaitingForInformation(db, now, afterId),
    async (row) => {
      if (await remindOfInformation(db, row.questionId, now)) done.sent += 1;
    },
  );
  await inBatches(
    (afterId) => listDueReviews(db, now, afterId),
    async (row) => {
      if (await remindOfReview(db, row, now)) done.sent += 1;
    },
  );
  return done;
}

/** Goes through all rows in the order of their keys; a row that fails does not stop the others. */
async function inBatches<Row extends { key: number }>(
  list: (afterKey: number) => Promise<Row[]>,
  each: (row: Row) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  let last = 0;
  for (let rows = await list(last); rows.length > 0; rows = await list(last)) {
    for (const row of rows) {
      last = row.key;
      await each(row).catch((error) => failures.push(error));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some reminders were not sent");
}
