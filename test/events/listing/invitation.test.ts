import { eq } from "drizzle-orm";
import { findEventPage } from "#app/events/listing/event-reading.server.ts";
import type { Db } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { eventInvitations } from "#db/schema/registrations.ts";
import { expect, test } from "#test/support/database.ts";
import { createEvent, inviteTo } from "#test/support/events.ts";
import { createPerson, NOW, viewerOf } from "#test/support/factories.ts";

test("the invited read who invites them and with which words, nobody else does", async ({ db }) => {
  const event = await createEvent(db);
  const [invited, other] = [viewerOf(await createPerson(db)), viewerOf(await createPerson(db))];
  const id = await inviteTo(db, { event, person: invited });
  const words = { message: "ぜひお話を聞かせてください。" };
  await db.update(eventInvitations).set(words).where(eq(eventInvitations.id, id));
  const [host] = await db.select().from(people).where(eq(people.id, event.createdBy));
  const read = async (tx: Db, viewer: typeof invited | undefined) =>
    (await findEventPage(tx, { viewer, eventId: event.id, now: NOW }))?.invitation;
  expect(await read(db, invited)).toEqual({ by: host?.name, ...words });
  expect(await read(db, other)).toBeNull();
  const withdrawn = { withdrawnAt: NOW, withdrawnBy: event.createdBy };
  await db.update(eventInvitations).set(withdrawn).where(eq(eventInvitations.id, id));
  expect(await read(db, invited)).toBeNull();
});
