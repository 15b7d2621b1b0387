import fc from "fast-check";
import { stateOf } from "#app/events/events.ts";
import {
  cancelEvent,
  moveEvent,
  postponeEvent,
} from "#app/events/organising/calling-off.server.ts";
import { editEvent } from "#app/events/organising/editing.server.ts";
import {
  discardEvent,
  publishDueEvents,
  publishEvent,
  schedulePublication,
  unschedulePublication,
} from "#app/events/organising/publishing.server.ts";
import { canDo } from "#app/events/organising/publishing.ts";
import { DAY, HOUR, after as later } from "#app/lib/time.ts";
import { expect, test } from "#test/support/database.ts";
import { contentOf, draft, eventOf, NOW, sayWhat } from "./scene.ts";

const STEPS = [
  "publish",
  "schedule",
  "unschedule",
  "due",
  "edit",
  "move",
  "postpone",
  "cancel",
] as const;

type Step = { act: (typeof STEPS)[number]; wait: number };

const histories = fc.array(
  fc.record({
    act: fc.constantFrom(...STEPS),
    /** Hours that pass before it. */
    wait: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 200 })),
  }),
  { minLength: 1, maxLength: 14 },
);

/** Whatever is tried in whatever order, only what the rules allow happens. */
test("no history leads an event where it must not be", async ({ db }) => {
  const { staff } = await draft(db);
  await fc.assert(
    fc.asyncProperty(histories, async (steps: Step[]) => {
      const { eventId } = await draft(db);
      const first = { viewer: staff, eventId, now: NOW };
      const content = await contentOf(db, eventId, { venueName: "本社ホール" });
      await editEvent(db, { ...first, version: 1, content, sayWhat });
      let now = NOW;
      for (const { act, wait } of steps) {
        now = later(now, wait * HOUR);
        const before = await eventOf(db, eventId);
        const state = stateOf(before, now);
        const hasBegun = before.startsAt <= now;
        const on = { viewer: staff, eventId, now };
        const date = {
          startsAt: later(now, 10 * DAY),
          endsAt: later(now, 10 * DAY + 3 * HOUR),
          timeZone: "Asia/Tokyo",
        };
        const version = before.version;
        const done = await {
          publish: () => publishEvent(db, on),
          schedule: () => schedulePublication(db, { ...on, at: later(now, DAY) }),
          unschedule: () => unschedulePublication(db, on),
          due: async () => ({ ok: (await publishDueEvents(db, { now })) > 0 }),
          edit: () => editEvent(db, { ...on, version, content, sayWhat }),
          move: () => moveEvent(db, { ...on, version, date, message: "" }),
          postpone: () => postponeEvent(db, { ...on, message: "延期します" }),
          cancel: () => cancelEvent(db, { ...on, message: "中止します" }),
        }[act]();
        const event = await eventOf(db, eventId);
        const next = stateOf(event, now);

        // What was refused changed nothing but that a due draft may be one again.
        if (!done.ok && act !== "due") expect(event).toEqual(before);
        if (done.ok && act !== "unschedule" && act !== "due") {
          expect(canDo(act, state, { hasBegun })).toBe(true);
        }
        if (state === "cancelled") expect(next).toBe("cancelled");
        if (state === "finished") expect(next).toBe("finished");
        if (state !== "draft") expect(next).not.toBe("draft");
        if (done.ok) {
          const expected = {
            publish: "published",
            schedule: "draft",
            unschedule: "draft",
            due: "published",
            edit: state,
            move: "published",
            postpone: "postponed",
            cancel: "cancelled",
          }[act];
          expect(next).toBe(expected);
        }
        expect(event.sequence).toBeGreaterThanOrEqual(before.sequence);
        if (next !== state && state !== "draft") {
          expect(event.sequence).toBe(before.sequence + 1);
        }
        if (event.publishAt) expect(next).toBe("draft");
      }
      await discardEvent(db, { viewer: staff, eventId, now });
    }),
    { numRuns: 40 },
  );
}, 120_000);
