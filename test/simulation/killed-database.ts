import type { Db } from "#db/client.server.ts";

/** What a process that was killed would have said. */
export class Killed extends Error {}

export type Death = {
  /** Counted from 1. */
  transaction: number;
  /** Whether its work is stored by then; otherwise all of it was done, and is lost. */
  committed: boolean;
};

type Mortal = {
  db: Db;
  isDead(): boolean;
  /** Whether there was anything to change at all. */
  hadWork(): boolean;
};

/** A database whose user is killed at the end of the n-th transaction and does nothing from then on. */
export function mortalDatabase(db: Db, death: Death): Mortal {
  let begun = 0;
  let dead = false;
  const transaction: Db["transaction"] = async (work, options) => {
    begun += 1;
    if (begun !== death.transaction) return db.transaction(work, options);
    await db.transaction(async (tx) => {
      await work(tx);
      dead = true;
      if (!death.committed) throw new Killed();
    }, options);
    throw new Killed();
  };
  const mortal = new Proxy(db, {
    get(target, property) {
      if (dead) throw new Killed();
      if (property === "transaction") return transaction;
      const value = Reflect.get(target, property);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { db: mortal, isDead: () => dead, hadWork: () => begun > 0 };
}

/** Whether an error says nothing else than that the process was killed. */
export function isDeath(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isDeath);
  return error instanceof Killed;
}
