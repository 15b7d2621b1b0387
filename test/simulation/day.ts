import { after } from "#app/lib/time.ts";
import { markRead } from "#app/notifications/inbox.server.ts";
import { followUp } from "./asker-deeds.ts";
import { asks } from "./asking.ts";
import { chance, pick } from "./chance.ts";
import { isOfficeTime, isWakingTime, momentBefore, TICK } from "./fortnight.ts";
import { answering, answerOffer, deedOf, keepPromise } from "./helper-deeds.ts";
import { type InPlay, listInPlay } from "./in-play.ts";
import type { Deed, Run } from "./run.ts";
import { workQueue } from "./staff-deeds.ts";
import type { Inhabitant } from "./world.ts";

/** All that people do in the hour before a tick, from what they saw at its beginning. */
export async function plan(run: Run, tick: Date): Promise<Deed[]> {
  const deeds = [...asks(run, tick), ...due(run, tick)];
  const up = new Set(run.world.everybody.filter((who) => !who.isOut && isAtScreen(who, tick)));
  if (up.size === 0) return deeds;
  const isUp = (who: Inhabitant) => up.has(who);
  for (const who of up) deeds.push(...readInbox(run, tick, who));
  for (const question of await listInPlay(run, tick)) {
    const { asker, taker, offeredTo, state, step } = question;
    if (isUp(asker)) deeds.push(...followUp(run, tick, question));
    if (state === "answered") deeds.push(...chimeIn(run, tick, question, up));
    if (state !== "open") continue;
    if (taker) {
      if (isUp(taker)) deeds.push(...keepPromise(run, tick, question, taker));
      continue;
    }
    for (const helper of offeredTo) {
      if (isUp(helper)) deeds.push(...answerOffer(run, tick, question, helper));
    }
    if (step === "staff") deeds.push(...workQueue(run, tick, question));
  }
  return deeds;
}

function due(run: Run, tick: Date): Deed[] {
  const ripe = run.agenda.filter(({ at }) => at <= tick);
  run.agenda = run.agenda.filter(({ at }) => at > tick);
  // Nothing is done before what was done already.
  return ripe.map((deed) => ({ ...deed, at: deed.at > after(tick, -TICK) ? deed.at : tick }));
}

function isAtScreen({ handle, zone, viewer }: Inhabitant, tick: Date): boolean {
  if (isOfficeTime(zone, tick)) return true;
  if (viewer.role !== "member" || !isWakingTime(zone, tick)) return false;
  return chance("keen", handle, tick.toISOString()) < 0.05;
}

function readInbox({ db }: Run, tick: Date, { handle, viewer }: Inhabitant): Deed[] {
  if (chance("reads", handle, tick.toISOString()) >= 0.025) return [];
  const at = momentBefore(tick, "reads", handle, tick.toISOString());
  const perform = (now: Date) => markRead(db, { personId: viewer.id, now });
  return [{ at, what: "read the inbox", key: `read ${handle}`, perform }];
}

/** Now and then somebody else knows better. */
function chimeIn(run: Run, tick: Date, question: InPlay, up: Set<Inhabitant>): Deed[] {
  if (chance("second answer", question.number, tick.toISOString()) >= 0.015) return [];
  const by = pick(run.world.everybody, "second", question.number, tick.toISOString());
  const isNew = ![question.asker, ...question.answers.map(({ author }) => author)].includes(by);
  if (!isNew || !up.has(by)) return [];
  const doing = { ...answering(run, question, by), what: "answer too" };
  return [deedOf(tick, question, by, doing)];
}
