import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import type { Viewer } from "#app/auth/viewer.ts";
import { approveRegistration } from "#app/events/admission/deciding.server.ts";
import { drawDueLotteries } from "#app/events/admission/drawing.server.ts";
import { lapseOffers } from "#app/events/admission/offers.server.ts";
import { DAY, HOUR, after as later } from "#app/lib/time.ts";
import { type Connection, connect } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { registrations } from "#db/schema/registrations.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createOrganisation, NOW } from "#test/support/factories.ts";
import type { Done, Orders } from "./crowd-process.ts";
import { apply, expectExact, meeting, memberOf, staffOf } from "./scene.ts";

const PROCESSES = 4;
const CROWD = 200;

let main: Connection;
let pools: Connection[];

beforeAll(async () => {
  main = await freshDatabase(8);
  pools = Array.from({ length: 3 }, () => connect(main.url, { maxConnections: 4 }));
}, 60_000);
afterAll(async () => {
  await Promise.all([main, ...pools].map((connection) => connection?.close()));
});

const script = fileURLToPath(new URL("./crowd-process.ts", import.meta.url));

async function startProcess(): Promise<ChildProcess> {
  const child = fork(script, { execArgv: ["--disable-warning=ExperimentalWarning"] });
  const [first] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => ["exited"]),
  ]);
  expect(first).toBe("ready");
  return child;
}

type Deed = Orders["deeds"][number];

/** Deals deeds out to processes that all carry them out at the same time; gives what came of each. */
async function allAtOnce(
  deeds: Deed[],
  where: { event: { id: number }; ticket: { id: number } },
  now: Date,
): Promise<string[]> {
  const children = await Promise.all(Array.from({ length: PROCESSES }, startProcess));
  try {
    const done = await Promise.all(
      children.map(async (child, index) => {
        const orders: Orders = {
          url: main.url,
          eventId: where.event.id,
          ticketTypeId: where.ticket.id,
          deeds: deeds.filter((_, one) => one % PROCESSES === index),
          now: now.toISOString(),
        };
        child.send(orders);
        const [answer] = (await once(child, "message")) as [Done];
        if ("error" in answer) throw new Error(answer.error);
        return answer.outcomes;
      }),
    );
    return done.flat();
  } finally {
    for (const child of children) child.kill();
  }
}

async function crowdOf(number: number, companies: number): Promise<Viewer[]> {
  const organisations = await Promise.all(
    Array.from({ length: companies }, () => createOrganisation(main.db)),
  );
  return Promise.all(
    Array.from({ length: number }, (_, index) =>
      memberOf(main.db, organisations[index % companies]),
    ),
  );
}

async function countStates(eventId: number): Promise<Record<string, number>> {
  const rows = await main.db
    .select({ state: registrations.state, n: count() })
    .from(registrations)
    .where(eq(registrations.eventId, eventId))
    .groupBy(registrations.state);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

const asDeeds = (kind: Deed["kind"], viewers: Viewer[]): Deed[] =>
  viewers.map((viewer) => ({ kind, viewer }));

describe("from several processes at the same moment", { timeout: 120_000 }, () => {
  test(`${CROWD} apply for 30 places, three of a company at most; then cancel, take and apply again`, async () => {
    const where = await meeting(
      main.db,
      { capacity: 30, organisationCap: 3 },
      { colleaguesMax: 0 },
    );
    const crowd = await crowdOf(CROWD, 40);
    const applied = await allAtOnce(asDeeds("apply", crowd), where, NOW);
    expect(new Set(applied)).toEqual(new Set(["apply: ok"]));
    await expectExact(main.db, where.ticket.id);
    expect(await countStates(where.event.id)).toEqual({ confirmed: 30, waitlisted: CROWD - 30 });

    // A hundred give up while others apply twice, and some take places that may just be offered.
    const leaving = crowd.filter((_, index) => index % 2 === 0);
    const staying = crowd.filter((_, index) => index % 2 === 1);
    const hour = later(NOW, HOUR);
    const mixed = await allAtOnce(
      [
        ...asDeeds("cancel", leaving),
        ...asDeeds("apply", staying),
        ...asDeeds("accept", staying.slice(0, 40)),
      ],
      where,
      hour,
    );
    expect(mixed.filter((outcome) => outcome === "cancel: ok")).toHaveLength(leaving.length);
    expect(mixed.filter((outcome) => outcome === "apply: already-registered")).toHaveLength(
      staying.length,
    );
    await expectExact(main.db, where.ticket.id);
    const after = await countStates(where.event.id);
    expect((after.confirmed ?? 0) + (after.offered ?? 0)).toBe(30);
    expect(after.cancelled).toBe(leaving.length);

    const again = await allAtOnce(asDeeds("accept", staying), where, hour);
    expect(again.filter((outcome) => outcome === "accept: ok")).toHaveLength(after.offered ?? 0);
    await expectExact(main.db, where.ticket.id);
  });

  test("the line moves in its order however many leave at once", async () => {
    const where = await meeting(main.db, { capacity: 10 });
    const crowd = await crowdOf(40, 40);
    for (const viewer of crowd) await apply(main.db, viewer, where);
    await allAtOnce(asDeeds("cancel", crowd.slice(0, 10)), where, NOW);
    const rows = await main.db
      .select()
      .from(registrations)
      .where(eq(registrations.eventId, where.event.id));
    const states = crowd.map(({ id }) => rows.find(({ personId }) => personId === id)?.state);
    expect(states.slice(10, 20)).toEqual(Array(10).fill("offered"));
    expect(states.slice(20)).toEqual(Array(20).fill("waitlisted"));
  });

  test("one person applies from everywhere: once, and is told once", async () => {
    const where = await meeting(main.db, { capacity: 5 });
    const [viewer] = await crowdOf(1, 1);
    const outcomes = await allAtOnce(asDeeds("apply", Array(24).fill(viewer)), where, NOW);
    expect(outcomes.filter((outcome) => outcome === "apply: ok")).toHaveLength(1);
    expect(await countStates(where.event.id)).toEqual({ confirmed: 1 });
  });

  test("jobs of several workers end each offer once and pass each place on once", async () => {
    const where = await meeting(main.db, { capacity: 8 }, { offerHours: 2 });
    const crowd = await crowdOf(24, 24);
    for (const viewer of crowd) await apply(main.db, viewer, where);
    await allAtOnce(asDeeds("cancel", crowd.slice(0, 8)), where, NOW);
    const now = later(NOW, 2 * HOUR);
    await Promise.all([main, ...pools].map(({ db }) => lapseOffers(db, { now })));
    expect(await countStates(where.event.id)).toEqual({ cancelled: 16, offered: 8 });
    const told = await main.db
      .select({ kind: notifications.kind, n: count() })
      .from(notifications)
      .where(sql`${notifications.topic} = ${`event:${where.event.id}`}`)
      .groupBy(notifications.kind)
      .orderBy(notifications.kind);
    expect(told).toEqual([
      { kind: "registration-lapsed", n: 8 },
      { kind: "registration-offered", n: 16 },
    ]);
  });

  test("a draw is held once, and two who approve at once give away no place twice", async () => {
    const lottery = await meeting(main.db, {
      admission: "lottery",
      capacity: 4,
      drawAt: later(NOW, DAY),
    });
    const crowd = await crowdOf(20, 20);
    await allAtOnce(asDeeds("apply", crowd), lottery, NOW);
    const now = later(NOW, DAY);
    const held = await Promise.all(pools.map(({ db }) => drawDueLotteries(db, { now })));
    expect(held.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await countStates(lottery.event.id)).toEqual({ confirmed: 4, waitlisted: 16 });

    const decided = await meeting(main.db, { admission: "approval", capacity: 3 });
    const staff = await staffOf(main.db);
    await allAtOnce(asDeeds("apply", crowd), decided, NOW);
    const rows = await main.db
      .select()
      .from(registrations)
      .where(eq(registrations.eventId, decided.event.id));
    await Promise.all(
      rows.flatMap(({ id }) =>
        pools
          .slice(0, 2)
          .map(({ db }) =>
            approveRegistration(db, { viewer: staff, registrationId: id, now: NOW }),
          ),
      ),
    );
    expect(await countStates(decided.event.id)).toEqual({ confirmed: 3, waitlisted: 17 });
    await expectExact(main.db, decided.ticket.id);
  });
});
