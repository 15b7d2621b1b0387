import { expect, test } from "vitest";
import { newsPath, threadPath } from "#app/notifications/notification-link.ts";

test("a notification leads to the very post", () => {
  const at = (answerId: number | null, commentId: number | null) =>
    newsPath({ questionId: 12, path: null, answerId, commentId });
  expect(at(null, null)).toBe("/questions/12");
  expect(at(34, null)).toBe("/questions/12#answer-34");
  expect(at(34, 56)).toBe("/questions/12#comment-56");
});

test("one about something else leads where it says", () => {
  const place = { questionId: null, path: "/pair-sessions/7#record" };
  expect(newsPath({ ...place, answerId: null, commentId: null })).toBe(place.path);
  expect(threadPath(place)).toBe(place.path);
  expect(threadPath({ questionId: 12, path: null })).toBe("/questions/12");
});
