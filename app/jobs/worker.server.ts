import { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { Config } from "#app/lib/config.server.ts";
import { smtpTransport } from "#app/mail/transport.server.ts";
import type { Db } from "#db/client.server.ts";
import { bossConnection, type JobData, type JobName } from "#db/job-queue.ts";
import { JOBS, type JobContext } from "./jobs.server.ts";

export type Worker = {
  /** Takes no further job, lets the running ones end (at most 30 s) and closes connections. */
  stop(): Promise<void>;
};

/**
 * Starts to work off jobs. Any number of workers may run beside each other.
 *
 * @param options.connectionUrl database for pg-boss' own small pool
 * @param options.db the pool that jobs use
 */
export async function startWorker({
  connectionUrl,
  db,
  logger,
  config,
}: {
  connectionUrl: string;
  db: Db;
  logger: Logger;
  config: Config;
}): Promise<Worker> {
  const transport = config.smtpUrl ? smtpTransport(config.smtpUrl) : undefined;
  const context: JobContext = { db, config, logger, transport };
  const boss = new PgBoss({
    ...bossConnection(connectionUrl),
    max: 3,
    migrate: false,
    useListenNotify: true,
  });
  // A lost connection is reported here while pg-boss keeps trying.
  boss.on("error", (error) => logger.error({ err: error }, "job queue"));
  boss.on("warning", (warning) => logger.warn({ warning }, "job queue"));
  try {
    await boss.start();
    for (const name of Object.keys(JOBS) as JobName[]) await workOff(boss, name, context);
    // What was left behind while no worker ran need not wait for the next full minute.
    await boss.send("sweep-mails", {});
  } catch (error) {
    await boss.stop({ graceful: false });
    transport?.close();
    throw error;
  }
  return {
    async stop() {
      await boss.stop({ graceful: true, timeout: 30_000 });
      transport?.close();
    },
  };
}

async function workOff<N extends JobName>(
  boss: PgBoss,
  name: N,
  context: JobContext,
): Promise<void> {
  const job = JOBS[name];
  const options = { localConcurrency: job.atOnce, pollingIntervalSeconds: 2 };
  await boss.work<JobData[N]>(name, options, async ([received]) => {
    if (!received) return;
    try {
      await job.run(context, received.data, new Date());
    } catch (error) {
      context.logger.error({ err: error, job: name, jobId: received.id }, "a job failed");
      throw error;
    }
  });
  if (job.schedule) await boss.schedule(name, job.schedule, {}, { missed: "once" });
}
