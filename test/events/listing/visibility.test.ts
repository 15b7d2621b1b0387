import type { MaybeViewer } from "#app/auth/viewer.ts";
import { findEventPicture } from "#app/events/listing/event-image.server.ts";
import {
  listEvents,
  listEventsBetween,
  listNextEvents,
  listRegions,
  searchEvents,
} from "#app/events/listing/event-list.server.ts";
import { findEventPage } from "#app/events/listing/event-reading.server.ts";
import {
  listPublicEventAddresses,
  listPublicEvents,
} from "#app/events/listing/public-events.server.ts";
import { searchVectorText } from "#app/questions/search-terms.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { cast } from "#test/questions/cast.ts";
import { expect, test } from "#test/support/database.ts";
import {
  createEvent,
  createRegistration,
  createTicketType,
  inviteTo,
} from "#test/support/events.ts";
import { NOW } from "#test/support/factories.ts";

const KINDS = ["open", "customers", "supporters", "invited", "draft"] as const;
type Kind = (typeof KINDS)[number];

/** One event of every reach, each in a region of its own. */
async function scene(db: DbOrTx) {
  const people = await cast(db);
  const create = async (kind: Kind) =>
    createEvent(db, {
      title: `連携を学ぶ会 ${kind}`,
      scope: kind === "open" || kind === "draft" ? "public" : kind === "invited" ? "public" : kind,
      invitedOnly: kind === "invited",
      published: kind !== "draft",
      region: `地域-${kind}`,
      searchVector: searchVectorText({ title: `連携を学ぶ会 ${kind}`, text: "" }),
    });
  const events = {} as Record<Kind, Awaited<ReturnType<typeof create>>>;
  for (const kind of KINDS) events[kind] = await create(kind);
  await inviteTo(db, { event: events.invited, person: people.colleague });
  return { people, events };
}

const seen: [string, readonly Kind[]][] = [
  ["anonymous", ["open"]],
  ["asker", ["open", "customers"]],
  ["supporter", ["open", "customers", "supporters"]],
  ["colleague", ["open", "customers", "invited"]],
  ["staff", ["open", "customers", "supporters", "invited"]],
];

test("lists, months, search, home, regions and pages agree on who sees what", async ({ db }) => {
  const { people, events } = await scene(db);
  const viewers: Record<string, MaybeViewer> = { ...people, anonymous: undefined } as never;
  const kindOf = (id: number) => KINDS.find((kind) => events[kind].id === id);
  const from = events.open.startsAt;
  for (const [who, kinds] of seen) {
    const viewer = viewers[who];
    const act = { viewer, now: NOW };
    const expected = [...kinds].sort();
    const kindsOf = (rows: { id: number }[]) => rows.map(({ id }) => kindOf(id)).sort();
    const { events: listed } = await listEvents(db, { ...act, filter: { time: "coming" } });
    expect(kindsOf(listed), `list of ${who}`).toEqual(expected);
    const span = { from, to: new Date(from.getTime() + 1) };
    expect(kindsOf(await listEventsBetween(db, { ...act, ...span })), `month of ${who}`).toEqual(
      expected,
    );
    const found = await searchEvents(db, { ...act, words: "連携を学ぶ会" });
    // Whoever runs a draft finds it.
    const searched = who === "staff" ? [...expected, "draft"].sort() : expected;
    expect(kindsOf(found), `search of ${who}`).toEqual(searched);
    const next = await listNextEvents(db, { ...act, limit: 9 });
    expect(kindsOf(next), `home of ${who}`).toEqual(expected);
    const regions = await listRegions(db, { ...act, filter: { time: "coming" } });
    expect(regions.sort(), `regions of ${who}`).toEqual(expected.map((kind) => `地域-${kind}`));
    for (const kind of KINDS) {
      const page = await findEventPage(db, { ...act, eventId: events[kind].id });
      const isThere = kinds.includes(kind) || (who === "staff" && kind === "draft");
      expect(page !== undefined, `page ${kind} of ${who}`).toBe(isThere);
    }
  }
});

test("feed, site map and pictures hold public events, whoever asks", async ({ db }) => {
  const { events } = await scene(db);
  const open = [events.open.id];
  expect((await listPublicEvents(db, { limit: 9 })).map(({ id }) => id)).toEqual(open);
  expect((await listPublicEventAddresses(db, { limit: 9 })).map(({ id }) => id)).toEqual(open);
  for (const kind of KINDS) {
    const act = { eventId: events[kind].id, portalName: "つどい", now: NOW };
    const picture = await findEventPicture(db, act);
    expect(picture !== undefined, kind).toBe(kind === "open");
  }
});

test("the way in is told to the confirmed alone, by where they take part", async ({ db }) => {
  const { people } = await scene(db);
  const event = await createEvent(db, {
    place: "hybrid",
    onlineUrl: "https://meet.example/secret",
    onlineNote: "ミーティングIDは 123 です。",
    venueNote: "裏口からお入りください。",
  });
  const room = await createTicketType(db, { eventId: event.id });
  const online = await createTicketType(db, { eventId: event.id, place: "online", position: 2 });
  const inside = async (viewer: MaybeViewer, now = NOW) =>
    (await findEventPage(db, { viewer, eventId: event.id, now }))?.inside;
  const register = (person: { id: number }, ticket: { id: number }, state = "confirmed") =>
    createRegistration(db, { event, ticket, person, state: state as "confirmed" });
  await register(people.asker, room);
  await register(people.colleague, online);
  await register(people.stranger, online, "waitlisted");
  await register(people.helper, room, "cancelled");
  expect(await inside(people.asker)).toEqual({
    venueNote: "裏口からお入りください。",
    onlineNote: "",
    hasLink: false,
  });
  expect(await inside(people.colleague)).toMatchObject({ venueNote: "", hasLink: true });
  expect(await inside(people.stranger)).toBeUndefined();
  expect(await inside(people.helper)).toBeUndefined();
  expect(await inside(people.lead)).toBeUndefined();
  expect(await inside(people.staff)).toMatchObject({ hasLink: true });
  const over = new Date(event.endsAt.getTime() + 1);
  expect(await inside(people.colleague, over)).toBeUndefined();
  const page = await findEventPage(db, { viewer: people.colleague, eventId: event.id, now: NOW });
  expect(JSON.stringify(page)).not.toContain("secret");
  expect(JSON.stringify(page)).not.toContain(event.checkInCode);
});
