import { eq } from "drizzle-orm";
import { listPeople } from "#app/people/directory.server.ts";
import { listPeopleForStaff } from "#app/people/staff-people.server.ts";
import type { Db } from "#db/client.server.ts";
import { people, personSkills, suspensions } from "#db/schema/people.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createArea, createOrganisation, createPerson, NOW } from "#test/support/factories.ts";
import { viewerOf } from "./viewer.ts";

async function community(db: Db) {
  const own = await createOrganisation(db, { name: "株式会社みどり" });
  const other = await createOrganisation(db, { name: "Blue Ocean 株式会社" });
  const person = (name: string, reading: string, values: object = {}) =>
    createPerson(db, { name, reading, organisationId: own.id, ...values });
  const viewer = await person("山田 太郎", "やまだ たろう");
  const hidden = await person("佐藤 花子", "さとう はなこ", {
    organisationId: other.id,
    showsOrganisation: false,
  });
  await person("青木 一郎", "あおき いちろう", { organisationId: other.id });
  await person("Anna Smith", "", { organisationId: other.id });
  await person("輸入 された", "", { email: null });
  const suspended = await person("停止 中", "ていし ちゅう");
  const staff = await createPerson(db, {
    name: "担当 者",
    reading: "たんとう しゃ",
    role: "staff",
  });
  await db.insert(suspensions).values({
    personId: suspended.id,
    reason: "x",
    suspendedBy: staff.id,
    suspendedAt: NOW,
  });
  return { own, other, viewer, hidden, staff };
}

describe("the directory", () => {
  test("lists people with an account in the order of their readings, page by page", async ({
    db,
  }) => {
    const { viewer, own } = await community(db);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPeople(db, { viewer: viewerOf(viewer, own), limit: 2, cursor });
      seen.push(...page.people.map(({ name }) => name));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(["Anna Smith", "青木 一郎", "佐藤 花子", "担当 者", "山田 太郎"]);
  });

  test("finds by name without blanks, by reading in either kana, by company", async ({ db }) => {
    const { viewer, own } = await community(db);
    const found = async (q: string) => {
      const { people } = await listPeople(db, { viewer: viewerOf(viewer, own), q });
      return people.map(({ name }) => name);
    };
    expect(await found("山田太郎")).toEqual(["山田 太郎"]);
    expect(await found("ヤマダ")).toEqual(["山田 太郎"]);
    expect(await found("やまだたろう")).toEqual(["山田 太郎"]);
    expect(await found("ＡＮＮＡ")).toEqual(["Anna Smith"]);
    expect(await found("みどり")).toEqual(["山田 太郎"]);
    expect(await found("%")).toEqual([]);
    expect(await found("\0'\"\\")).toEqual([]);
    expect(await found("あ".repeat(5_000))).toEqual([]);
  });

  test("a hidden company is neither shown nor found, but by colleagues and staff", async ({
    db,
  }) => {
    const { viewer, own, other, hidden, staff } = await community(db);
    const colleague = await createPerson(db, { organisationId: other.id });
    const search = async (as: Parameters<typeof listPeople>[1]["viewer"]) => {
      const { people: found } = await listPeople(db, { viewer: as, q: "blue ocean" });
      return found.find(({ handle }) => handle === hidden.handle)?.organisationName;
    };
    expect(await search(viewerOf(viewer, own))).toBeUndefined();
    expect(await search(viewerOf(colleague, other))).toBe("Blue Ocean 株式会社");
    expect(await search(viewerOf(staff))).toBe("Blue Ocean 株式会社");
    const { people: all } = await listPeople(db, { viewer: viewerOf(viewer, own) });
    expect(all.find(({ handle }) => handle === hidden.handle)).toMatchObject({
      organisationName: null,
      organisationHidden: true,
    });
  });

  test("filters by the area in which people help", async ({ db }) => {
    const { viewer, own, hidden } = await community(db);
    const area = await createArea(db, { slug: "reports" });
    await db.insert(personSkills).values({ personId: hidden.id, productAreaId: area.id });
    const { people: found } = await listPeople(db, {
      viewer: viewerOf(viewer, own),
      area: "reports",
    });
    expect(found).toMatchObject([{ name: "佐藤 花子", areaIds: [area.id] }]);
  });
});

describe("the list for staff", () => {
  test("knows everyone, and filters by role, state, company and address", async ({ db }) => {
    const { other } = await community(db);
    const names = async (query: Parameters<typeof listPeopleForStaff>[1]) =>
      (await listPeopleForStaff(db, query)).people.map(({ name }) => name);
    expect(await names({})).toHaveLength(7);
    expect(await names({ role: "staff" })).toEqual(["担当 者"]);
    expect(await names({ state: "suspended" })).toEqual(["停止 中"]);
    expect(await names({ state: "imported" })).toEqual(["輸入 された"]);
    expect(await names({ organisationId: other.id })).toHaveLength(3);
    await db
      .update(people)
      .set({ email: "find.me@test.example" })
      .where(eq(people.name, "青木 一郎"));
    expect(await names({ q: "find.me" })).toEqual(["青木 一郎"]);
    const { people: rows } = await listPeopleForStaff(db, { state: "suspended" });
    expect(rows[0]?.suspendedAt).toEqual(NOW);
  });
});
