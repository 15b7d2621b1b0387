import { eq } from "drizzle-orm";
import fc from "fast-check";
import type { Viewer } from "#app/auth/viewer.ts";
import { cancelRegistration, removeRegistration } from "#app/events/admission/cancelling.server.ts";
import {
  acceptOffer,
  declineOffer,
  fillTicket,
  lapseOffers,
} from "#app/events/admission/offers.server.ts";
import { findLive, findOwnRegistration } from "#app/events/admission/reading.server.ts";
import { HOUR, after as later } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { ticketTypes } from "#db/schema/events.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createOrganisation, NOW } from "#test/support/factories.ts";
import { apply, expectExact, meeting, memberOf, staffOf } from "./scene.ts";

const OFFER_HOURS = 24;
const PEOPLE = 9;
const ORGANISATIONS = 4;

type Deed =
  | { kind: "apply" | "cancel" | "accept" | "decline" | "remove"; who: number }
  | { kind: "wait"; hours: number }
  | { kind: "grow"; by: number }
  | { kind: "job" };

const who = fc.integer({ min: 0, max: PEOPLE - 1 });
const deeds = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant("apply" as const), who }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant("cancel" as const), who }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant("accept" as const), who }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("decline" as const), who }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), who }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("wait" as const),
        hours: fc.integer({ min: 1, max: 30 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("grow" as const),
        by: fc.integer({ min: 1, max: 2 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: "job" as const }) },
  ),
  { minLength: 5, maxLength: 35 },
);

/** The rules once more, as plainly as they can be said: what people are promised. */
class Promised {
  confirmed = new Set<number>();
  offers = new Map<number, number>();
  line: number[] = [];
  hour = 0;
  private capacity: number;
  private readonly cap: number | null;
  private readonly organisationOf: (who: number) => number;

  constructor(capacity: number, cap: number | null, organisationOf: (who: number) => number) {
    this.capacity = capacity;
    this.cap = cap;
    this.organisationOf = organisationOf;
  }

  stateOf(who: number) {
    if (this.confirmed.has(who)) return "confirmed";
    const until = this.offers.get(who);
    if (until !== undefined) return "offered";
    return this.line.includes(who) ? "waitlisted" : "none";
  }

  private hasRoom(who: number) {
    const taking = [...this.confirmed, ...this.offers.keys()];
    const own = taking.filter((one) => this.organisationOf(one) === this.organisationOf(who));
    return taking.length < this.capacity && (this.cap === null || own.length < this.cap);
  }

  private fill() {
    for (;;) {
      const next = this.line.find((one) => this.hasRoom(one));
      if (next === undefined) return;
      this.line = this.line.filter((one) => one !== next);
      this.offers.set(next, this.hour + OFFER_HOURS);
    }
  }

  lapse() {
    const over = [...this.offers].filter(([, until]) => until <= this.hour);
    for (const [one] of over) this.offers.delete(one);
    if (over.length > 0) this.fill();
  }

  /** Whether it was taken; nothing at all happens to the application of somebody who has one. */
  apply(who: number): boolean {
    const until = this.offers.get(who);
    if (this.stateOf(who) !== "none" && !(until !== undefined && until <= this.hour)) return false;
    this.lapse();
    if (this.hasRoom(who)) this.confirmed.add(who);
    else this.line.push(who);
    return true;
  }

  leave(who: number) {
    this.lapse();
    this.confirmed.delete(who);
    this.offers.delete(who);
    this.line = this.line.filter((one) => one !== who);
    this.fill();
  }

  accept(who: number) {
    this.lapse();
    if (this.offers.delete(who)) this.confirmed.add(who);
  }

  grow(by: number) {
    this.lapse();
    this.capacity += by;
    this.fill();
  }
}

type Play = {
  db: Db;
  members: Viewer[];
  staff: Viewer;
  where: Awaited<ReturnType<typeof meeting>>;
  promised: Promised;
};

async function play({ db, members, staff, where, promised }: Play, deed: Deed) {
  const now = later(NOW, promised.hour * HOUR);
  const eventId = where.event.id;
  if (deed.kind === "wait") {
    promised.hour += deed.hours;
    return;
  }
  if (deed.kind === "job") {
    await lapseOffers(db, { now });
    return promised.lapse();
  }
  if (deed.kind === "grow") {
    const [{ capacity } = { capacity: 0 }] = await db
      .select()
      .from(ticketTypes)
      .where(eq(ticketTypes.id, where.ticket.id));
    await db
      .update(ticketTypes)
      .set({ capacity: capacity + deed.by })
      .where(eq(ticketTypes.id, where.ticket.id));
    await fillTicket(db, { ticketTypeId: where.ticket.id, now });
    return promised.grow(deed.by);
  }
  const viewer = members[deed.who] as Viewer;
  const act = { viewer, eventId, now };
  const live = await findLive(db, { eventId, personId: viewer.id });
  if (deed.kind === "apply") {
    const outcome = await apply(db, viewer, where, { now });
    expect(outcome.ok).toBe(promised.apply(deed.who));
  } else if (deed.kind === "cancel") {
    await cancelRegistration(db, act);
    if (live) promised.leave(deed.who);
  } else if (deed.kind === "remove") {
    if (!live) return;
    await removeRegistration(db, { viewer: staff, registrationId: live.id, note: "", now });
    promised.leave(deed.who);
  } else if (deed.kind === "accept") {
    await acceptOffer(db, act);
    if (live) promised.accept(deed.who);
  } else {
    const wasOffered = promised.stateOf(deed.who) === "offered";
    await declineOffer(db, act);
    if (wasOffered) promised.leave(deed.who);
    else if (live) promised.lapse();
  }
}

describe("whatever people do in whatever order", { timeout: 120_000 }, () => {
  test("places are exactly as promised", async ({ db }) => {
    const organisations = await Promise.all(
      Array.from({ length: ORGANISATIONS }, () => createOrganisation(db)),
    );
    const members: Viewer[] = [];
    for (let index = 0; index < PEOPLE; index += 1) {
      members.push(await memberOf(db, organisations[index % ORGANISATIONS]));
    }
    const staff = await staffOf(db);
    const settings = fc.record({
      capacity: fc.integer({ min: 1, max: 4 }),
      organisationCap: fc.option(fc.integer({ min: 1, max: 2 })),
    });
    await fc.assert(
      fc.asyncProperty(settings, deeds, async ({ capacity, organisationCap }, history) => {
        const startsAt = later(NOW, 2_000 * HOUR);
        const where = await meeting(
          db,
          { capacity, organisationCap },
          { startsAt, offerHours: OFFER_HOURS, createdBy: staff.id },
        );
        const promised = new Promised(capacity, organisationCap, (one) => one % ORGANISATIONS);
        for (const deed of history) {
          await play({ db, members, staff, where, promised }, deed as Deed);
          await expectExact(db, where.ticket.id);
        }
        await lapseOffers(db, { now: later(NOW, promised.hour * HOUR) });
        promised.lapse();
        for (const [index, viewer] of members.entries()) {
          const own = await findOwnRegistration(db, { viewer, eventId: where.event.id });
          const state = own?.state === "cancelled" ? "none" : (own?.state ?? "none");
          expect(state).toBe(promised.stateOf(index));
          const position = promised.line.indexOf(index);
          expect(own?.position ?? null).toBe(position < 0 ? null : position + 1);
        }
      }),
      { numRuns: 40 },
    );
  });
});
