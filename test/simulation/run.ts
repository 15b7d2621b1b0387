import type { Db } from "#db/client.server.ts";
import type { World } from "./world.ts";

/** What somebody does at a moment; a refusal is as good an outcome as any. */
export type Deed = {
  at: Date;
  /** What it is, for counting. */
  what: string;
  /** Tells it from everything else that anybody does at the same moment. */
  key: string;
  perform(now: Date): Promise<unknown>;
};

/** One life of the fortnight, in a database of its own. */
export type Run = {
  db: Db;
  world: World;
  /** The number of each question, by its key in the database. */
  numbers: Map<number, number>;
  /** What people will do later, whatever happens meanwhile. */
  agenda: Deed[];
  /** What is done only once. */
  done: Set<string>;
  /** How often each thing was done, and how often it was refused. */
  tally: Map<string, number>;
};

export function newRun(db: Db, world: World): Run {
  return { db, world, numbers: new Map(), agenda: [], done: new Set(), tally: new Map() };
}

/** True the first time it is asked. */
export function once(run: Run, key: string): boolean {
  if (run.done.has(key)) return false;
  run.done.add(key);
  return true;
}

function isRefusal(outcome: unknown): boolean {
  return typeof outcome === "object" && outcome !== null && "ok" in outcome && !outcome.ok;
}

/** Does something and counts it. */
export async function perform(run: Run, deed: Deed, now: Date): Promise<void> {
  const outcome = await deed.perform(now);
  const entry = isRefusal(outcome) ? `${deed.what}, refused` : deed.what;
  run.tally.set(entry, (run.tally.get(entry) ?? 0) + 1);
}

/** Does things one after the other, in the order of their moments. */
export async function performInOrder(run: Run, deeds: Deed[]): Promise<void> {
  deeds.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1));
  for (const deed of deeds) await perform(run, deed, deed.at);
}
