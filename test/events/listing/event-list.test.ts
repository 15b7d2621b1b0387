import { listEvents, listNextEvents, listRegions } from "#app/events/listing/event-list.server.ts";
import {
  type EventFilter,
  eventListUrl,
  isNarrowed,
  parseEventFilter,
} from "#app/events/listing/event-list.ts";
import { after, DAY, HOUR } from "#app/lib/time.ts";
import { eventAreas } from "#db/schema/events.ts";
import { cast } from "#test/questions/cast.ts";
import { expect, test } from "#test/support/database.ts";
import { createEvent, createRegistration, createTicketType } from "#test/support/events.ts";
import { createArea, NOW } from "#test/support/factories.ts";

const parse = (query: string) => parseEventFilter(new URLSearchParams(query));

test("a filter lives in the address, and what makes no sense is left out", () => {
  const query = "when=past&kind=webinar&place=online&area=forms&phase=trial&region=東京";
  const filter = parse(query);
  expect(new URL(eventListUrl(filter), "https://portal.example").searchParams.toString()).toBe(
    new URLSearchParams(query).toString(),
  );
  expect(isNarrowed(filter)).toBe(true);
  const nonsense = parse("when=x&kind=party&place=moon&phase=9&after=%00&before=abc&region=");
  expect(nonsense).toEqual({ time: "coming" });
  expect(isNarrowed(nonsense)).toBe(false);
  expect(eventListUrl(nonsense)).toBe("/events");
});

test("pages follow each other without a gap, in both directions and both tabs", async ({ db }) => {
  const { staff } = await cast(db);
  for (let n = 0; n < 45; n += 1) {
    // Three of a kind begin at once: the order is still one.
    const startsAt = after(NOW, (Math.floor(n / 3) + 1) * DAY);
    await createEvent(db, { title: `これから${n}`, startsAt, createdBy: staff.id });
    const began = after(NOW, -(Math.floor(n / 3) + 1) * DAY);
    await createEvent(db, { title: `これまで${n}`, startsAt: began, createdBy: staff.id });
  }
  for (const time of ["coming", "past"] as const) {
    const page = (filter: EventFilter) => listEvents(db, { viewer: undefined, filter, now: NOW });
    expect((await page({ time })).events).toEqual([]);
    const read = async (filter: EventFilter) => listEvents(db, { viewer: staff, filter, now: NOW });
    const first = await read({ time });
    const second = await read({ time, from: first.next });
    const third = await read({ time, from: second.next });
    expect([first, second, third].map(({ events }) => events.length)).toEqual([20, 20, 5]);
    expect([first.previous, third.next]).toEqual([undefined, undefined]);
    const titles = [first, second, third].flatMap(({ events }) => events.map(({ id }) => id));
    expect(new Set(titles).size).toBe(45);
    const starts = [first, second, third].flatMap(({ events }) =>
      events.map(({ startsAt }) => startsAt.getTime()),
    );
    const sorted = [...starts].sort((a, b) => (time === "coming" ? a - b : b - a));
    expect(starts).toEqual(sorted);
    const back = await read({ time, from: third.previous });
    expect(back.events.map(({ id }) => id)).toEqual(second.events.map(({ id }) => id));
    const top = await read({ time, from: back.previous });
    expect(top.events.map(({ id }) => id)).toEqual(first.events.map(({ id }) => id));
    expect(top.previous).toBeUndefined();
    expect(top.next).toBeDefined();
  }
});

test("an event is coming until it is over, however long it takes", async ({ db }) => {
  const running = await createEvent(db, {
    scope: "public",
    startsAt: after(NOW, -13 * DAY),
    endsAt: after(NOW, HOUR),
  });
  const ended = await createEvent(db, {
    scope: "public",
    startsAt: after(NOW, -2 * HOUR),
    endsAt: NOW,
  });
  const ids = async (time: "coming" | "past") =>
    (await listEvents(db, { viewer: undefined, filter: { time }, now: NOW })).events.map(
      ({ id, state }) => [id, state],
    );
  expect(await ids("coming")).toEqual([[running.id, "published"]]);
  expect(await ids("past")).toEqual([[ended.id, "finished"]]);
});

test("filters narrow, and events held in both ways fit both", async ({ db }) => {
  const area = await createArea(db);
  const open = { scope: "public" } as const;
  const hall = await createEvent(db, { ...open, region: "大阪府", kind: "workshop" });
  const net = await createEvent(db, { ...open, place: "online", phases: ["introduction"] });
  const both = await createEvent(db, { ...open, place: "hybrid", region: "東京都" });
  await db.insert(eventAreas).values({ eventId: both.id, productAreaId: area.id });
  const ids = async (filter: Partial<EventFilter>) => {
    const page = await listEvents(db, {
      viewer: undefined,
      filter: { time: "coming", ...filter },
      now: NOW,
    });
    return page.events.map(({ id }) => id);
  };
  expect(await ids({ kind: "workshop" })).toEqual([hall.id]);
  expect(await ids({ place: "online" })).toEqual([net.id, both.id]);
  expect(await ids({ place: "on-site" })).toEqual([hall.id, both.id]);
  expect(await ids({ area: area.slug })).toEqual([both.id]);
  expect(await ids({ area: "nonesuch" })).toEqual([]);
  expect(await ids({ phase: "introduction" })).toEqual([hall.id, net.id, both.id]);
  expect(await ids({ phase: "established" })).toEqual([hall.id, both.id]);
  expect(await ids({ region: "東京都", place: "online" })).toEqual([both.id]);
  const regions = { viewer: undefined, filter: { time: "coming" }, now: NOW } as const;
  expect(await listRegions(db, regions)).toEqual(["大阪府", "東京都"]);
});

test("one's own events are those one applied for; they come first at home", async ({ db }) => {
  const { asker, colleague } = await cast(db);
  const soon = await createEvent(db, { startsAt: after(NOW, DAY) });
  const later = await createEvent(db, { startsAt: after(NOW, 9 * DAY) });
  const gone = await createEvent(db, { startsAt: after(NOW, 2 * DAY) });
  await createEvent(db, { startsAt: after(NOW, HOUR), cancelledAt: NOW, cancelledBy: asker.id });
  const ticket = await createTicketType(db, { eventId: later.id });
  const gave = await createTicketType(db, { eventId: gone.id });
  await createRegistration(db, { event: later, ticket, person: asker, state: "waitlisted" });
  await createRegistration(db, { event: gone, ticket: gave, person: asker, state: "cancelled" });
  const mine = await listEvents(db, { viewer: asker, filter: { time: "mine" }, now: NOW });
  expect(mine.events.map(({ id, own }) => [id, own])).toEqual([[later.id, "waitlisted"]]);
  expect(mine.events[0]?.tickets).toEqual([
    {
      admission: "first-come",
      capacity: 20,
      taken: 0,
      waiting: 1,
      applied: 0,
      drawnAt: null,
    },
  ]);
  const home = async (viewer: typeof asker) =>
    (await listNextEvents(db, { viewer, now: NOW })).map(({ id }) => id);
  expect(await home(asker)).toEqual([later.id, soon.id, gone.id]);
  expect(await home(colleague)).toEqual([soon.id, gone.id, later.id]);
  const nobody = await listEvents(db, { viewer: undefined, filter: { time: "mine" }, now: NOW });
  expect(nobody.events).toEqual([]);
});
