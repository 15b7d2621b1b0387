import { eq, inArray } from "drizzle-orm";
import sharp from "sharp";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import type { FileStore } from "#app/files/file-store.server.ts";
import { purgeUnattachedImages } from "#app/files/purge.server.ts";
import { storeUpload } from "#app/files/store-upload.server.ts";
import { findVisibleFile } from "#app/files/visible-file.server.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { eventMaterials } from "#db/schema/attendances.ts";
import { eventImages, events } from "#db/schema/events.ts";
import { type FileKind, files } from "#db/schema/files.ts";
import { describe, expect, test } from "#test/support/database.ts";
import {
  createEvent,
  createRegistration,
  createTicketType,
  inviteTo,
} from "#test/support/events.ts";
import { createOrganisation, createPerson, NOW, viewerOf } from "#test/support/factories.ts";

const store: FileStore = {
  put: async () => {},
  get: async () => undefined,
  delete: async () => {},
};
const bytes = await sharp({
  create: { width: 40, height: 20, channels: 3, background: "#123456" },
})
  .png()
  .toBuffer();

async function stored(db: Db, ownerId: number, kind: FileKind) {
  const result = await storeUpload(db, { store, ownerId, kind, bytes, now: NOW });
  if (!result.ok) throw new Error(result.reason);
  return result.fileId;
}

async function memberOf(db: Db) {
  const organisation = await createOrganisation(db);
  return viewerOf(await createPerson(db, { organisationId: organisation.id }), organisation);
}

/** An event whose text shows an image, that wears a cover, and hands out a paper to attendees. */
async function eventWithFiles(db: Db, values: Parameters<typeof createEvent>[1] = {}) {
  const staff = viewerOf(await createPerson(db, { role: "staff" }));
  const event = await createEvent(db, { createdBy: staff.id, ...values });
  const [image, cover, paper] = [
    await stored(db, staff.id, "image"),
    await stored(db, staff.id, "cover"),
    await stored(db, staff.id, "material"),
  ];
  await db.insert(eventImages).values({ eventId: event.id, fileId: image });
  await db.update(events).set({ coverFileId: cover }).where(eq(events.id, event.id));
  await db.insert(eventMaterials).values({
    eventId: event.id,
    title: "配布資料",
    fileId: paper,
    audience: "attendees",
    addedBy: staff.id,
    addedAt: NOW,
  });
  return { event, staff, fileIds: { image, cover, paper } };
}

type Made = Awaited<ReturnType<typeof eventWithFiles>>;

async function seen(db: Db, viewer: MaybeViewer, { fileIds }: Made) {
  const names = [];
  for (const [name, fileId] of Object.entries(fileIds)) {
    if (await findVisibleFile(db, { viewer, fileId })) names.push(name);
  }
  return names.join(" ");
}

describe("files of an event", () => {
  test("are seen by whoever sees it; what is for attendees by those with a place", async ({
    db,
  }) => {
    const made = await eventWithFiles(db);
    const [member, guest] = [await memberOf(db), await memberOf(db)];
    const ticket = await createTicketType(db, { eventId: made.event.id });
    await createRegistration(db, { event: made.event, ticket, person: guest });
    expect(await seen(db, undefined, made)).toBe("");
    expect(await seen(db, member, made)).toBe("image cover");
    expect(await seen(db, guest, made)).toBe("image cover paper");
    expect(await seen(db, made.staff, made)).toBe("image cover paper");
  });

  test("of a draft or a meeting of the invited exist for nobody else", async ({ db }) => {
    const [member, invited] = [await memberOf(db), await memberOf(db)];
    const draft = await eventWithFiles(db, { published: false, scope: "public" });
    expect(await seen(db, undefined, draft)).toBe("");
    expect(await seen(db, member, draft)).toBe("");
    const closed = await eventWithFiles(db, { invitedOnly: true, scope: "public" });
    await inviteTo(db, { event: closed.event, person: invited });
    expect(await seen(db, undefined, closed)).toBe("");
    expect(await seen(db, member, closed)).toBe("");
    expect(await seen(db, invited, closed)).toBe("image cover");
  });

  test("of a public event are seen without logging in, but not its papers", async ({ db }) => {
    const made = await eventWithFiles(db, { scope: "public" });
    expect(await seen(db, undefined, made)).toBe("image cover");
  });

  test("that were taken away are gone for all but whoever put them there", async ({ db }) => {
    const made = await eventWithFiles(db);
    const guest = await memberOf(db);
    const ticket = await createTicketType(db, { eventId: made.event.id });
    await createRegistration(db, { event: made.event, ticket, person: guest });
    const removed = { removedAt: NOW, removedBy: made.staff.id };
    await db.update(eventMaterials).set(removed).where(eq(eventMaterials.eventId, made.event.id));
    expect(await seen(db, guest, made)).toBe("image cover");
  });

  test("are kept as long as the event shows them, and purged afterwards", async ({ db }) => {
    const { event, staff, fileIds } = await eventWithFiles(db);
    const loose = await stored(db, staff.id, "cover");
    const olderThan = after(NOW, DAY);
    const left = async () => {
      await purgeUnattachedImages(db, { store, olderThan });
      const ids = [...Object.values(fileIds), loose];
      const rows = await db.select({ id: files.id }).from(files).where(inArray(files.id, ids));
      return rows.map(({ id }) => id).sort();
    };
    expect(await left()).toEqual(Object.values(fileIds).sort());
    await db.delete(eventImages).where(eq(eventImages.eventId, event.id));
    await db.update(events).set({ coverFileId: null }).where(eq(events.id, event.id));
    expect(await left()).toEqual([fileIds.paper]);
  });
});
