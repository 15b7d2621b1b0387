import type { Db } from "#db/client.server.ts";
import { type Faults, findFaults } from "./checks.ts";
import { plan } from "./day.ts";
import { type EndState, readEndState } from "./end-state.ts";
import { fates } from "./fates.ts";
import { END, ticks } from "./fortnight.ts";
import { countMails, countTurns, countWrongs } from "./ledger-checks.ts";
import type { Manner } from "./manners.ts";
import { newRun } from "./run.ts";
import { createWorld } from "./world.ts";

/** What was seen of one life of the fortnight. */
export type Life = {
  people: number;
  faults: Faults;
  deaths: number;
  mails: Awaited<ReturnType<typeof countMails>>;
  wrongs: Record<string, number>;
  end: EndState;
  /** What people did, how questions moved on, what became of news by mail; each with how often. */
  tally: Record<string, number>;
};

/** Lives through the fortnight, or its beginning, in an empty database, hour by hour. */
export async function live(db: Db, passHour: Manner, until: Date = END): Promise<Life> {
  const run = newRun(db, await createWorld(db));
  run.agenda.push(...fates(run));
  const faults: Faults = { due: [], waiting: [], loads: [] };
  let deaths = 0;
  for (const tick of ticks()) {
    if (tick > until) break;
    deaths += await passHour(run, await plan(run, tick), tick);
    const found = await findFaults(run, tick);
    for (const sort of ["due", "waiting", "loads"] as const) {
      faults[sort].push(...found[sort].map((fault) => `${tick.toISOString()}: ${fault}`));
    }
  }
  return {
    people: run.world.everybody.length,
    faults,
    deaths,
    mails: await countMails(run),
    wrongs: await countWrongs(run, until),
    end: await readEndState(run),
    tally: { ...Object.fromEntries(run.tally), ...(await countTurns(run)) },
  };
}
