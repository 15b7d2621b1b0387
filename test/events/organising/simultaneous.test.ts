import { eq } from "drizzle-orm";
import { test } from "vitest";
import { cancelEvent, postponeEvent } from "#app/events/organising/calling-off.server.ts";
import { createFromTemplate } from "#app/events/organising/creating.server.ts";
import { editEvent } from "#app/events/organising/editing.server.ts";
import { publishDueEvents, publishEvent } from "#app/events/organising/publishing.server.ts";
import { removeTicket } from "#app/events/organising/tickets.server.ts";
import { eventHistory, ticketTypes } from "#db/schema/events.ts";
import { cast } from "#test/questions/cast.ts";
import { expect, freshDatabase } from "#test/support/database.ts";
import { contentOf, eventOf, NOW, START, sayWhat } from "./scene.ts";

test("of several people at once, one saves, one publishes, one calls off", async () => {
  const { db, close } = await freshDatabase(12);
  try {
    const { staff } = await cast(db);
    const made = await createFromTemplate(db, {
      viewer: staff,
      event: { kind: "webinar", title: "ウェビナー", startsAt: START, timeZone: "Asia/Tokyo" },
      now: NOW,
    });
    if (!made.ok) throw new Error(made.reason);
    const { eventId } = made;
    const act = { viewer: staff, eventId, now: NOW };
    const content = await contentOf(db, eventId, { onlineUrl: "https://meet.example/a" });
    const many = <Outcome>(run: (n: number) => Promise<Outcome>) =>
      Promise.all(Array.from({ length: 8 }, (_, n) => run(n)));
    const succeeded = (outcomes: { ok: boolean }[]) => outcomes.filter(({ ok }) => ok).length;

    const edits = await many((n) =>
      editEvent(db, {
        ...act,
        version: 1,
        content: { ...content, title: `第${n}案` },
        sayWhat,
      }),
    );
    expect(succeeded(edits)).toBe(1);
    expect((await eventOf(db, eventId)).version).toBe(2);

    const publications = await many((n) =>
      n % 2
        ? publishEvent(db, act)
        : publishDueEvents(db, { now: NOW }).then(() => ({ ok: false })),
    );
    expect(succeeded(publications)).toBe(1);

    // The last ticket stays, however it is tried.
    const [ticket] = await db.select().from(ticketTypes).where(eq(ticketTypes.eventId, eventId));
    const removals = await many(() => removeTicket(db, { ...act, ticketTypeId: ticket?.id ?? 0 }));
    expect(succeeded(removals)).toBe(0);

    const endings = await many((n) =>
      n % 2
        ? cancelEvent(db, { ...act, message: "中止します" })
        : postponeEvent(db, { ...act, message: "延期します" }),
    );
    const event = await eventOf(db, eventId);
    expect(event.cancelledAt).not.toBeNull();
    expect(event.sequence).toBe(succeeded(endings));
    const kinds = (await db.select().from(eventHistory)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "cancelled")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "published")).toHaveLength(1);
  } finally {
    await close();
  }
}, 60_000);
