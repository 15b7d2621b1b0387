import { nameSize, sheetsOf } from "#app/events/guests/name-size.ts";
import { listForPrint } from "#app/events/guests/printing.server.ts";
import { eventSessions, sessionSpeakers } from "#db/schema/events.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createTicketType } from "#test/support/events.ts";
import { NOW } from "#test/support/factories.ts";
import { meeting } from "./scene.ts";

describe("what is printed of an event", () => {
  test("are the confirmed by company and name; private companies come last, unnamed", async ({
    db,
  }) => {
    const { event, ticket, away, guest } = await meeting(db);
    await guest("confirmed", { name: "渡辺", reading: "わたなべ", organisationId: away.id });
    await guest("confirmed", { name: "秘密", reading: "あ", showsOrganisation: false });
    await guest("confirmed", { name: "山田", reading: "やまだ" });
    const speaker = await guest("confirmed", { name: "青木", reading: "あおき" });
    await guest("waitlisted");
    await guest("applied");
    await guest("cancelled");
    const [session] = await db
      .insert(eventSessions)
      .values({ eventId: event.id, startsAfter: 0, minutes: 30, title: "事例", createdAt: NOW })
      .returning();
    await db
      .insert(sessionSpeakers)
      .values({ sessionId: session?.id ?? 0, position: 1, personId: speaker.person.id });
    const list = { eventId: event.id, ticketTypeIds: [ticket.id] };
    const { guests } = await listForPrint(db, list);
    expect(guests.map(({ name, organisationName }) => [name, organisationName])).toEqual([
      ["渡辺", "若葉商事"],
      ["青木", "青葉製作所"],
      ["山田", "青葉製作所"],
      ["秘密", null],
    ]);
    expect(guests.map(({ isSpeaker }) => isSpeaker)).toEqual([false, true, false, false]);
    expect(guests[3]?.organisationHidden).toBe(true);

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const part = await listForPrint(db, { ...list, cursor, limit: 1 });
      seen.push(...part.guests.map(({ name }) => name));
      cursor = part.next;
    } while (cursor);
    expect(seen).toEqual(["渡辺", "青木", "山田", "秘密"]);
    const other = await createTicketType(db, { eventId: event.id });
    expect((await listForPrint(db, { ...list, ticketTypeIds: [other.id] })).guests).toEqual([]);
  });
});

describe("a name card", () => {
  test("has the largest type in which the name fits", () => {
    expect(nameSize("山田 花子")).toBe(26);
    expect(nameSize("勅使河原 龍之介左衛門")).toBe(18);
    expect(nameSize("Maximilian Alexander von Habsburg")).toBe(12);
    expect(nameSize("長".repeat(60))).toBe(12);
  });

  test("lies on a sheet of ten", () => {
    const sheets = sheetsOf(Array.from({ length: 23 }, (_, n) => n));
    expect(sheets.map((sheet) => sheet.length)).toEqual([10, 10, 3]);
  });
});
