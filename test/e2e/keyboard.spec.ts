import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

/** Presses Tab until the focus is where it should go; gives up when that is too far away. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}

test("by keyboard alone one reaches a question and answers it", async ({ open, posting }) => {
  const title = "キーボードだけで答えられる質問";
  const asker = await open({ as: "karasawa-yuko" });
  await posting.ask(asker, { title });
  const page = await open({ as: "supporter" });
  await page.goto("/questions");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "本文へ移動" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: title }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

  await tabTo(page, page.getByRole("textbox", { name: /^回答/ }));
  await page.keyboard.type("キーボードで書いた回答です。");
  await tabTo(page, page.getByRole("button", { name: "回答を投稿する" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("回答を投稿しました。")).toBeVisible();
  await expect(
    page.getByRole("main").getByRole("article").filter({ hasText: "キーボードで書いた回答です。" }),
  ).toBeVisible();
});

test("the account menu opens, is walked through and closes by keyboard", async ({ open }) => {
  const page = await open({ as: "member" });
  await page.goto("/questions");
  const button = page.getByRole("button", { name: "アカウント" });
  const settings = page.getByRole("link", { name: "設定", exact: true });
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  await expect(settings).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(settings).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, settings);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/profile$/);
  await expect(settings).toBeHidden();
});

test("every stop of the Tab key is visible and shows where the focus is", async ({ open }) => {
  const page = await open({ as: "member" });
  for (const path of ["/", "/questions", "/questions/new", "/settings/profile"]) {
    await page.goto(path);
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return "none";
        const isFramed = (frame: Element) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(frame);
          return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
        };
        let shown = false;
        // A field may leave the ring to the box around it.
        for (let frame: Element | null = element; frame && !shown; frame = frame.parentElement) {
          shown = isFramed(frame);
        }
        return shown ? "shown" : element.outerHTML.slice(0, 200);
      });
      if (focus === "none") break;
      expect(focus, path).toBe("shown");
    }
  }
});
