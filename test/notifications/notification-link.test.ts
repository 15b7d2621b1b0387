import { expect, test } from "vitest";
import { postPath } from "#app/notifications/notification-link.ts";

test("a notification leads to the very post", () => {
  const at = (answerId: number | null, commentId: number | null) =>
    postPath({ questionId: 12, answerId, commentId });
  expect(at(null, null)).toBe("/questions/12");
  expect(at(34, null)).toBe("/questions/12#answer-34");
  expect(at(34, 56)).toBe("/questions/12#comment-56");
});
