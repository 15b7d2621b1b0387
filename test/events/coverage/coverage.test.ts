import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { lookAt } from "#app/events/coverage/counted.server.ts";
import {
  findCoverage,
  listComingEvents,
  listCoverageTrend,
  listEventCoverage,
} from "#app/events/coverage/coverage.server.ts";
import {
  type CoverageFilter,
  coverageFilterOf,
  coverageQuery,
} from "#app/events/coverage/coverage.ts";
import {
  exportCoverageOrganisations,
  listCoverageOrganisations,
} from "#app/events/coverage/organisations.server.ts";
import { csvAnswer } from "#app/lib/csv.server.ts";
import { DAY, dayIn, after as later } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { attendances } from "#db/schema/attendances.ts";
import { PHASES, type Phase, TIERS, type Tier } from "#db/vocabulary.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createEvent } from "#test/support/events.ts";
import { createOrganisation, createPerson, NOW } from "#test/support/factories.ts";

const ZONE = "Asia/Tokyo";
const YEAR = new Date("2025-06-01T03:00:00Z");
const none: CoverageFilter = {
  reach: undefined,
  tier: undefined,
  phase: undefined,
  eventId: undefined,
  asOf: undefined,
};

type Company = { tier: Tier; phase: Phase; from: number | null; until: number | null };
type Visit = { company: number; event: number; daysAgo: number; undone: boolean; guest: boolean };
const dayAt = (days: number | null) => (days === null ? null : dayIn(ZONE, later(NOW, days * DAY)));

const company = fc.record({
  tier: fc.constantFrom(...TIERS),
  phase: fc.constantFrom(...PHASES),
  from: fc.option(fc.integer({ min: -700, max: 30 })),
  until: fc.option(fc.integer({ min: 31, max: 400 })),
});
const ended = fc
  .integer({ min: -300, max: -1 })
  .map((until) => ({ tier: "1" as Tier, phase: "trial" as Phase, from: -900, until }));
const visit = fc.record({
  company: fc.integer({ min: 0, max: 5 }),
  event: fc.integer({ min: 0, max: 3 }),
  daysAgo: fc.integer({ min: 1, max: 700 }),
  undone: fc.boolean(),
  guest: fc.boolean(),
});
const history = fc.record({
  companies: fc.array(fc.oneof({ weight: 4, arbitrary: company }, ended), {
    minLength: 6,
    maxLength: 6,
  }),
  visits: fc.array(visit, { maxLength: 14 }),
});

/** Writes a history down; gives what is in it by plain loops, as slow and obvious as can be. */
async function tell(db: Db, { companies, visits }: { companies: Company[]; visits: Visit[] }) {
  const rows: Awaited<ReturnType<typeof createOrganisation>>[] = [];
  for (const { tier, phase, from, until } of companies) {
    const row = await createOrganisation(db, {
      tier,
      phase,
      contractStartsOn: dayAt(from),
      contractEndsOn: dayAt(until),
    });
    rows.push(row);
  }
  const events = [];
  for (let n = 0; n < 4; n += 1) {
    events.push(await createEvent(db, { startsAt: later(NOW, (-120 * n - 10) * DAY) }));
  }
  const came: { organisation: number; event: number; person: number | null; at: Date }[] = [];
  for (const { company: index, event, daysAgo, undone, guest } of visits) {
    const organisation = rows[index];
    const held = events[event];
    if (!organisation || !held) continue;
    const person = guest ? null : (await createPerson(db, { organisationId: organisation.id })).id;
    const at = later(NOW, -daysAgo * DAY);
    await db.insert(attendances).values({
      eventId: held.id,
      personId: person,
      guestName: guest ? "ゲスト" : "",
      organisationId: organisation.id,
      way: "list",
      at,
      recordedAt: at,
      recordedBy: held.createdBy,
      key: randomUUID(),
      ...(undone && { undoneAt: at, undoneBy: held.createdBy }),
    });
    if (!undone) came.push({ organisation: organisation.id, event: held.id, person, at });
  }
  const contractedOn = (day: string) =>
    rows.filter(
      ({ contractStartsOn: from, contractEndsOn: until }) =>
        (from === null || from <= day) && (until === null || until >= day),
    );
  const reachedIn = (organisation: number, from: Date, to: Date) =>
    came.some((one) => one.organisation === organisation && one.at > from && one.at <= to);
  return { rows, events, came, contractedOn, reachedIn };
}

async function inRolledBack(db: Db, work: (tx: Db) => Promise<void>): Promise<void> {
  await db.execute(sql`savepoint history`);
  await work(db);
  await db.execute(sql`rollback to savepoint history`);
}

describe("coverage", () => {
  test("is what counting one by one gives, in total, by part, per event, by month and in the rows", async ({
    db,
  }) => {
    await fc.assert(
      fc.asyncProperty(history, (told) =>
        inRolledBack(db, async (tx) => {
          const { events, came, contractedOn, reachedIn } = await tell(tx, told);
          const today = contractedOn(dayIn(ZONE, NOW));
          const reached = today.filter(({ id }) => reachedIn(id, YEAR, NOW));
          const coverage = await findCoverage(tx, { now: NOW });
          const share = (of: (row: (typeof today)[number]) => boolean) => ({
            reached: reached.filter(of).length,
            contracted: today.filter(of).length,
          });
          expect(coverage).toEqual({
            total: share(() => true),
            byTier: TIERS.map((tier) => ({ tier, ...share((row) => row.tier === tier) })),
            byPhase: PHASES.map((phase) => ({ phase, ...share((row) => row.phase === phase) })),
          });

          const rows = await exportCoverageOrganisations(tx, { filter: none, now: NOW });
          expect(rows.map(({ id }) => id).sort()).toEqual(today.map(({ id }) => id).sort());
          for (const row of rows) {
            const theirs = came.filter(({ organisation }) => organisation === row.id);
            const recent = theirs.filter(({ at }) => at > YEAR);
            const last = Math.max(...theirs.map(({ at }) => at.getTime()));
            expect(row.lastAt?.getTime() ?? Number.NEGATIVE_INFINITY).toBe(last);
            expect(row.attendees).toBe(recent.length);
          }
          const idsOf = async (filter: Partial<CoverageFilter>) =>
            (
              await exportCoverageOrganisations(tx, { filter: { ...none, ...filter }, now: NOW })
            ).map(({ id }) => id);
          const everCame = (id: number) => came.some(({ organisation }) => organisation === id);
          const expected = {
            reached: reached.map(({ id }) => id),
            missing: today.filter((row) => !reached.includes(row)).map(({ id }) => id),
            never: today.filter(({ id }) => !everCame(id)).map(({ id }) => id),
            lapsed: today
              .filter((row) => !reached.includes(row) && everCame(row.id))
              .map(({ id }) => id),
          };
          for (const reach of ["reached", "missing", "never", "lapsed"] as const) {
            expect((await idsOf({ reach })).sort()).toEqual(expected[reach].sort());
          }

          for (const point of await listCoverageTrend(tx, { now: NOW })) {
            const { at } = lookAt(NOW, point.day);
            const before = new Date(at);
            before.setUTCFullYear(before.getUTCFullYear() - 1);
            const then = contractedOn(point.day);
            expect(point).toEqual({
              day: point.day,
              contracted: then.length,
              reached: then.filter(({ id }) => reachedIn(id, before, at)).length,
            });
            const behind = await idsOf({ reach: "reached", asOf: point.day });
            expect(behind).toHaveLength(point.reached);
          }

          const listed = await listEventCoverage(tx, { now: NOW });
          const held = events.filter(({ startsAt }) => startsAt > YEAR);
          expect(listed.map(({ id }) => id)).toEqual(held.map(({ id }) => id));
          for (const row of listed) {
            const event = events.find(({ id }) => id === row.id);
            const there = came.filter((one) => one.event === row.id);
            const then = contractedOn(dayIn(ZONE, event?.startsAt ?? NOW));
            const who = then.filter(({ id }) => there.some((one) => one.organisation === id));
            expect(row).toMatchObject({
              contracted: then.length,
              reached: who.length,
              people: there.length,
            });
            const behind = await idsOf({ reach: "reached", eventId: row.id });
            expect(behind.sort()).toEqual(who.map(({ id }) => id).sort());
          }
        }),
      ),
      { numRuns: 12 },
    );
  });

  test("ends a month at its last midnight in the portal's zone", async ({ db }) => {
    const organisation = await createOrganisation(db);
    const event = await createEvent(db, { startsAt: later(NOW, -40 * DAY) });
    await db.insert(attendances).values({
      eventId: event.id,
      guestName: "ゲスト",
      organisationId: organisation.id,
      way: "walk-in",
      // 30 April 23:30 in Tokyo.
      at: new Date("2026-04-30T14:30:00Z"),
      recordedAt: NOW,
      recordedBy: event.createdBy,
      key: "a",
    });
    const trend = await listCoverageTrend(db, { now: NOW });
    expect(trend).toHaveLength(12);
    expect(trend.filter(({ reached }) => reached > 0).map(({ day }) => day)).toEqual([
      "2026-04-30",
      "2026-05-31",
      "2026-06-01",
    ]);
    expect(trend[0]?.day).toBe("2025-07-31");
  });

  test("lists companies page by page, each once, the first tier first", async ({ db }) => {
    for (let n = 0; n < 120; n += 1) {
      await createOrganisation(db, { tier: TIERS[n % 4], name: `企業${n % 7}-${n}` });
    }
    const seen: { id: number; tier: Tier }[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCoverageOrganisations(db, {
        filter: { ...none, reach: "missing" },
        after: cursor,
        now: NOW,
      });
      seen.push(...page.rows);
      cursor = page.next;
    } while (cursor);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(120);
    expect(seen).toHaveLength(120);
    const tiers = seen.map(({ tier }) => TIERS.indexOf(tier));
    expect(tiers).toEqual(tiers.toSorted((a, b) => a - b));
  });

  test("invites to what is to come alone", async ({ db }) => {
    const coming = await createEvent(db);
    await createEvent(db, { published: false });
    await createEvent(db, { startsAt: later(NOW, -DAY) });
    const cancelled = { cancelledAt: NOW, cancelledBy: coming.createdBy };
    await createEvent(db, cancelled);
    const listed = await listComingEvents(db, { now: NOW });
    expect(listed.map(({ id }) => id)).toEqual([coming.id]);
  });
});

test("a filter survives the address, and nonsense is no filter", () => {
  const filter: CoverageFilter = {
    reach: "never",
    tier: "S",
    phase: "trial",
    eventId: 12,
    asOf: "2026-04-30",
  };
  expect(coverageFilterOf(new URLSearchParams(coverageQuery(filter)))).toEqual(filter);
  const nonsense = new URLSearchParams("reach=x&tier=9&phase=&event=-1&asOf=2026-13-01");
  expect(coverageFilterOf(nonsense)).toEqual(none);
});

test("a file opens in Excel and runs nothing", async () => {
  const rows = [["=1+1", -5, null]];
  const answer = csvAnswer({ name: "x", head: ["@企業", "n", "z"], rows });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe("'@企業,n,z\n'=1+1,-5,\n");
});
