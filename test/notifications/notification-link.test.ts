import { describe, expect, test } from "vitest";
import { groupByDay, postPath } from "#app/notifications/notification-link.ts";

describe("postPath", () => {
  test("leads to the very post", () => {
    const at = (answerId: number | null, commentId: number | null) =>
      postPath({ questionId: 12, answerId, commentId });
    expect(at(null, null)).toBe("/questions/12");
    expect(at(34, null)).toBe("/questions/12#answer-34");
    expect(at(34, 56)).toBe("/questions/12#comment-56");
  });
});

describe("groupByDay", () => {
  test("parts the days where midnight is for the reader", () => {
    const rows = ["2026-06-02T16:00:00Z", "2026-06-02T14:59:00Z", "2026-06-02T01:00:00Z"].map(
      (moment) => ({ createdAt: new Date(moment) }),
    );
    const shape = (zone: string) =>
      groupByDay(rows, zone).map(({ day, rows }) => [day, rows.length]);
    expect(shape("Asia/Tokyo")).toEqual([
      ["2026-06-03", 1],
      ["2026-06-02", 2],
    ]);
    expect(shape("UTC")).toEqual([["2026-06-02", 3]]);
    expect(groupByDay([], "UTC")).toEqual([]);
  });
});
