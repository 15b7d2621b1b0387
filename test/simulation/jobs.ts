import { pino } from "pino";
import { JOBS } from "#app/jobs/jobs.server.ts";
import { currentConfig } from "#app/lib/current-config.server.ts";
import type { Db } from "#db/client.server.ts";
import type { JobName } from "#db/job-queue.ts";

const SURROUNDINGS = {
  config: currentConfig(),
  logger: pino({ level: "silent" }),
  transport: undefined,
};

export type Job = {
  name: JobName;
  isDue(now: Date): boolean;
  /** Whether what it does to one row depends on what it did to another before. */
  ordered: boolean;
};

const SCHEDULE: Job[] = [
  { name: "advance-routings", isDue: () => true, ordered: true },
  { name: "send-nudges", isDue: () => true, ordered: false },
  { name: "mail-notifications", isDue: () => true, ordered: false },
  { name: "check-points", isDue: (now) => now.getUTCHours() === 19, ordered: true },
];

/** The jobs that are due, in the order in which they run. */
export function dueJobs(now: Date): Job[] {
  return SCHEDULE.filter(({ isDue }) => isDue(now));
}

export function runJob({ name }: Job, db: Db, now: Date): Promise<void> {
  return JOBS[name].run({ db, ...SURROUNDINGS }, {} as never, now);
}
