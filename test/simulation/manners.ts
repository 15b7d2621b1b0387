import type { Db } from "#db/client.server.ts";
import { between, chance } from "./chance.ts";
import { dueJobs, type Job, runJob } from "./jobs.ts";
import { isDeath, mortalDatabase } from "./killed-database.ts";
import { type Deed, perform, performInOrder, type Run } from "./run.ts";

/** How an hour passes: what people do, and the jobs at its end; gives how often jobs were killed. */
export type Manner = (run: Run, deeds: Deed[], now: Date) => Promise<number>;

/** One thing after the other; every job that is due runs once. */
export const calmly: Manner = async (run, deeds, now) => {
  await performInOrder(run, deeds);
  for (const job of dueJobs(now)) await runJob(job, run.db, now);
  return 0;
};

/**
 * Every job that is due is killed, then delivered twice, then to two workers at once. Who is asked
 * depends on who was asked before, so a job that asks people has its work done by one worker; two at
 * once then find that nothing is left. The others are shared by two from the beginning. Where there
 * was nothing to do, once is enough.
 */
export const roughly: Manner = async (run, deeds, now) => {
  await performInOrder(run, deeds);
  const { db } = run;
  let deaths = 0;
  for (const job of dueJobs(now)) {
    const { hadWork, isDead } = await kill(job, db, now);
    if (isDead()) deaths += 1;
    if (!hadWork()) continue;
    const twoAtOnce = () => Promise.all([runJob(job, db, now), runJob(job, db, now)]);
    if (!job.ordered) await twoAtOnce();
    await runJob(job, db, now);
    if (job.ordered) await twoAtOnce();
  }
  return deaths;
};

/** Everybody acts at the same moment while two workers do every job; then a third one does. */
export const crowdedly: Manner = async (run, deeds, now) => {
  const workers = dueJobs(now).flatMap((job) => [job, job]);
  await Promise.all([
    ...deeds.map((deed) => perform(run, deed, now)),
    ...workers.map((job) => runJob(job, run.db, now)),
  ]);
  for (const job of dueJobs(now)) await runJob(job, run.db, now);
  return 0;
};

/** Runs a job until it is killed, unless it has too little to do for that. */
async function kill(job: Job, db: Db, now: Date) {
  const words = ["killed", job.name, now.toISOString()];
  const mortal = mortalDatabase(db, {
    transaction: Math.min(between(1, 4, ...words), between(1, 6, "again", ...words)),
    committed: chance("committed", ...words) < 0.5,
  });
  try {
    await runJob(job, mortal.db, now);
  } catch (error) {
    if (!isDeath(error)) throw error;
  }
  return mortal;
}
