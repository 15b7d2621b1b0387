import fc from "fast-check";
import { decodeCsv, itemsFromCsv, itemsToCsv } from "#app/certification/exams/item-csv.ts";
import {
  checkImport,
  exportItems,
  importItems,
} from "#app/certification/exams/item-import.server.ts";
import { listItems } from "#app/certification/exams/item-list.server.ts";
import { findItem } from "#app/certification/exams/item-reading.server.ts";
import type { Db } from "#db/client.server.ts";
import { examItems } from "#db/schema/exams.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createArea, createPerson, NOW } from "#test/support/factories.ts";
import { addItem } from "./scene.ts";

const HEAD =
  "code,revision,area,kind,locale,stem,option_1,option_2,option_3,correct,explanation,state";

async function bank(db: Db) {
  const staff = await createPerson(db, { role: "staff" });
  const area = await createArea(db, { slug: "forms" });
  return { area, act: { actorId: staff.id, now: NOW } };
}

const counts = (values: object) => ({
  added: 0,
  revised: 0,
  explained: 0,
  retired: 0,
  restored: 0,
  unchanged: 0,
  ...values,
});

describe("the bank as a file", () => {
  test("comes back unchanged, whatever stands in its cells", () => {
    const nasty = fc.constantFrom(
      "=1+1",
      "'=1+1",
      "''=1",
      "-5",
      "＝式",
      "@x",
      "+81",
      "'引用'",
      'a "b", c',
      "一\n二\n\n- 三",
      "x;y",
      "1,2",
    );
    const text = fc.oneof(nasty, fc.string({ minLength: 1, unit: "grapheme" }));
    const cell = text
      .map((value) => value.normalize("NFC").trim())
      .filter((value) => /\p{L}|\p{N}|=/u.test(value));
    const item = fc.record({
      code: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,10}$/),
      revision: fc.constantFrom("", "1", "12"),
      area: fc.constant("forms"),
      kind: fc.constantFrom("single", "multiple", "order"),
      locale: fc.constantFrom("ja", "en"),
      stem: cell,
      options: fc.array(fc.record({ text: cell, isCorrect: fc.boolean() }), {
        minLength: 2,
        maxLength: 8,
      }),
      unknownCorrect: fc.constant<string[]>([]),
      explanation: fc.oneof(cell, fc.constant("")),
      state: fc.constantFrom("in-use", "retired"),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (items) => {
        // The first reading cleans the texts; from then on nothing changes any more.
        const once = itemsFromCsv(itemsToCsv(items));
        if (!once.ok) throw new Error(once.reason);
        const clean = once.rows.map((row) => row.item);
        const twice = itemsFromCsv(itemsToCsv(clean));
        if (!twice.ok) throw new Error(twice.reason);
        expect(twice.rows.map((row) => row.item)).toEqual(clean);
        expect(twice.rows.map(({ item }) => item.code)).toEqual(items.map(({ code }) => code));
      }),
    );
  });

  test("opens in Excel: a mark for UTF-8, and no cell is a formula", async ({ db }) => {
    const { area, act } = await bank(db);
    const options = ["=HYPERLINK(1)", "@乙"].map((text, n) => ({ text, isCorrect: n === 0 }));
    await addItem(db, { areaId: area.id, code: "f-1", stem: "=1+1", options, ...act });
    const csv = await exportItems(db, {});
    expect(csv.startsWith("\ufeffcode,revision,area,kind,locale,stem,option_1,")).toBe(true);
    expect(csv).toContain("'=1+1,'=HYPERLINK(1),'@乙");
  });

  test("imported as it was exported changes nothing", async ({ db }) => {
    const { area, act } = await bank(db);
    const at = { areaId: area.id, ...act };
    await addItem(db, {
      ...at,
      code: "f-1",
      stem: "- 箇条書き\n- で始まる",
      explanation: "'=解説",
    });
    await addItem(db, { ...at, code: "f-2", kind: "order" });
    await addItem(db, { ...at, code: "f-3", kind: "multiple" });
    const csv = await exportItems(db, {});
    const before = await db.select().from(examItems);
    const outcome = await importItems(db, { text: csv, ...act });
    expect(outcome).toMatchObject({ ok: true, report: { counts: counts({ unchanged: 3 }) } });
    expect(await db.select().from(examItems)).toEqual(before);
    expect(await exportItems(db, {})).toBe(csv);
  });
});

describe("an import", () => {
  test("says what it would do, does it, and has nothing left to do", async ({ db }) => {
    const { area, act } = await bank(db);
    const at = { areaId: area.id, ...act };
    await addItem(db, { ...at, code: "f-1" });
    const f2 = await addItem(db, { ...at, code: "f-2", stem: "二番目" });
    await addItem(db, { ...at, code: "f-3" });
    const exported = await exportItems(db, {});
    const text = exported
      .replace("二番目", "言い直した二番目")
      .replace(/^(f-3.*)in-use$/m, "$1retired")
      .concat(`f-4,,FORMS,multiple,ja,"新しい\r\n問題",甲,乙,,,,,,,1；2,理由,\r\n`);
    const report = { counts: counts({ added: 1, revised: 1, retired: 1, unchanged: 1 }) };
    expect(await checkImport(db, { text })).toMatchObject({ ok: true, report });
    expect((await listItems(db, {})).items).toHaveLength(3);
    expect(await importItems(db, { text, ...act })).toMatchObject({ ok: true, report });
    const { items } = await listItems(db, {});
    expect(items.map(({ code, revision }) => [code, revision])).toEqual([
      ["f-1", 1],
      ["f-2", 2],
      ["f-4", 1],
    ]);
    expect((await findItem(db, { itemId: f2 }))?.retiredAt).toEqual(NOW);
    const [, , added] = items;
    expect(await findItem(db, { itemId: added?.id ?? 0 })).toMatchObject({
      stem: "新しい\n問題",
      explanation: "理由",
      options: [
        { text: "甲", isCorrect: true },
        { text: "乙", isCorrect: true },
      ],
    });
    expect(await importItems(db, { text, ...act })).toMatchObject({
      report: { counts: counts({ unchanged: 4 }) },
    });
    const back = text.replace(/^(f-3.*)retired$/m, "$1");
    expect(await importItems(db, { text: back, ...act })).toMatchObject({
      report: { counts: counts({ restored: 1, unchanged: 3 }) },
    });
  });

  test("refuses a row that somebody revised after the export", async ({ db }) => {
    const { area, act } = await bank(db);
    await addItem(db, { areaId: area.id, code: "f-1", stem: "初版", ...act });
    const first = await exportItems(db, {});
    await importItems(db, { text: first.replace("初版", "第二版"), ...act });
    const late = await importItems(db, { text: first.replace("初版", "別案"), ...act });
    expect(late).toEqual({
      ok: false,
      reason: "rows",
      problems: [{ line: 2, code: "f-1", reason: "changed-meanwhile", value: "2" }],
    });
  });

  test("changes nothing when a single row is wrong, and names each by its line", async ({ db }) => {
    const { act } = await bank(db);
    const text = [
      HEAD,
      "ok-1,,forms,single,ja,よい問題,甲,乙,,1,,",
      '長い コード,,nowhere,choice,de,"二行の\n問題",甲,乙,,1,,gone',
      "",
      "ok-1,x,forms,single,ja,同じコード,甲,乙,,1,,",
      "few,,forms,single,ja,,甲,,,2,,",
      "none,,forms,multiple,ja,正解がない,甲,甲,,,,",
      "new,,forms,order,ja,取り下げ,甲,乙,,,,retired",
      "empty,,forms,single,ja,[a]: https://example.com,甲,乙,,1,,",
    ].join("\r\n");
    const expected = [
      [3, "code-malformed"],
      [3, "area-unknown"],
      [3, "kind-unknown"],
      [3, "locale-unknown"],
      [3, "state-unknown"],
      [6, "revision-unknown"],
      [6, "code-twice"],
      [7, "correct-unknown"],
      [8, "same-option-twice"],
      [8, "no-right-option"],
      [9, "new-but-retired"],
      [10, "shows-nothing"],
    ];
    for (const outcome of [
      await checkImport(db, { text }),
      await importItems(db, { text, ...act }),
    ]) {
      if (outcome.ok || outcome.reason !== "rows") throw new Error("was not refused");
      expect(outcome.problems.map(({ line, reason }) => [line, reason])).toEqual(expected);
    }
    expect(await db.select().from(examItems)).toEqual([]);
  });

  test("refuses what is no such file", async ({ db }) => {
    const check = (text: string) => checkImport(db, { text });
    expect(await check("")).toMatchObject({ reason: "empty" });
    expect(await check(HEAD)).toMatchObject({ reason: "empty" });
    expect(await check("a,b\n1,2")).toMatchObject({
      reason: "missing-columns",
      columns: ["code", "area", "kind", "locale", "stem", "option_1", "option_2", "correct"],
    });
    expect(await check(`${HEAD}\n"offen,1`)).toMatchObject({ reason: "not-csv", line: 2 });
    const row = "\nx,,forms,single,ja,問題,甲,乙,,1,,";
    expect(await check(HEAD + row.repeat(2_001))).toMatchObject({ reason: "too-many-rows" });
    expect(decodeCsv(new Uint8Array(900_001))).toMatchObject({ reason: "too-large" });
    // 「試験」 in Shift_JIS.
    expect(decodeCsv(new Uint8Array([0x8e, 0x8e, 0x8c, 0xb1]))).toMatchObject({
      reason: "not-utf-8",
    });
  });
});
