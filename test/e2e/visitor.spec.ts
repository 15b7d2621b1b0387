import { expect, test } from "./support/test.ts";

test("a visitor reads a question from the home page, changes language and colours", {
  tag: "@phone",
}, async ({ open }) => {
  const page = await open();
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  const solved = page.getByRole("list", { name: "最近解決した質問" });
  const first = solved.getByRole("heading", { level: 3 }).first();
  const title = (await first.textContent()) ?? "";
  await first.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("解決済みです")).toBeVisible();
  await expect(page.getByText("ベストアンサー", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole("link", { name: "Log in", exact: true })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "日本語" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");

  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByRole("button", { name: "ダーク" }).click();
  await expect(page.getByRole("button", { name: "ダーク" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  expect(await ground()).not.toBe(light);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("the list is filtered by links, and the back button undoes each step", {
  tag: "@phone",
}, async ({ open }) => {
  const page = await open();
  await page.goto("/questions");
  const filters = page.getByRole("navigation", { name: "質問の絞り込み" });
  await filters.getByRole("link", { name: "解決済み" }).click();
  // The address changes a moment before the page does.
  await expect(filters.getByRole("link", { name: "解決済み" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expect(page).toHaveURL(/state=solved/);
  await page.getByLabel("製品領域").selectOption({ label: "フォーム" });
  await expect(page).toHaveURL(/area=forms/);
  await expect(page).toHaveURL(/state=solved/);
  const first = page.getByRole("heading", { level: 3 }).first();
  const title = (await first.textContent()) ?? "";
  await first.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("製品領域")).toHaveValue("forms");
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText(title);
  await page.goBack();
  await expect(page).not.toHaveURL(/area=/);
  await expect(filters.getByRole("link", { name: "解決済み" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await page.goBack();
  await expect(filters.getByRole("link", { name: "すべて" })).toHaveAttribute(
    "aria-current",
    "page",
  );
});

test("further questions come on a next page", async ({ open }) => {
  const page = await open();
  await page.goto("/questions");
  const first = (await page.getByRole("heading", { level: 3 }).first().textContent()) ?? "";
  await page
    .getByRole("main")
    .getByRole("link", { name: /さらに見る|次のページ/ })
    .click();
  await expect(page).toHaveURL(/after=/);
  await expect(page.getByRole("heading", { level: 3 }).first()).not.toHaveText(first);
});

test("search finds a question by words of its title", { tag: "@phone" }, async ({
  open,
  portal,
}) => {
  const [question] = await portal.sql<{ title: string }[]>`
    select title from questions where scope = 'public' and locale = 'ja' and state = 'solved'
    order by id limit 1`;
  const title = question?.title ?? "";
  const page = await open();
  await page.goto("/search");
  const words = page.getByRole("main").getByLabel("探したいことば");
  await words.fill(title.slice(0, 8));
  await words.press("Enter");
  await expect(page.getByRole("heading", { level: 3, name: title })).toBeVisible();
  await words.fill("ソンナシツモンハナイ");
  await page.getByRole("button", { name: "検索する" }).click();
  await expect(page.getByText("合う質問は見つかりませんでした")).toBeVisible();
});

test("what does not exist is said so, with a way on", async ({ open, expectProblem }) => {
  expectProblem(/404/);
  const page = await open();
  for (const path of ["/no-such-page", "/questions/999999", "/questions/abc"]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "ページが見つかりません" })).toBeVisible();
  }
  await page.getByRole("link", { name: "質問を検索する" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "検索" })).toBeVisible();
});

test("a question prints without the controls around it", async ({ open, portal }) => {
  const [question] = await portal.sql<{ id: number }[]>`
    select id::int from questions where scope = 'public' and state = 'solved' order by id limit 1`;
  const page = await open({ as: "member" });
  await page.goto(`/questions/${question?.id}`);
  await expect(page.getByRole("banner")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("contentinfo")).toBeHidden();
  await expect(page.getByRole("button", { name: "回答を投稿する" })).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("ベストアンサー", { exact: true })).toBeVisible();
});
