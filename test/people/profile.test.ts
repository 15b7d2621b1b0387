import { eq } from "drizzle-orm";
import sharp from "sharp";
import type { Viewer } from "#app/auth/viewer.ts";
import type { FileStore } from "#app/files/file-store.server.ts";
import { changeAvatar, removeAvatar } from "#app/people/avatars.server.ts";
import { normaliseReading } from "#app/people/people.ts";
import { changeProfile, findOwnProfile, findProfile } from "#app/people/profile.server.ts";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import { people, personSkills } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { answers, questions } from "#db/schema/questions.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createArea, createOrganisation, createPerson, NOW } from "#test/support/factories.ts";
import { viewerOf } from "./viewer.ts";

const post = {
  bodySource: "x",
  bodyHtml: "<p>x</p>",
  bodyText: "x",
  rendererVersion: 1,
  createdAt: NOW,
};

test("a visitor sees who speaks in public, and nobody else", async ({ db }) => {
  const own = await createOrganisation(db, { name: "株式会社みどり" });
  const asker = await createPerson(db, { organisationId: own.id });
  const author = await createPerson(db, {
    organisationId: own.id,
    title: "部長",
    bio: "社内向けの自己紹介",
    reading: "しけん",
  });
  const area = await createArea(db);
  const [question] = await db
    .insert(questions)
    .values({
      ...post,
      authorId: asker.id,
      organisationId: own.id,
      productAreaId: area.id,
      title: "質問です",
      scope: "customers",
      lastActivityAt: NOW,
      searchVector: "",
    })
    .returning();
  if (!question) throw new Error("no question");
  await db.insert(answers).values({ ...post, authorId: author.id, questionId: question.id });
  const seenBy = (viewer: Viewer | undefined, handle = author.handle) =>
    findProfile(db, { viewer, handle, visibleQuestions: visibleQuestions(viewer) });

  expect(await seenBy(undefined)).toBeUndefined();
  expect(await seenBy(viewerOf(asker, own))).toMatchObject({
    details: { bio: "社内向けの自己紹介", organisationId: own.id },
  });

  await db.update(questions).set({ scope: "public" }).where(eq(questions.id, question.id));
  expect(await seenBy(undefined)).toEqual({
    id: author.id,
    handle: author.handle,
    name: author.name,
    title: "部長",
    avatarFileId: null,
    isStaff: false,
    organisationName: "株式会社みどり",
    organisationHidden: false,
  });
  await db.update(people).set({ showsOrganisation: false }).where(eq(people.id, author.id));
  expect(await seenBy(undefined)).toMatchObject({
    organisationName: null,
    organisationHidden: true,
  });
  const stranger = await createPerson(db, { organisationId: (await createOrganisation(db)).id });
  const asStranger = await seenBy(viewerOf(stranger));
  expect(asStranger?.organisationName).toBeNull();
  expect(asStranger?.details?.organisationId).toBeUndefined();
  expect((await seenBy(viewerOf(asker, own)))?.organisationName).toBe("株式会社みどり");

  await db.update(answers).set({ deletedAt: NOW }).where(eq(answers.authorId, author.id));
  expect(await seenBy(undefined)).toBeUndefined();
  expect(await seenBy(undefined, asker.handle)).toBeDefined();
  await db.update(questions).set({ state: "hidden" }).where(eq(questions.id, question.id));
  expect(await seenBy(undefined, asker.handle)).toBeUndefined();
});

describe("changing one's profile", () => {
  const values = {
    name: "新しい 名前",
    reading: "あたらしい なまえ",
    title: "課長",
    bio: "こんにちは",
    handle: "new-handle",
    locale: "en" as const,
    timeZone: "America/New_York",
    showsOrganisation: false,
  };

  test("saves all of it, with the areas that are in use", async ({ db }) => {
    const person = await createPerson(db);
    const [a, b, retired] = [await createArea(db), await createArea(db), await createArea(db)];
    await db.insert(personSkills).values([
      { personId: person.id, productAreaId: a.id },
      { personId: person.id, productAreaId: retired.id },
    ]);
    await db.update(productAreas).set({ retiredAt: NOW }).where(eq(productAreas.id, retired.id));
    const act = { personId: person.id, profile: values, now: NOW };
    expect(await changeProfile(db, { ...act, areaIds: [b.id, 999_999_999] })).toEqual({ ok: true });
    expect(await findOwnProfile(db, { personId: person.id })).toMatchObject({
      ...values,
      skills: [{ id: b.id }],
    });
    const kept = await db.select().from(personSkills).where(eq(personSkills.personId, person.id));
    expect(kept.map(({ productAreaId }) => productAreaId).sort()).toEqual(
      [b.id, retired.id].sort(),
    );
    expect(await changeProfile(db, { ...act, areaIds: [] })).toEqual({ ok: true });
  });

  test("a handle that somebody has is refused, and nothing is saved", async ({ db }) => {
    const person = await createPerson(db);
    await createPerson(db, { handle: "new-handle" });
    expect(
      await changeProfile(db, { personId: person.id, profile: values, areaIds: [], now: NOW }),
    ).toEqual({ ok: false, reason: "handle-taken" });
    expect((await findOwnProfile(db, { personId: person.id })).name).toBe(person.name);
  });
});

test("readings are kept in hiragana", () => {
  expect(normaliseReading("ヤマダ タロウ")).toBe("やまだ たろう");
  expect(normaliseReading("ﾔﾏﾀﾞ")).toBe("やまだ");
});

test("a new picture replaces the former, whose bytes are gone at once", async ({ db }) => {
  const kept = new Map<string, Uint8Array>();
  const store: FileStore = {
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async () => undefined,
    delete: async (key) => void kept.delete(key),
  };
  const person = await createPerson(db);
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  const act = { store, personId: person.id, now: NOW };
  const worn = async () =>
    (await db.select().from(people).where(eq(people.id, person.id)))[0]?.avatarFileId;
  expect(await changeAvatar(db, { ...act, bytes })).toEqual({ ok: true });
  const first = await worn();
  expect(await changeAvatar(db, { ...act, bytes })).toEqual({ ok: true });
  expect(await worn()).not.toBe(first);
  expect(kept.size).toBe(1);
  expect(await changeAvatar(db, { ...act, bytes: new Uint8Array(20) })).toMatchObject({
    reason: "not-an-image",
  });
  expect(await worn()).not.toBeNull();
  await removeAvatar(db, act);
  expect([await worn(), kept.size]).toEqual([null, 0]);
});
