import { describe, expect, test } from "vitest";
import { CODE_PATTERN, type ItemDraft, itemFaults } from "#app/certification/exams/items.ts";
import { examItems } from "#db/seed/content/exam-items.ts";
import { productAreas } from "#db/seed/content/index.ts";
import type { SeedExamItem } from "#db/seed/content/types.ts";

const draftOf = ({ kind, stem, options, right, explanation }: SeedExamItem): ItemDraft => ({
  areaId: 1,
  kind,
  locale: "ja",
  stem,
  explanation,
  options: options.map((text, index) => ({ text, isCorrect: right.includes(index + 1) })),
});

describe("the question bank of the demo community", () => {
  test("has five items for each of eight product areas, of all kinds", () => {
    expect(examItems).toHaveLength(40);
    const byArea = Map.groupBy(examItems, ({ area }) => area);
    expect([...byArea.values()].map((items) => items.length)).toEqual(Array(8).fill(5));
    const areas = new Set<string>(productAreas.map(({ slug }) => slug));
    expect([...byArea.keys()].every((slug) => areas.has(slug))).toBe(true);
    const kinds = Map.groupBy(examItems, ({ kind }) => kind);
    expect(kinds.get("single")?.length).toBeGreaterThanOrEqual(20);
    expect(kinds.get("multiple")?.length).toBeGreaterThanOrEqual(8);
    expect(kinds.get("order")?.length).toBeGreaterThanOrEqual(6);
  });

  test("would be taken by the portal's own form", () => {
    const codes = examItems.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const item of examItems) {
      expect([item.code, itemFaults(draftOf(item))]).toEqual([item.code, []]);
      expect(item.code).toMatch(CODE_PATTERN);
      expect(item.right.every((number) => item.options[number - 1] !== undefined)).toBe(true);
      expect(item.kind === "order").toBe(item.right.length === 0);
    }
  });

  test("explains every answer, and offers enough to be wrong about", () => {
    for (const { code, kind, options, right, explanation } of examItems) {
      expect([code, explanation.length > 20]).toEqual([code, true]);
      expect([code, options.length >= 4]).toEqual([code, true]);
      if (kind === "multiple") expect(options.length).toBeGreaterThan(right.length);
    }
  });
});
