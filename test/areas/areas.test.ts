import {
  changeArea,
  createArea,
  listAreasForStaff,
  moveArea,
  setRetired,
} from "#app/areas/area-commands.server.ts";
import { listAreas } from "#app/areas/areas.server.ts";
import { areaName } from "#app/areas/areas.ts";
import { expect, freshDatabase, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";

const fields = (slug: string) => ({
  slug,
  nameJa: `領域${slug}`,
  nameEn: `Area ${slug}`,
  descriptionJa: "",
  descriptionEn: "",
});

test("areas are added at the end, renamed, moved and retired", async ({ db }) => {
  const staff = await createPerson(db, { role: "staff" });
  const act = { actorId: staff.id, now: NOW };
  const ids: Record<string, number> = {};
  for (const slug of ["a", "b", "c"]) {
    const created = await createArea(db, { fields: fields(slug), ...act });
    if (!created.ok) throw new Error(created.reason);
    ids[slug] = created.areaId;
  }
  const slugs = async () => (await listAreas(db)).map(({ slug }) => slug).join("");
  expect(await slugs()).toBe("abc");
  expect(await createArea(db, { fields: fields("a"), ...act })).toEqual({
    ok: false,
    reason: "slug-taken",
  });
  await moveArea(db, { areaId: ids.c as number, direction: "up" });
  expect(await slugs()).toBe("acb");
  await moveArea(db, { areaId: ids.a as number, direction: "up" });
  await moveArea(db, { areaId: 999_999, direction: "down" });
  expect(await slugs()).toBe("acb");

  const renamed = { ...fields("c"), nameJa: "新しい名前" };
  expect(await changeArea(db, { areaId: ids.c as number, fields: renamed, ...act })).toEqual({
    ok: true,
  });
  const clash = await changeArea(db, { areaId: ids.c as number, fields: fields("b"), ...act });
  expect(clash).toEqual({ ok: false, reason: "slug-taken" });

  await setRetired(db, { areaId: ids.a as number, retired: true, ...act });
  expect(await slugs()).toBe("cb");
  expect((await listAreasForStaff(db)).map(({ slug }) => slug).join("")).toBe("cba");
  await setRetired(db, { areaId: ids.a as number, retired: false, ...act });
  expect(await slugs()).toBe("acb");
  const [first] = await listAreas(db);
  expect(first && [areaName(first, "ja"), areaName(first, "en")]).toEqual(["領域a", "Area a"]);
});

test("moves at the same moment leave an order without gaps or doubles", async () => {
  const { db, close } = await freshDatabase();
  const staff = await createPerson(db, { role: "staff" });
  const ids: number[] = [];
  for (const slug of ["a", "b", "c", "d", "e"]) {
    const created = await createArea(db, { fields: fields(slug), actorId: staff.id, now: NOW });
    if (created.ok) ids.push(created.areaId);
  }
  await Promise.all(
    ids.flatMap((areaId) => [
      moveArea(db, { areaId, direction: "up" }),
      moveArea(db, { areaId, direction: "down" }),
    ]),
  );
  const after = (await listAreas(db)).map(({ id }) => id);
  expect(after.toSorted((a, b) => a - b)).toEqual(ids);
  await close();
});
