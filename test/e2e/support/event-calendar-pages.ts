import type { Page } from "@playwright/test";
import type { Visit } from "./pages.ts";

const by = (as: string, path: string, then?: Visit["then"]): Visit => ({ path, as, then });

/** The settings of one's own calendar: without an address, and at the moment one is made. */
export function eventCalendarPages(): Record<string, Visit[]> {
  return {
    "settings.calendar.tsx": [
      by("member", "/settings/calendar"),
      by("supporter", "/settings/calendar", makeAddress),
    ],
  };
}

async function makeAddress(page: Page): Promise<void> {
  const main = page.getByRole("main");
  const field = main.locator("input[readonly]");
  const first = main.getByRole("button", { name: /^(アドレスを作る|Make an address)$/ });
  if (await first.isVisible()) await first.click();
  else {
    const again = /^(アドレスを作り直す|Make a new address)$/;
    await main.getByRole("button", { name: again }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: again }).click();
  }
  await field.waitFor();
}
