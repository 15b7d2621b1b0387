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
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const LANGUAGES: Locale[] = ["ja", "en"];

for (const language of LANGUAGES) {
  for (const as of PEOPLE) {
    test(`pages of ${as ?? "visitors"} are accessible (${language})`, async ({
      open,
      portal,
      expectProblem,
    }) => {
      // States of a page differ in what is on it, not in how long its words are, nor in its shape.
      const pages = Object.values(pagesOf(await findPlaces(portal))).map((states) =>
        states.filter((visit) => visit.as === as),
      );
      const visits = pages.flatMap((own) => (language === "ja" ? own : own.slice(0, 1)));
      expect(visits.length).toBeGreaterThan(0);
      test.setTimeout(30_000 + visits.length * 15_000);
      expectProblem(/status of 4\d\d/);
      const page = await open({ as, language });
      const firsts = new Set(pages.map(([first]) => first));
      for (const visit of visits) {
        await inspect(page, visit, { language, isWideToo: firsts.has(visit) });
      }
    });
  }

  test(`the setup of an empty portal is accessible (${language})`, async ({
    open,
    emptyPortal,
  }) => {
    const page = await open({ language, baseURL: emptyPortal.url });
    await inspect(page, { path: "/setup" }, { language, isWideToo: true });
  });
}

test("no page is left out", async ({ portal }) => {
  const routes = globSync("app/routes/*.tsx").map((file) => basename(file));
  const looked = Object.keys(pagesOf(await findPlaces(portal)));
  expect(looked.sort()).toEqual(routes.sort());
});

/** Looks at one page: in Japanese in both sets of colours, and in one state on a wide screen too. */
async function inspect(
  page: Page,
  { path, as, then }: Visit,
  { language, isWideToo }: { language: Locale; isWideToo: boolean },
): Promise<void> {
  await test.step(path, async () => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize(WIDE);
    await page.goto(path);
    if (as) expect(new URL(page.url()).pathname, "nobody is sent away").not.toBe("/login");
    await then?.(page);
    await expect.soft(page.locator("html")).toHaveAttribute("lang", language);
    await expect.soft(page, path).toHaveTitle(/\S/);
    // What English changes is the length of words, which shows on a phone.
    if (language === "ja" && isWideToo) await expectNoViolations(page, `${path} on a wide screen`);
    await page.setViewportSize(PHONE);
    await expectNoViolations(page, `${path} on a phone`);
    await expectNoOverflow(page, path);
    // Colours do not depend on the language.
    if (language !== "ja") return;
    await page.emulateMedia({ colorScheme: "dark" });
    await expectNoViolations(page, `${path} on a phone in the dark`, RULES_OF_COLOUR);
  });
}

/** Fails with a line for each thing that axe finds. */
async function expectNoViolations(page: Page, what: string, rules?: string[]): Promise<void> {
  // What has scrolled under the head of the page is not covered for good.
  await page.evaluate(() => scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page })
    // The page is on this machine and has no foreign frames: no second tab is needed for results.
    .setLegacyMode(true)
    .options({
      runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: STANDARD },
      resultTypes: ["violations"],
    })
    .analyze();
  const lines = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.html.slice(0, 160)} – ${node.failureSummary?.replaceAll("\n", " ")}`,
    ),
  );
  expect.soft(lines, what).toEqual([]);
}

/** Nothing makes the page as a whole scroll sideways. */
async function expectNoOverflow(page: Page, path: string): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `width of ${path}`).toBeLessThanOrEqual(PHONE.width);
}
