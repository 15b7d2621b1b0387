import { beforeAll, describe, expect, test } from "vitest";
import { BUDGETS } from "#bench/budgets.ts";
import { weighRoute } from "#bench/reading-assets.ts";
import { buildWhenStale } from "#bin/steps/build.ts";
import { LOCALES } from "#db/vocabulary.ts";

const READING_PAGES = [
  "routes/_index",
  "routes/questions._index",
  "routes/questions.$questionId",
  "routes/search",
  "routes/events._index",
  "routes/events.month",
  "routes/events.$eventId",
];

beforeAll(buildWhenStale, 300_000);

describe.each(LOCALES)("what a browser loads to read a page in %s", (locale) => {
  test.each(READING_PAGES)("%s", async (route) => {
    const { js, css } = await weighRoute(route, locale);
    // Far too little would mean that the weighing has lost its way.
    expect(js).toBeGreaterThan(BUDGETS.js / 2);
    expect(js).toBeLessThanOrEqual(BUDGETS.js);
    expect(css).toBeGreaterThan(1024);
    expect(css).toBeLessThanOrEqual(BUDGETS.css);
  });
});
