import type { Page } from "@playwright/test";
import { field } from "./support/fields.ts";
import { expect, test } from "./support/test.ts";

/** Holds the scripts of that name back until the returned function is called. */
async function holdBack(page: Page, script: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(script, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

// Before any script runs, and after the first has: what takes the page over waits for its texts.
for (const script of [/\/assets\/entry\.client-/, /\/assets\/questions-/]) {
  test(`what is typed and ticked while ${script.source} is on its way stays`, async ({
    open,
    posting,
    portal,
  }) => {
    const page = await open({ as: "member" });
    const path = await posting.ask(page, { title: "早く書きはじめる質問", body: "最初の文章。" });
    const release = await holdBack(page, script);
    await page.goto(`${path}/edit`, { waitUntil: "commit" });
    const chosen = page.getByRole("radio", { name: /契約企業/ });
    await expect(page.getByRole("button", { name: "変更を保存する" })).toBeVisible();
    await field(page, "内容").fill("スクリプトより先に書いた文章。");
    await chosen.check();
    release();
    await expect(page.getByRole("button", { name: "プレビュー" })).toBeVisible();
    await expect(field(page, "内容")).toHaveValue("スクリプトより先に書いた文章。");
    await expect(chosen).toBeChecked();
    // The draft knows of it too.
    await expect
      .poll(async () => {
        const rows = await portal.sql<{ body: string }[]>`
          select fields->>'body' as body from drafts where place = ${`question-edit:${path.split("/").at(-1)}`}`;
        return rows.map(({ body }) => body);
      })
      .toEqual(["スクリプトより先に書いた文章。"]);
    await page.getByRole("button", { name: "変更を保存する" }).click();
    await expect(page.getByText("スクリプトより先に書いた文章。")).toBeVisible();
  });
}
