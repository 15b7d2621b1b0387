import { globSync } from "node:fs";
import { basename } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Locale } from "#db/vocabulary.ts";
import { pagesOf, type Visit } from "./support/pages.ts";
import { findPlaces, SECURED } from "./support/places.ts";
import { expect, test } from "./support/test.ts";

/** WCAG 2.2, levels A and AA. */
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What else a second palette can break. */
const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];
const PEOPLE = [undefined, "member", "lead", "supporter", "staff", "admin", SECURED];
const LANGUAGES: Locale[] = ["ja", "en"];

for (const language of LANGUAGES) {
  for (const as of PEOPLE) {
    test(`pages of ${as ?? "visitors"} are accessible in both palettes (${language})`, {
      tag: "@phone",
    }, async ({ open, portal, expectProblem }) => {
      test.setTimeout(180_000);
      expectProblem(/status of 4\d\d/);
      const visits = Object.values(pagesOf(await findPlaces(portal)))
        .flat()
        .filter((visit) => visit.as === as);
      expect(visits.length).toBeGreaterThan(0);
      const page = await open({ as, language });
      for (const visit of visits) await inspect(page, visit, language);
    });
  }

  test(`the setup of an empty portal is accessible (${language})`, {
    tag: "@phone",
  }, async ({ open, emptyPortal }) => {
    const page = await open({ language, baseURL: emptyPortal.url });
    await inspect(page, { path: "/setup" }, language);
  });
}

test("no page is left out", async ({ portal }) => {
  const routes = globSync("app/routes/*.tsx").map((file) => basename(file));
  const looked = Object.keys(pagesOf(await findPlaces(portal)));
  expect(looked.sort()).toEqual(routes.sort());
});

async function inspect(page: Page, { path, as, then }: Visit, language: Locale): Promise<void> {
  await test.step(path, async () => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(path);
    if (as) expect(new URL(page.url()).pathname, "nobody is sent away").not.toBe("/login");
    await then?.(page);
    // What has scrolled under the head of the page is not covered for good.
    await page.evaluate(() => scrollTo(0, 0));
    await expect.soft(page.locator("html")).toHaveAttribute("lang", language);
    await expect.soft(page, path).toHaveTitle(/\S/);
    expect.soft(await violations(page), `${path} in light colours`).toEqual([]);
    await expectNoOverflow(page, path);
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await violations(page, RULES_OF_COLOUR), `${path} in dark colours`).toEqual([]);
  });
}

/** What axe finds, a line for each thing. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // The page is on this machine and has no foreign frames: no second tab is needed to gather results.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const found = await (rules ? axe.withRules(rules) : axe.withTags(STANDARD)).analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.html.slice(0, 160)} – ${node.failureSummary?.replaceAll("\n", " ")}`,
    ),
  );
}

/** Nothing makes the page as a whole scroll sideways. */
async function expectNoOverflow(page: Page, path: string): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `width of ${path}`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}
