import { translator } from "#app/i18n/i18n.server.ts";
import { DAY, after as later } from "#app/lib/time.ts";
import {
  addAbsence,
  findHelping,
  removeAbsence,
  saveHelping,
} from "#app/questions/routing/helping.server.ts";
import { absenceSchema, helpingSchema } from "#app/questions/routing/helping-form.ts";
import { expect, test } from "#test/support/database.ts";
import { ask } from "#test/support/factories.ts";
import { cast } from "../cast.ts";
import { createHelper, holdersOf, MONDAY_TEN } from "./scene.ts";

const t = translator("ja", "routing");

test("what a helper chooses decides what they are asked", async ({ db }) => {
  const { area, asker } = await cast(db);
  const helper = await createHelper(db, { areaIds: [area.id] });
  const personId = helper.id;
  const now = MONDAY_TEN;
  const at = { productAreaId: area.id, now };
  await saveHelping(db, { personId, loadCap: 1, languages: ["ja"], now });
  const first = await ask(db, asker, at);
  expect(await holdersOf(db, first)).toEqual([personId]);
  expect(await holdersOf(db, await ask(db, asker, at))).toEqual([]);
  await saveHelping(db, { personId, loadCap: 9, languages: ["en"], now });
  expect(await holdersOf(db, await ask(db, asker, at))).toEqual([]);
  const english = { ...at, title: "Nothing arrives", body: "No mail comes." };
  expect(await holdersOf(db, await ask(db, asker, english))).toEqual([personId]);
  const days = { personId, fromDay: "2026-06-01", toDay: "2026-06-01", now };
  expect(await addAbsence(db, days)).toEqual({ ok: true });
  expect(await holdersOf(db, await ask(db, asker, english))).toEqual([]);
  const { absences, ...settings } = await findHelping(db, { personId, locale: "ja", now });
  expect(settings).toEqual({ loadCap: 9, languages: ["en"] });
  const absenceId = absences[0]?.id as number;
  expect(await removeAbsence(db, { personId: asker.id, absenceId })).toBe(false);
  expect(await removeAbsence(db, { personId, absenceId })).toBe(true);
  expect(await holdersOf(db, await ask(db, asker, english))).toEqual([personId]);
});

test("past absences are not listed, and nobody stores them without end", async ({ db }) => {
  const { asker } = await cast(db);
  const given = { personId: asker.id, now: MONDAY_TEN };
  await addAbsence(db, { ...given, fromDay: "2026-05-01", toDay: "2026-05-02" });
  expect((await findHelping(db, { ...given, locale: "en" })).languages).toEqual(["en"]);
  expect((await findHelping(db, { ...given, locale: "ja" })).absences).toEqual([]);
  for (let n = 0; n < 49; n += 1) {
    const day = later(MONDAY_TEN, n * DAY)
      .toISOString()
      .slice(0, 10);
    expect(await addAbsence(db, { ...given, fromDay: day, toDay: day })).toEqual({ ok: true });
  }
  expect(
    await addAbsence(db, { ...given, fromDay: "2027-01-01", toDay: "2027-01-01" }),
  ).toMatchObject({ reason: "too-many" });
});

test("forms take sensible numbers and days only", () => {
  const helping = helpingSchema(t);
  const languages = ["ja"];
  expect(helping.safeParse({ loadCap: "3", languages }).success).toBe(true);
  for (const loadCap of ["-1", "21", "1.5", "x", undefined]) {
    expect(helping.safeParse({ loadCap, languages }).success, String(loadCap)).toBe(false);
  }
  expect(helping.safeParse({ loadCap: "3", languages: [] }).success).toBe(false);
  expect(helping.safeParse({ loadCap: "3", languages: ["fr"] }).success).toBe(false);
  const absence = absenceSchema(t);
  expect(absence.safeParse({ fromDay: "2026-06-01", toDay: "2026-06-01" }).success).toBe(true);
  for (const [fromDay, toDay] of [
    ["2026-06-02", "2026-06-01"],
    ["2026-02-30", "2026-03-01"],
    ["", "2026-03-01"],
    ["99999-01-01", "99999-01-02"],
    ["2026-06-01", undefined],
  ]) {
    expect(absence.safeParse({ fromDay, toDay }).success, `${fromDay}–${toDay}`).toBe(false);
  }
});
