import type { Locator, Page } from "@playwright/test";

/** The field with this label, whatever the label says about being required. */
export function field(page: Page | Locator, label: string): Locator {
  return page.getByLabel(new RegExp(`^${label}\\s*(必須|任意|required|optional)?$`));
}
