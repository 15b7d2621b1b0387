import { sql } from "drizzle-orm";
import { type Clock, type ConstructorOptions, fromDrizzle, PgBoss, type Queue } from "pg-boss";
import type { DbOrTx } from "./client.server.ts";

/** What each kind of job is told. */
export type JobData = {
  "deliver-mail": { mailId: number };
  "sweep-mails": Record<string, never>;
  "mail-notifications": Record<string, never>;
  "check-points": Record<string, never>;
  "advance-routings": Record<string, never>;
  "send-nudges": Record<string, never>;
  "remind-pair-sessions": Record<string, never>;
  "tend-credentials": Record<string, never>;
  "publish-events": Record<string, never>;
  "remind-of-events": Record<string, never>;
  "lapse-offers": Record<string, never>;
  "draw-lotteries": Record<string, never>;
  "end-exam-attempts": Record<string, never>;
  "open-surveys": Record<string, never>;
  purge: Record<string, never>;
};
export type JobName = keyof JobData;

/**
 * The queues, kept in the database itself. `exclusive` means: at most one job of a name (and key)
 * waits or runs at any time, whoever asks for another.
 */
export const QUEUES: (Omit<Queue, "name"> & { name: JobName })[] = [
  {
    name: "deliver-mail",
    policy: "exclusive",
    expireInSeconds: 300,
    retryLimit: 2,
    retryDelay: 30,
  },
  { name: "sweep-mails", policy: "exclusive", expireInSeconds: 60, retryLimit: 0 },
  { name: "mail-notifications", policy: "exclusive", expireInSeconds: 300, retryLimit: 0 },
  { name: "check-points", policy: "exclusive", expireInSeconds: 1_800, retryLimit: 1 },
  { name: "advance-routings", policy: "exclusive", expireInSeconds: 300, retryLimit: 0 },
  { name: "send-nudges", policy: "exclusive", expireInSeconds: 1_800, retryLimit: 0 },
  { name: "remind-pair-sessions", policy: "exclusive", expireInSeconds: 300, retryLimit: 0 },
  { name: "tend-credentials", policy: "exclusive", expireInSeconds: 1_800, retryLimit: 0 },
  { name: "publish-events", policy: "exclusive", expireInSeconds: 300, retryLimit: 0 },
  { name: "remind-of-events", policy: "exclusive", expireInSeconds: 300, retryLimit: 0 },
  { name: "lapse-offers", policy: "exclusive", expireInSeconds: 300, retryLimit: 0 },
  { name: "draw-lotteries", policy: "exclusive", expireInSeconds: 300, retryLimit: 0 },
  { name: "end-exam-attempts", policy: "exclusive", expireInSeconds: 300, retryLimit: 0 },
  { name: "open-surveys", policy: "exclusive", expireInSeconds: 300, retryLimit: 0 },
  { name: "purge", policy: "exclusive", expireInSeconds: 600, retryLimit: 1, retryDelay: 60 },
];

const KEPT_AFTER_END = 24 * 60 * 60;

/** Installs or upgrades pg-boss' own tables and our queues. Called under the migration lock. */
export async function installJobQueues(url: string): Promise<void> {
  const boss = new PgBoss({
    ...bossConnection(url),
    max: 1,
    supervise: false,
    schedule: false,
  });
  // Without a listener a lost connection would end the process; the calls below reject anyway.
  boss.on("error", () => {});
  try {
    await boss.start();
    const known = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const { name, policy, ...options } of QUEUES) {
      const settings = { ...options, deleteAfterSeconds: KEPT_AFTER_END };
      if (known.has(name)) await boss.updateQueue(name, settings);
      else await boss.createQueue(name, { ...settings, policy });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/**
 * Asks for a job in the caller's transaction: a rollback takes it back. With a `key`, a job of the
 * same name and key that still waits or runs makes this a no-op.
 *
 * A job is a hint, the row it names is the truth: when pg-boss' tables are of another version, as
 * in the middle of an upgrade, nothing is sent and the periodic sweep finds the row.
 */
export async function sendJob<N extends JobName>(
  tx: DbOrTx,
  name: N,
  data: JobData[N],
  { key }: { key?: string } = {},
): Promise<void> {
  const boss = await sender(tx);
  await boss?.send(name, data, { db: fromDrizzle(tx, sql), ...(key && { singletonKey: key }) });
}

const holder = globalThis as { portalJobSender?: PgBoss };

/**
 * A pg-boss that only sends, so that any process can enqueue without a worker or a second pool. It
 * reads the list of queues once, through the caller's transaction, and has no timers.
 */
async function sender(tx: DbOrTx): Promise<PgBoss | undefined> {
  if (holder.portalJobSender) return holder.portalJobSender;
  try {
    return await tx.transaction(async (savepoint) => {
      const boss = new PgBoss({
        db: fromDrizzle(savepoint, sql),
        clock: TIMELESS,
        migrate: false,
        supervise: false,
        schedule: false,
      });
      boss.on("error", () => {});
      await boss.start();
      holder.portalJobSender = boss;
      return boss;
    });
  } catch {
    return undefined;
  }
}

const TIMELESS: Clock = {
  now: () => Date.now(),
  setTimeout: () => undefined,
  clearTimeout: () => {},
  setInterval: () => undefined,
  clearInterval: () => {},
};

/**
 * The connection settings for pg-boss, which brings the driver `pg`. Its reading of `sslmode`
 * differs from the one of our own driver, so the mode is translated: `require` encrypts without
 * checking the certificate, `verify-full` checks it.
 */
export function bossConnection(url: string): ConstructorOptions {
  const parsed = new URL(url);
  const mode = parsed.searchParams.get("sslmode") ?? parsed.searchParams.get("ssl");
  parsed.searchParams.delete("sslmode");
  parsed.searchParams.delete("ssl");
  const checked = mode === "verify-full" || mode === "verify-ca";
  return {
    connectionString: parsed.href,
    application_name: "portal-jobs",
    ...(mode && mode !== "disable" && { ssl: { rejectUnauthorized: checked } }),
  };
}
