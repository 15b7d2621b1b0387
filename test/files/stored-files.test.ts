import { eq } from "drizzle-orm";
import sharp from "sharp";
import type { Viewer } from "#app/auth/viewer.ts";
import type { FileStore } from "#app/files/file-store.server.ts";
import { DAILY_QUOTA } from "#app/files/images.ts";
import { purgeUnattachedImages } from "#app/files/purge.server.ts";
import { storeUpload } from "#app/files/store-upload.server.ts";
import { findVisibleFile } from "#app/files/visible-file.server.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { files } from "#db/schema/files.ts";
import { people } from "#db/schema/people.ts";
import { drafts, questionImages } from "#db/schema/question-activity.ts";
import { questions } from "#db/schema/questions.ts";
import type { Scope } from "#db/vocabulary.ts";
import { viewerOf } from "#test/people/viewer.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createArea, createOrganisation, createPerson, NOW } from "#test/support/factories.ts";

function memoryStore() {
  const kept = new Map<string, Uint8Array>();
  const store: FileStore = {
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async (key) => {
      const bytes = kept.get(key);
      return bytes && (new Response(new Uint8Array(bytes)).body ?? undefined);
    },
    delete: async (key) => void kept.delete(key),
  };
  return { store, kept };
}

const bytes = await sharp({
  create: { width: 20, height: 20, channels: 3, background: "#123456" },
})
  .png()
  .toBuffer();

async function storedImage(db: Db, ownerId: number, store: FileStore, now = NOW) {
  const result = await storeUpload(db, { store, ownerId, kind: "image", bytes, now });
  if (!result.ok) throw new Error(result.reason);
  return result.fileId;
}

async function createQuestion(db: Db, authorId: number, organisationId: number, scope: Scope) {
  const area = await createArea(db);
  const [row] = await db
    .insert(questions)
    .values({
      authorId,
      organisationId,
      scope,
      productAreaId: area.id,
      title: "画像のある質問",
      bodySource: "x",
      bodyHtml: "<p>x</p>",
      bodyText: "x",
      rendererVersion: 1,
      createdAt: NOW,
      lastActivityAt: NOW,
      searchVector: "",
    })
    .returning();
  if (!row) throw new Error("no question");
  return row;
}

describe("who may see a file", () => {
  test("an image belongs to its owner until a visible question shows it", async ({ db }) => {
    const { store } = memoryStore();
    const own = await createOrganisation(db);
    const other = await createOrganisation(db);
    const owner = await createPerson(db, { organisationId: own.id });
    const colleague = await createPerson(db, { organisationId: own.id });
    const stranger = await createPerson(db, { organisationId: other.id });
    const staff = await createPerson(db, { role: "staff" });
    const fileId = await storedImage(db, owner.id, store);
    const seenBy = async (viewer: Viewer | undefined) =>
      (await findVisibleFile(db, { viewer, fileId })) !== undefined;
    const all = async () => ({
      owner: await seenBy(viewerOf(owner, own)),
      colleague: await seenBy(viewerOf(colleague, own)),
      stranger: await seenBy(viewerOf(stranger, other)),
      staff: await seenBy(viewerOf(staff)),
      anonymous: await seenBy(undefined),
    });
    const nobodyElse = {
      owner: true,
      colleague: false,
      stranger: false,
      staff: false,
      anonymous: false,
    };
    expect(await all()).toEqual(nobodyElse);

    const question = await createQuestion(db, owner.id, own.id, "organisation");
    await db.insert(questionImages).values({ questionId: question.id, fileId });
    expect(await all()).toEqual({ ...nobodyElse, colleague: true, staff: true });

    const scopeTo = (scope: Scope) =>
      db.update(questions).set({ scope }).where(eq(questions.id, question.id));
    await scopeTo("customers");
    expect(await all()).toEqual({ ...nobodyElse, colleague: true, stranger: true, staff: true });
    await scopeTo("public");
    expect((await all()).anonymous).toBe(true);

    await db.update(questions).set({ deletedAt: NOW }).where(eq(questions.id, question.id));
    expect(await all()).toEqual(nobodyElse);
  });

  test("avatars are public; ids that are none lead nowhere", async ({ db }) => {
    const { store } = memoryStore();
    const owner = await createPerson(db);
    const avatar = await storeUpload(db, {
      store,
      ownerId: owner.id,
      kind: "avatar",
      bytes,
      now: NOW,
    });
    if (!avatar.ok) throw new Error(avatar.reason);
    const found = await findVisibleFile(db, { viewer: undefined, fileId: avatar.fileId });
    expect(found).toMatchObject({ kind: "avatar", mediaType: "image/webp" });
    for (const fileId of ["", "1", "../../etc/passwd", "00000000-0000-0000-0000-000000000000"]) {
      expect(await findVisibleFile(db, { viewer: undefined, fileId })).toBeUndefined();
    }
  });
});

describe("what one person may upload in a day", () => {
  async function fillUp(db: Db, ownerId: number, images: number) {
    await db.insert(files).values(
      Array.from({ length: images }, () => ({
        id: crypto.randomUUID(),
        kind: "image" as const,
        ownerId,
        storageKey: crypto.randomUUID(),
        mediaType: "image/webp",
        bytes: 10,
        createdAt: NOW,
      })),
    );
  }

  test("ends at the quota and begins anew a day later", async ({ db }) => {
    const { store, kept } = memoryStore();
    const owner = await createPerson(db);
    await fillUp(db, owner.id, DAILY_QUOTA.images);
    const upload = (now: Date) =>
      storeUpload(db, { store, ownerId: owner.id, kind: "image", bytes, now });
    expect(await upload(NOW)).toEqual({ ok: false, reason: "quota-reached" });
    expect(kept.size).toBe(0);
    expect((await upload(after(NOW, DAY))).ok).toBe(true);
    const someoneElse = await createPerson(db);
    const others = await storeUpload(db, {
      store,
      ownerId: someoneElse.id,
      kind: "image",
      bytes,
      now: NOW,
    });
    expect(others.ok).toBe(true);
  });

  test("holds for uploads at the same moment", async () => {
    const { db, close } = await freshDatabase();
    const { store, kept } = memoryStore();
    const owner = await createPerson(db);
    await fillUp(db, owner.id, DAILY_QUOTA.images - 2);
    const results = await Promise.all(
      Array.from({ length: 6 }, () =>
        storeUpload(db, { store, ownerId: owner.id, kind: "image", bytes, now: NOW }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(2);
    expect(kept.size).toBe(2);
    await close();
  });
});

test("images that nothing shows are removed, others stay", async ({ db }) => {
  const { store, kept } = memoryStore();
  const own = await createOrganisation(db);
  const owner = await createPerson(db, { organisationId: own.id });
  const [forgotten, attached, drafted] = [
    await storedImage(db, owner.id, store),
    await storedImage(db, owner.id, store),
    await storedImage(db, owner.id, store),
  ];
  const fresh = await storedImage(db, owner.id, store, after(NOW, 2 * DAY));
  const avatar = await storeUpload(db, {
    store,
    ownerId: owner.id,
    kind: "avatar",
    bytes,
    now: NOW,
  });
  if (!avatar.ok) throw new Error(avatar.reason);
  await db.update(people).set({ avatarFileId: avatar.fileId }).where(eq(people.id, owner.id));
  const question = await createQuestion(db, owner.id, own.id, "public");
  await db.insert(questionImages).values({ questionId: question.id, fileId: attached });
  await db.insert(drafts).values({
    personId: owner.id,
    place: "question",
    fields: { body: `![図](/files/${drafted})` },
    savedAt: NOW,
  });

  expect(await purgeUnattachedImages(db, { store, olderThan: after(NOW, DAY) })).toBe(1);
  const left = await db.select({ id: files.id }).from(files).where(eq(files.ownerId, owner.id));
  expect(left.map(({ id }) => id).sort()).toEqual([attached, drafted, fresh, avatar.fileId].sort());
  expect(left.map(({ id }) => id)).not.toContain(forgotten);
  expect(kept.size).toBe(4);

  await db.update(people).set({ avatarFileId: null }).where(eq(people.id, owner.id));
  expect(await purgeUnattachedImages(db, { store, olderThan: after(NOW, DAY) })).toBe(1);
});
