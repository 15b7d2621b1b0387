import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { handIn } from "#app/certification/exams/answering.server.ts";
import {
  changeExam,
  createExam,
  setExamRetired,
} from "#app/certification/exams/exam-commands.server.ts";
import {
  findExam,
  listAreaBalance,
  listExamsForStaff,
} from "#app/certification/exams/exam-reading.server.ts";
import {
  createItem,
  reviseItem,
  setItemRetired,
} from "#app/certification/exams/item-commands.server.ts";
import { listItems } from "#app/certification/exams/item-list.server.ts";
import { findItem, listRevisions } from "#app/certification/exams/item-reading.server.ts";
import { itemFaults } from "#app/certification/exams/items.ts";
import { purgeUnattachedImages } from "#app/files/purge.server.ts";
import { findVisibleFile } from "#app/files/visible-file.server.ts";
import type { Db } from "#db/client.server.ts";
import { files } from "#db/schema/files.ts";
import { auditLog } from "#db/schema/portal.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createArea, createPerson, NOW, viewerOf } from "#test/support/factories.ts";
import { addItem, DAY, draft, later, scene, started } from "./scene.ts";

async function bank(db: Db) {
  const staff = await createPerson(db, { role: "staff" });
  const area = await createArea(db, { position: -2 });
  const other = await createArea(db, { position: -1 });
  return { staff, area, other, act: { actorId: staff.id, now: NOW } };
}

async function upload(db: Db, owner: { id: number }): Promise<string> {
  const id = randomUUID();
  await db.insert(files).values({
    id,
    kind: "image",
    ownerId: owner.id,
    storageKey: id.replaceAll("-", ""),
    mediaType: "image/webp",
    bytes: 10,
    createdAt: NOW,
  });
  return id;
}

describe("an item", () => {
  test("is stored with its texts rendered, and without what could run", async ({ db }) => {
    const { area, act } = await bank(db);
    const stem = "**強調**と<script>alert(1)</script>\n\n```js\nconst a = 1;\n```";
    const made = await createItem(db, { code: "a-1", draft: draft(area.id, { stem }), ...act });
    if (!made.ok) throw new Error(made.reason);
    const item = await findItem(db, made);
    expect(item).toMatchObject({ code: "a-1", revision: 1, stem, retiredAt: null });
    expect(item?.stemHtml).toContain("<strong>強調</strong>");
    expect(item?.stemHtml).not.toContain("<script");
    expect(item?.options.map(({ text, isCorrect }) => [text, isCorrect])).toEqual([
      ["甲", true],
      ["乙", false],
      ["丙", false],
      ["丁", false],
    ]);
  });

  test("has a code of its own", async ({ db }) => {
    const { area, act } = await bank(db);
    const make = (code: string) => createItem(db, { code, draft: draft(area.id), ...act });
    expect(await make("a-1")).toMatchObject({ ok: true });
    expect(await make("a-1")).toEqual({ ok: false, reason: "code-taken" });
    expect(await make("A-1")).toMatchObject({ ok: true });
  });

  test("that nobody could read is refused", async ({ db }) => {
    const { area, act } = await bank(db);
    const make = (values: Parameters<typeof draft>[1]) =>
      createItem(db, { code: "a-1", draft: draft(area.id, values), ...act });
    expect(await make({ stem: "[a]: https://example.com" })).toEqual({
      ok: false,
      reason: "shows-nothing",
      field: "stem",
    });
    const options = ["甲", "[a]: https://example.com"].map((text) => ({
      text,
      isCorrect: text === "甲",
    }));
    expect(await make({ options })).toMatchObject({ reason: "shows-nothing", field: "options" });
    expect(await make({ stem: "_a__b".repeat(10_000) })).toMatchObject({
      ok: false,
      field: "stem",
    });
  });

  test("gets a next wording; the former stays as it was", async ({ db }) => {
    const { area, act } = await bank(db);
    const itemId = await addItem(db, { areaId: area.id, code: "a-1", ...act });
    const before = await findItem(db, { itemId });
    const next = draft(area.id, { stem: "言い直した問題です。" });
    const revised = await reviseItem(db, { itemId, draft: next, ...act });
    if (!revised.ok) throw new Error(revised.reason);
    expect(revised.revised).toBe(true);
    expect(await findItem(db, { itemId })).toEqual({ ...before, retiredAt: NOW });
    expect(await findItem(db, revised)).toMatchObject({ revision: 2, retiredAt: null });
    expect((await listRevisions(db, { code: "a-1" })).map(({ revision }) => revision)).toEqual([
      2, 1,
    ]);
    const again = await reviseItem(db, { itemId, draft: next, ...act });
    expect(again).toMatchObject({ ok: false, reason: "stale", current: { revision: 2 } });
    expect(await reviseItem(db, { itemId: 999_999, draft: next, ...act })).toMatchObject({
      reason: "unknown",
    });
    const log = await db.select().from(auditLog);
    expect(log.map(({ action }) => action)).toEqual(["exam-item.created", "exam-item.revised"]);
  });

  test("keeps its wording when only the explanation is new, or nothing", async ({ db }) => {
    const { area, act } = await bank(db);
    const itemId = await addItem(db, { areaId: area.id, code: "a-1", ...act });
    const item = await findItem(db, { itemId });
    if (!item) throw new Error("no item");
    const same = { ok: true, itemId, revised: false };
    expect(await reviseItem(db, { itemId, draft: item, ...act })).toEqual(same);
    const explained = { ...item, explanation: "ヘルプの「公開」を参照。" };
    expect(await reviseItem(db, { itemId, draft: explained, ...act })).toEqual(same);
    expect(await findItem(db, { itemId })).toMatchObject({
      revision: 1,
      explanation: "ヘルプの「公開」を参照。",
    });
  });

  test("is retired and restored, the newest wording only", async ({ db }) => {
    const { area, act } = await bank(db);
    const first = await addItem(db, { areaId: area.id, code: "a-1", ...act });
    const revised = await reviseItem(db, { itemId: first, draft: draft(area.id), ...act });
    if (!revised.ok) throw new Error(revised.reason);
    const set = (itemId: number, retired: boolean) =>
      setItemRetired(db, { itemId, retired, ...act });
    expect(await set(first, false)).toEqual({ ok: false, reason: "superseded" });
    expect(await set(revised.itemId, true)).toEqual({ ok: true, code: "a-1" });
    expect(await set(revised.itemId, true)).toEqual({ ok: true, code: "a-1" });
    expect((await listItems(db, {})).items).toEqual([]);
    const retired = await listItems(db, { retired: true });
    expect(retired.items.map(({ id, retired }) => [id, retired])).toEqual([[revised.itemId, true]]);
    const stale = await reviseItem(db, { itemId: revised.itemId, draft: draft(area.id), ...act });
    expect(stale).toMatchObject({ reason: "stale", current: { retiredAt: NOW } });
    expect(await set(revised.itemId, false)).toEqual({ ok: true, code: "a-1" });
    expect((await listItems(db, {})).items).toHaveLength(1);
    expect(await set(999_999, true)).toMatchObject({ reason: "not-found" });
  });

  test("has faults when a question, an option or the key is missing", () => {
    const reasons = (values: Parameters<typeof draft>[1]) =>
      itemFaults(draft(1, values)).map(({ reason }) => reason);
    const options = (...right: boolean[]) =>
      right.map((isCorrect, index) => ({ text: `選択肢${index}`, isCorrect }));
    expect(reasons({})).toEqual([]);
    expect(reasons({ stem: "" })).toEqual(["stem-missing"]);
    expect(reasons({ stem: "あ".repeat(5_001) })).toEqual(["stem-too-long"]);
    expect(reasons({ options: options(true) })).toEqual(["too-few-options"]);
    expect(reasons({ options: options(...Array(9).fill(false).with(0, true)) })).toEqual([
      "too-many-options",
    ]);
    expect(reasons({ options: options(true, true) })).toEqual(["one-right-option"]);
    expect(reasons({ options: options(false, false) })).toEqual(["one-right-option"]);
    expect(reasons({ kind: "multiple", options: options(false, false) })).toEqual([
      "no-right-option",
    ]);
    expect(reasons({ kind: "multiple", options: options(true, true) })).toEqual([]);
    expect(reasons({ kind: "order", options: options(false, false) })).toEqual([]);
    const twice = [true, false].map((isCorrect) => ({ text: "同じ", isCorrect }));
    expect(reasons({ options: twice })).toEqual(["same-option-twice"]);
    const long = [{ text: "長".repeat(1_001), isCorrect: true }, ...options(false)];
    expect(reasons({ options: long })).toEqual(["option-too-long"]);
    expect(reasons({ explanation: "長".repeat(3_001) })).toEqual(["explanation-too-long"]);
  });
});

describe("images of an item", () => {
  test("are seen by staff, and by candidates as long as they sit", async ({ db }) => {
    const world = await scene(db, { perArea: 0, itemCount: 1 });
    const { staff, areas, applicant } = world;
    const fileId = await upload(db, staff);
    const options = ["甲", `![図](/files/${fileId})`].map((text) => ({
      text,
      isCorrect: text === "甲",
    }));
    await addItem(db, { areaId: areas[0]?.id ?? 0, actorId: staff.id, options });
    const sees = async (person: Parameters<typeof viewerOf>[0]) =>
      (await findVisibleFile(db, { viewer: viewerOf(person), fileId })) !== undefined;
    expect(await sees(await createPerson(db, { role: "staff" }))).toBe(true);
    expect(await findVisibleFile(db, { viewer: undefined, fileId })).toBeUndefined();
    expect(await sees(applicant)).toBe(false);
    const attemptId = await started(db, world);
    expect(await sees(applicant)).toBe(true);
    expect(await sees(await createPerson(db))).toBe(false);
    await handIn(db, { personId: applicant.id, attemptId, now: NOW });
    expect(await sees(applicant)).toBe(false);
  });

  test("are the editor's own or the bank's; somebody else's stay private", async ({ db }) => {
    const { area, act, staff } = await bank(db);
    const colleague = await createPerson(db, { role: "staff" });
    const member = await createPerson(db);
    const own = await upload(db, staff);
    const foreign = await upload(db, member);
    const stem = `![図](/files/${own}) ![盗み見](/files/${foreign})`;
    const itemId = await addItem(db, { areaId: area.id, code: "a-1", stem, ...act });
    const admin = viewerOf(await createPerson(db, { role: "admin" }));
    expect(await findVisibleFile(db, { viewer: admin, fileId: own })).toBeDefined();
    expect(await findVisibleFile(db, { viewer: admin, fileId: foreign })).toBeUndefined();
    // The next wording by somebody else still shows the picture of the first.
    const revised = await reviseItem(db, {
      itemId,
      draft: draft(area.id, { stem: `新しい文\n\n![図](/files/${own})` }),
      actorId: colleague.id,
      now: NOW,
    });
    if (!revised.ok) throw new Error(revised.reason);
    const store = { put: async () => {}, get: async () => undefined, delete: async () => {} };
    await purgeUnattachedImages(db, { store, olderThan: later(DAY) });
    const kept = await db.select({ id: files.id }).from(files);
    expect(kept.map(({ id }) => id)).toEqual([own]);
  });
});

describe("the list", () => {
  test("is filtered by area, kind, language, words and state, page by page", async ({ db }) => {
    const { area, other, act } = await bank(db);
    const add = (code: string, values: Partial<Parameters<typeof addItem>[1]> = {}) =>
      addItem(db, { areaId: area.id, code, ...act, ...values });
    await add("b-2", { stem: "ドメイン の設定はどれですか。" });
    await add("a-1", { kind: "multiple" });
    await add("c-3", { areaId: other.id, locale: "en", stem: "Which one?" });
    const codes = async (filter: Parameters<typeof listItems>[1]) =>
      (await listItems(db, filter)).items.map(({ code }) => code);
    expect(await codes({})).toEqual(["a-1", "b-2", "c-3"]);
    expect(await codes({ areaId: other.id })).toEqual(["c-3"]);
    expect(await codes({ kind: "multiple" })).toEqual(["a-1"]);
    expect(await codes({ locale: "en" })).toEqual(["c-3"]);
    expect(await codes({ q: "ドメインの設定" })).toEqual(["b-2"]);
    expect(await codes({ q: "B-2" })).toEqual(["b-2"]);
    expect(await codes({ q: "丙" })).toEqual(["a-1", "b-2", "c-3"]);
    expect(await codes({ q: "%" })).toEqual([]);
    expect(await codes({ flagged: true })).toEqual([]);
    const page = await listItems(db, { limit: 2 });
    expect(page.items.map(({ code }) => code)).toEqual(["a-1", "b-2"]);
    expect(await codes({ limit: 2, cursor: page.next })).toEqual(["c-3"]);
    expect(await codes({ cursor: "junk" })).toHaveLength(3);
    const [, second] = (await listItems(db, {})).items;
    expect(second?.stem).toBe("ドメイン の設定はどれですか。");
  });
});

describe("an exam", () => {
  const fields = (areaIds: number[], values = {}) => ({
    slug: "supporter-exam",
    nameJa: "認定試験",
    nameEn: "Certification exam",
    locale: "ja" as const,
    itemCount: 4,
    timeLimitMinutes: 40,
    passPercent: 70,
    coolingOffDays: 7,
    maxAttempts: 3,
    areaIds,
    ...values,
  });

  test("is set up, changed by one at a time, retired and taken back", async ({ db }) => {
    const { area, other, act } = await bank(db);
    const made = await createExam(db, { fields: fields([area.id]), ...act });
    if (!made.ok) throw new Error(made.reason);
    const { examId } = made;
    expect(await createExam(db, { fields: fields([]), ...act })).toMatchObject({
      reason: "slug-taken",
    });
    expect(
      await createExam(db, { fields: fields([999_999], { slug: "x" }), ...act }),
    ).toMatchObject({ reason: "area-unknown" });
    const change = (revision: number, areaIds: number[]) =>
      changeExam(db, {
        examId,
        revision,
        fields: fields(areaIds, { passPercent: 80 }),
        ...act,
      });
    expect(await change(1, [other.id, area.id, other.id])).toEqual({ ok: true });
    expect(await findExam(db, { examId })).toMatchObject({
      revision: 2,
      passPercent: 80,
      areas: [{ id: area.id }, { id: other.id }],
    });
    expect(await change(1, [])).toMatchObject({ reason: "stale", current: { revision: 2 } });
    expect(await change(2, [area.id, other.id])).toEqual({ ok: true });
    expect((await findExam(db, { examId }))?.revision).toBe(2);
    const [last] = await db.select().from(auditLog).where(eq(auditLog.action, "exam.changed"));
    expect(last?.detail).toMatchObject({ passPercent: { from: 70, to: 80 } });
    await setExamRetired(db, { examId, retired: true, ...act });
    expect((await findExam(db, { examId }))?.retiredAt).toEqual(NOW);
    await setExamRetired(db, { examId, retired: false, ...act });
    expect((await findExam(db, { examId }))?.retiredAt).toBeNull();
    expect(await setExamRetired(db, { examId: 999_999, retired: true, ...act })).toMatchObject({
      reason: "not-found",
    });
  });

  test("knows whether the bank has enough for it, by area and language", async ({ db }) => {
    const { area, other, act } = await bank(db);
    await createExam(db, { fields: fields([area.id, other.id]), ...act });
    await createExam(db, { fields: fields([], { slug: "all" }), ...act });
    for (let n = 0; n < 4; n += 1) await addItem(db, { areaId: area.id, ...act, code: `a-${n}` });
    await addItem(db, { areaId: other.id, ...act, code: "en-1", locale: "en" });
    const banks = (await listExamsForStaff(db)).map(({ bank }) => bank);
    expect(banks).toEqual([
      { available: 4, state: "thin", shortAreaIds: [other.id] },
      { available: 4, state: "thin", shortAreaIds: [] },
    ]);
    const balance = await listAreaBalance(db);
    expect(balance.map(({ area, inUse }) => [area.id, inUse])).toEqual([
      [area.id, { ja: 4, en: 0 }],
      [other.id, { ja: 0, en: 1 }],
    ]);
  });
});
