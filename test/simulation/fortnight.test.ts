import { beforeAll } from "vitest";
import { businessMillisecondsBetween, DEFAULT_CALENDAR } from "#app/calendar/business-calendar.ts";
import { configureRenderer } from "#app/lib/markdown/render.ts";
import { HOUR } from "#app/lib/time.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { QUESTIONS } from "./asking.ts";
import { differences } from "./end-state.ts";
import { CLOSURE, END, OPEN_DAYS, START, ticks, workedUntil } from "./fortnight.ts";
import { type Life, live } from "./living.ts";
import { calmly, crowdedly, type Manner, roughly } from "./manners.ts";

const MONDAY_NOON = new Date("2026-04-27T03:00:00Z");

async function lifeIn(manner: Manner, until?: Date): Promise<Life> {
  const { db, close } = await freshDatabase(6);
  try {
    return await live(db, manner, until);
  } finally {
    await close();
  }
}

const lives: Record<"calm" | "rough" | "crowded", Life> = {} as never;

beforeAll(async () => {
  // A text that is given up on a busy machine would make two lives differ.
  configureRenderer({ timeLimit: 60_000 });
  const [calm, rough, crowded] = await Promise.all([
    lifeIn(calmly),
    lifeIn(roughly),
    lifeIn(crowdedly, MONDAY_NOON),
  ]);
  Object.assign(lives, { calm, rough, crowded });
}, 600_000);

test("the fortnight has six working days, by the portal's calendar too", () => {
  const calendar = { ...DEFAULT_CALENDAR, closures: new Set([CLOSURE]) };
  expect(workedUntil(END.getTime())).toBe(OPEN_DAYS.length * 9 * HOUR);
  for (const tick of ticks()) {
    expect(businessMillisecondsBetween(calendar, START, tick)).toBe(workedUntil(tick.getTime()));
  }
});

describe.each(["calm", "rough"] as const)("a %s fortnight", (name) => {
  test("is as eventful as it is meant to be", () => {
    const { people, tally } = lives[name];
    expect(people).toBe(200);
    expect(tally.ask).toBe(QUESTIONS);
    for (const [what, least] of Object.entries(EVENTS)) {
      expect(tally[what] ?? 0, what).toBeGreaterThanOrEqual(least);
    }
  });

  test("no question passes a deadline unseen, and nothing due is left", () => {
    expect(lives[name].faults.waiting.slice(0, 10)).toEqual([]);
    expect(lives[name].faults.due.slice(0, 10)).toEqual([]);
  });

  test("nobody exceeds their load cap", () => {
    expect(lives[name].faults.loads.slice(0, 10)).toEqual([]);
  });

  test("the mails are those of the ledger, each once and to the right person", () => {
    const { mails, accounted, single, mailed, digests, digested, deliveries } = lives[name].mails;
    expect(mails).toBeGreaterThan(2_000);
    expect({ accounted, deliveries }).toEqual({ accounted: mails, deliveries: mails });
    expect({ single, digests }).toEqual({ single: mailed, digests: digested });
    expect(single + digests).toBe(mails);
    for (const [what, times] of Object.entries(lives[name].wrongs)) expect(times, what).toBe(0);
  });
});

test("the end is the same when jobs are killed and delivered twice", () => {
  expect(lives.rough.deaths).toBeGreaterThan(200);
  expect(differences(lives.calm.end, lives.rough.end)).toEqual([]);
});

test("when everything happens at once nobody is asked too much, missed or told twice", () => {
  const { faults, wrongs, mails } = lives.crowded;
  expect(Object.values(faults).flat().slice(0, 10)).toEqual([]);
  for (const [what, times] of Object.entries(wrongs)) expect(times, what).toBe(0);
  expect(mails.accounted).toBe(mails.mails);
  expect(mails.mails).toBeGreaterThan(200);
});

/** What has to happen for the fortnight to prove anything, and how often at least. */
const EVENTS: Record<string, number> = {
  take: 200,
  "take, refused": 10,
  decline: 50,
  return: 20,
  "hand over": 5,
  "request information": 20,
  explain: 10,
  answer: 250,
  accept: 100,
  vote: 100,
  comment: 20,
  close: 5,
  narrow: 10,
  "take as staff": 100,
  "take the question back": 5,
  suspend: 4,
  "revoke a credential": 2,
  "close for a day": 1,
  "work after all": 1,
  "step-reached everyone time": 40,
  "step-reached staff time": 10,
  "step-reached staff nobody-found": 50,
  "take-lapsed": 10,
  "nudge acceptance": 100,
  "nudge information": 5,
  "nudge review": 5,
  "news mailed": 1_000,
  "news digested": 500,
  "news already-read": 100,
  "news lost-access": 20,
  "news suspended": 1,
  "news not-wanted": 20,
};
