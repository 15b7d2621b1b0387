import { describe, expect, test } from "vitest";
import { comparableCompany, readScan } from "#app/events/check-in/check-in.ts";
import {
  type Came,
  figuresOf,
  type Guest,
  rowsOf,
  search,
  searchable,
} from "#app/events/check-in/desk-list.ts";

const guest = (personId: number, values: Partial<Guest> = {}): Guest => ({
  personId,
  name: `参加者${personId}`,
  reading: "",
  organisation: "",
  code: `0000000${personId}`.slice(-8),
  state: "confirmed",
  ticket: "一般",
  ...values,
});

const arrival = (id: number, personId: number | null, values: Partial<Came> = {}): Came => ({
  id,
  personId,
  name: `参加者${personId}`,
  reading: "",
  organisation: "",
  at: "2026-06-01T09:02:00.000Z",
  way: "list",
  byName: "榊 悠真",
  ...values,
});

describe("the list", () => {
  test("who applied, who came and who just came by, in the order of readings", () => {
    const guests = [
      guest(1, { reading: "わたなべ" }),
      guest(2, { reading: "あおき", state: "waitlisted" }),
      guest(3, { reading: "いとう", state: "cancelled" }),
      guest(4, { reading: "さとう" }),
    ];
    const came = [
      arrival(11, 4),
      arrival(12, null, { name: "ゲスト", reading: "", way: "walk-in" }),
      arrival(13, 9, { reading: "かとう", way: "walk-in" }),
    ];
    expect(rowsOf(guests, came).map(({ id, came: there }) => [id, there?.id])).toEqual([
      ["p9", 13],
      ["p4", 11],
      ["p1", undefined],
      ["a12", 12],
      ["p2", undefined],
      ["p3", undefined],
    ]);
    expect(figuresOf(guests, came)).toEqual({ came: 3, confirmed: 2, walkIns: 2 });
  });

  test("is searched by name, reading, company and code", () => {
    const rows = searchable(
      rowsOf(
        [
          guest(1, { name: "渡辺 健", reading: "わたなべ けん", code: "A1B0CD23" }),
          guest(2, { name: "Anna Smith", organisation: "ＡＢＣ商事 株式会社" }),
        ],
        [],
      ),
    );
    const found = (typed: string) => search(rows, typed).shown.map(({ id }) => id);
    for (const typed of ["渡辺健", "ワタナベ", "ﾜﾀﾅﾍﾞ ｹﾝ", "a1b0", "A1B-OCD"]) {
      expect([typed, found(typed)]).toEqual([typed, ["p1"]]);
    }
    for (const typed of ["anna s", "ANNA", "abc商事", "ａｂｃ"]) {
      expect([typed, found(typed)]).toEqual([typed, ["p2"]]);
    }
    expect(found("")).toHaveLength(2);
    expect(found("いない")).toEqual([]);
  });

  test("shows fifty of five thousand, fast enough to type", () => {
    const guests = Array.from({ length: 5_000 }, (_, n) =>
      guest(n + 1, {
        name: `参加 太郎${n}`,
        reading: `さんか たろう${n}`,
        organisation: `会社${n}`,
      }),
    );
    const rows = searchable(rowsOf(guests, []));
    const begun = performance.now();
    const { shown, total } = search(rows, "さんか");
    expect(performance.now() - begun).toBeLessThan(100);
    expect([shown.length, total]).toEqual([50, 5_000]);
    expect(search(rows, "太郎4999").shown).toHaveLength(1);
  });
});

describe("scanned", () => {
  test.for([
    ["https://portal.example/events/7/desk?code=A1B0CD23", { ok: true, code: "A1B0CD23" }],
    ["http://localhost:3000/events/7/desk?x=1&code=a1b0cd23#x", { ok: true, code: "A1B0CD23" }],
    ["A1B0CD23", { ok: true, code: "A1B0CD23" }],
    ["https://portal.example/events/8/desk?code=A1B0CD23", { ok: false, reason: "other-event" }],
    ["https://portal.example/events/7/desk?code=A1B0CD2", { ok: false, reason: "no-ticket" }],
    ["https://shop.example/", { ok: false, reason: "no-ticket" }],
    ["", { ok: false, reason: "no-ticket" }],
  ] as const)("%s", ([text, expected]) => {
    expect(readScan(text, 7)).toEqual(expected);
  });
});

test.for([
  ["株式会社 青葉リネン", "青葉リネン(株)"],
  ["ＡＢＣ商事㈱", "abc商事"],
  ["Aoba Linen Co., Ltd.", "AOBA LINEN"],
] as const)("%s and %s are one company", ([one, other]) => {
  expect(comparableCompany(one)).toBe(comparableCompany(other));
});
