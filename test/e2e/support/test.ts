import { type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import type { Locale } from "#db/vocabulary.ts";
import { EMPTY, FILLED } from "./databases.ts";
import { logIn } from "./log-in.ts";
import { type Portal, startOwnPortal } from "./portal.ts";
import { type Posting, posting } from "./posting.ts";
import { type Watch, watchProblems } from "./watch.ts";

export { expect } from "@playwright/test";

export type Opening = BrowserContextOptions & {
  /** A demo account's name, a handle or a mail address; a visitor when absent. */
  as?: string;
  /** Language the portal shows; Japanese when absent. */
  language?: Locale;
};

const BROWSER_LOCALES: Record<Locale, string> = { ja: "ja-JP", en: "en-US" };

type OfTest = {
  watch: Watch;
  /** Opens a browser of somebody's own: nothing is shared between two of them. */
  open(opening?: Opening): Promise<Page>;
  /** A portal without people, of this test alone. */
  emptyPortal: Portal;
  expectProblem: Watch["expectProblem"];
  /** Posts without a form, for what a test starts from. */
  posting: Posting;
};

type OfWorker = { portal: Portal };

/** `test` with the demo community; anything that goes wrong in a page or on the server fails it. */
export const test = base.extend<OfTest, OfWorker>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
    async ({}, use) => {
      const portal = await startOwnPortal(FILLED);
      await use(portal);
      await portal.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.url),
  watch: async ({ portal }, use) => {
    const watch = watchProblems();
    await use(watch);
    const wrong = [...watch.unexpected(), ...portal.takeErrors()];
    if (wrong.length > 0) throw new Error(`Unexpected problems:\n${wrong.join("\n")}`);
  },
  posting: async ({ portal }, use) => use(posting(portal)),
  expectProblem: async ({ watch }, use) => use(watch.expectProblem),
  open: async ({ browser, portal, watch }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async ({ as, language = "ja", ...options } = {}) => {
      const context = await browser.newContext({ locale: BROWSER_LOCALES[language], ...options });
      opened.push(context);
      await watch.follow(context);
      if (as) await logIn(context, portal, { as, language });
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  emptyPortal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
    async ({}, use) => {
      const portal = await startOwnPortal(EMPTY);
      await use(portal);
      const wrong = portal.takeErrors();
      await portal.stop();
      if (wrong.length > 0) throw new Error(`The server logged:\n${wrong.join("\n")}`);
    },
    { timeout: 60_000 },
  ],
});
