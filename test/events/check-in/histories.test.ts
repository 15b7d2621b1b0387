import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import type { Viewer } from "#app/auth/viewer.ts";
import { undoAttendance } from "#app/events/check-in/attending.server.ts";
import { checkInByEventCode } from "#app/events/check-in/self.server.ts";
import type { Db } from "#db/client.server.ts";
import { registrations } from "#db/schema/registrations.ts";
import { expect, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";
import { at, doorOf, rows } from "./scene.ts";

const person = fc.nat(3);
const key = fc.constantFrom("a", "b", "c", "d", "e", "f");
const step = fc.oneof(
  fc.record({ do: fc.constant("scan" as const), person, key }),
  fc.record({ do: fc.constant("walk-in" as const), person, key }),
  fc.record({ do: fc.constant("guest" as const), key }),
  fc.record({ do: fc.constant("self" as const), person }),
  fc.record({ do: fc.constant("undo" as const), nth: fc.nat(9) }),
  fc.record({ do: fc.constant("cancel" as const), person }),
  fc.record({ do: fc.constant("apply" as const), person }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Plays a history and says of each step whether it brought a new row, by its key where it had one. */
async function play(db: Db, steps: Step[]) {
  const door = await doorOf(db);
  const { event, viewer } = door;
  const guests: Viewer[] = [];
  while (guests.length < 4) guests.push((await door.register()).person);
  const confirmed = new Set(guests.map(({ id }) => id));
  const who = (n: number) => guests[n] as Viewer;
  const acted: string[] = [];
  for (const [minute, turn] of steps.entries()) {
    const now = new Date(at("18:00").getTime() + minute * 60_000);
    const before = await rows(db, event.id);
    const isThere = (id: number) =>
      before.some(({ personId, undoneAt }) => personId === id && !undoneAt);
    if (turn.do === "scan" || turn.do === "walk-in") {
      const { id } = who(turn.person);
      const way = turn.do === "scan" ? "list" : "walk-in";
      const outcome = await door.scan({ personId: id }, { way, key: turn.key, now });
      const isKnown = before.some((row) => row.key === turn.key);
      const isWelcome = isKnown || isThere(id) || confirmed.has(id) || way === "walk-in";
      expect(outcome.ok).toBe(isWelcome);
      if (outcome.ok && !outcome.already) acted.push(turn.key);
    } else if (turn.do === "guest") {
      const guest = { name: "当日 花子", affiliation: "" };
      const outcome = await door.scan({ guest }, { key: turn.key, now });
      if (outcome.ok && !outcome.already) acted.push(turn.key);
    } else if (turn.do === "self") {
      const self = who(turn.person);
      const typed = event.checkInCode;
      await checkInByEventCode(db, { viewer: self, eventId: event.id, typed, now });
    } else if (turn.do === "undo") {
      const row = before[turn.nth % Math.max(1, before.length)];
      const attendanceId = row?.id ?? 0;
      await undoAttendance(db, { viewer, eventId: event.id, attendanceId, now });
    } else if (turn.do === "cancel") {
      const { id } = who(turn.person);
      confirmed.delete(id);
      await db
        .update(registrations)
        .set({ state: "cancelled", endedAt: NOW, ending: "cancelled" })
        .where(
          and(
            eq(registrations.eventId, event.id),
            eq(registrations.personId, id),
            eq(registrations.state, "confirmed"),
          ),
        );
    } else if (!confirmed.has(who(turn.person).id)) {
      confirmed.add(who(turn.person).id);
      await door.register("confirmed", who(turn.person));
    }
    const after = await rows(db, event.id);
    // Rows are never lost or rewritten, but for being undone once.
    for (const row of before) {
      const same = after.find(({ id }) => id === row.id);
      expect(same).toMatchObject({ personId: row.personId, at: row.at, key: row.key });
      if (row.undoneAt) expect(same?.undoneAt).toEqual(row.undoneAt);
    }
    const live = after.filter(({ personId, undoneAt }) => personId && !undoneAt);
    expect(new Set(live.map(({ personId }) => personId)).size).toBe(live.length);
  }
  return { acted, event, door };
}

class Undo extends Error {}

test("random histories: nobody is there twice, no key acts twice", { timeout: 240_000 }, async ({
  db,
}) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      await db
        .transaction(async (tx) => {
          const { acted } = await play(tx as unknown as Db, steps);
          expect(new Set(acted).size).toBe(acted.length);
          throw new Undo();
        })
        .catch((error) => {
          if (!(error instanceof Undo)) throw error;
        });
    }),
    { numRuns: 40 },
  );
});

test("a replayed queue, in whatever order and however often, comes to the same", async ({ db }) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5), { minLength: 6, maxLength: 18 }), async (order) => {
      const door = await doorOf(db);
      const kept = [];
      while (kept.length < 6) {
        const { person } = await door.register();
        kept.push({
          personId: person.id,
          key: randomUUID(),
          at: at(`18:0${kept.length}`),
        });
      }
      for (const n of [...order, 0, 1, 2, 3, 4, 5]) {
        const { personId, ...rest } = kept[n] as (typeof kept)[number];
        await door.scan({ personId }, { ...rest, now: at("19:30") });
      }
      const there = await rows(db, door.event.id);
      expect(
        there
          .map(({ personId, at, key }) => ({ personId, at, key }))
          .sort((a, b) => Number(a.personId) - Number(b.personId)),
      ).toEqual(kept);
    }),
    { numRuns: 8 },
  );
});
