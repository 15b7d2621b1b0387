import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { copyEvent, makeCopies } from "#app/events/organising/copying.server.ts";
import { createFromTemplate } from "#app/events/organising/creating.server.ts";
import { grantOrganising } from "#app/events/organising/organisers.server.ts";
import { templateOf } from "#app/events/organising/templates.ts";
import { addTicket } from "#app/events/organising/tickets.server.ts";
import { DAY, HOUR, after as later } from "#app/lib/time.ts";
import {
  eventOrganisers,
  eventQuestions,
  eventSessions,
  sessionSpeakers,
  ticketTypes,
} from "#db/schema/events.ts";
import { EVENT_KINDS, LOCALES } from "#db/vocabulary.ts";
import { cast } from "#test/questions/cast.ts";
import { certify } from "#test/support/certification.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createRegistration } from "#test/support/events.ts";
import { draft, eventOf, NOW, START, ticket } from "./scene.ts";

const event = {
  kind: "user-group",
  title: "第1回ユーザー会",
  startsAt: START,
  timeZone: "Asia/Tokyo",
} as const;

describe("templates", () => {
  for (const kind of EVENT_KINDS) {
    for (const locale of LOCALES) {
      test(`the one of ${kind} is whole in ${locale}`, () => {
        const template = templateOf(kind, locale);
        const length = template.sessions.reduce((sum, { minutes }) => sum + minutes, 0);
        expect(length).toBe(template.minutes);
        const words = [
          template.title,
          template.summary,
          template.body,
          ...template.sessions.map(({ title }) => title),
          ...template.tickets.map(({ name }) => name),
          ...template.questions.map(({ label }) => label),
        ];
        expect(words.filter((word) => word === "")).toEqual([]);
        for (const { kind: asked, choices } of template.questions) {
          expect(choices.length > 1).toBe(asked !== "text");
        }
      });
    }
  }

  for (const kind of EVENT_KINDS) {
    test(`a draft is made from ${kind}`, async ({ db }) => {
      const { staff } = await cast(db);
      const made = await createFromTemplate(db, {
        viewer: staff,
        event: { ...event, kind },
        now: NOW,
      });
      if (!made.ok) throw new Error(made.reason);
      const { eventId } = made;
      const stored = await eventOf(db, eventId);
      const template = templateOf(kind, "ja");
      expect(stored).toMatchObject({ kind, title: event.title, publishedAt: null, version: 1 });
      expect(stored.bodyHtml).toContain("<h3");
      const parts = [eventSessions, ticketTypes, eventQuestions];
      const counts = [];
      for (const part of parts) {
        counts.push((await db.select().from(part).where(eq(part.eventId, eventId))).length);
      }
      const { sessions, tickets, questions } = template;
      expect(counts).toEqual([sessions.length, tickets.length, questions.length]);
      const organisers = await db.select().from(eventOrganisers);
      expect(organisers).toMatchObject([{ eventId, personId: staff.id }]);
    });
  }
});

test("members create nothing; supporters do with permission, as long as they are supporters", async ({
  db,
}) => {
  const { member, home, asker, staff } = await cast(db);
  const supporter = await member(home);
  await certify(db, supporter);
  const asSupporter = { ...supporter, isSupporter: true };
  const create = (viewer: typeof asker) => createFromTemplate(db, { viewer, event, now: NOW });
  expect(await create(asker)).toEqual({ ok: false, reason: "not-allowed" });
  expect(await create(asSupporter)).toEqual({ ok: false, reason: "not-allowed" });
  const act = { actorId: staff.id, now: NOW };
  expect(await grantOrganising(db, { personId: asker.id, ...act })).toEqual({
    ok: false,
    reason: "not-a-supporter",
  });
  expect(await grantOrganising(db, { personId: supporter.id, ...act })).toEqual({ ok: true });
  expect(await create(asSupporter)).toMatchObject({ ok: true });
  expect(await create({ ...asSupporter, isSupporter: false })).toMatchObject({ ok: false });
});

describe("copies", () => {
  test("take everything over but people, and shift what has a date", async ({ db }) => {
    const scene = await draft(db);
    const { staff, asker, eventId } = scene;
    const act = { viewer: staff, eventId, now: NOW };
    const drawAt = later(START, -2 * DAY);
    const added = await addTicket(db, {
      ...act,
      content: ticket({ name: "抽選枠", admission: "lottery", drawAt }),
    });
    if (!added.ok) throw new Error(added.reason);
    const [session] = await db.select().from(eventSessions);
    await db
      .insert(sessionSpeakers)
      .values({ sessionId: session?.id ?? 0, position: 1, personId: asker.id });
    await createRegistration(db, {
      event: { id: eventId },
      ticket: { id: added.ticketTypeId },
      person: asker,
      state: "applied",
    });

    const startsAt = later(START, 21 * DAY + HOUR);
    const copied = await copyEvent(db, { ...act, title: "夏のワークショップ", startsAt });
    if (!copied.ok) throw new Error(copied.reason);
    const [source, copy] = [await eventOf(db, eventId), await eventOf(db, copied.eventId)];
    expect(copy).toMatchObject({
      title: "夏のワークショップ",
      startsAt,
      bodyHtml: source.bodyHtml,
    });
    expect(copy.endsAt.getTime() - startsAt.getTime()).toBe(
      source.endsAt.getTime() - source.startsAt.getTime(),
    );
    expect(copy.uid).not.toBe(source.uid);
    expect(copy.checkInCode).not.toBe(source.checkInCode);
    const tickets = await db
      .select()
      .from(ticketTypes)
      .where(eq(ticketTypes.eventId, copied.eventId))
      .orderBy(asc(ticketTypes.position));
    const lottery = tickets.find(({ admission }) => admission === "lottery");
    expect(lottery?.drawAt).toEqual(later(startsAt, -2 * DAY));
    const [seeds] = [await db.select({ seed: ticketTypes.drawSeed }).from(ticketTypes)];
    const known = seeds.flatMap(({ seed }) => seed ?? []);
    expect(new Set(known).size).toBe(2);
    const speakers = await db.select().from(sessionSpeakers);
    expect(speakers).toHaveLength(1);
  });

  test("a seed is committed to before anybody applies", async ({ db }) => {
    const { staff, eventId } = await draft(db);
    const content = ticket({ admission: "lottery", drawAt: later(START, -DAY) });
    await addTicket(db, { viewer: staff, eventId, content, now: NOW });
    const lottery = (await db.select().from(ticketTypes)).find(({ drawSeed }) => drawSeed);
    expect(lottery?.drawSeed).toMatch(/^[0-9a-f]{64}$/);
    expect(lottery?.drawCommitment).toBe(
      createHash("sha256")
        .update(lottery?.drawSeed ?? "")
        .digest("hex"),
    );
  });

  test("come in a rhythm, numbered", async ({ db }) => {
    const { staff, asker, eventId } = await draft(db);
    const made = await makeCopies(db, {
      viewer: staff,
      eventId,
      title: "第{n}回",
      rhythm: "week",
      count: 3,
      now: NOW,
    });
    if (!made.ok) throw new Error(made.reason);
    const copies = await Promise.all(made.eventIds.map((id) => eventOf(db, id)));
    expect(copies.map(({ title }) => title)).toEqual(["第1回", "第2回", "第3回"]);
    expect(copies.map(({ startsAt }) => startsAt)).toEqual(
      [7, 14, 21].map((days) => later(START, days * DAY)),
    );
    const refused = await makeCopies(db, {
      viewer: asker,
      eventId,
      title: "x",
      rhythm: "week",
      count: 1,
      now: NOW,
    });
    expect(refused).toEqual({ ok: false, reason: "not-found" });
  });
});
