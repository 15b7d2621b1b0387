import { field } from "./support/fields.ts";
import { findPerson } from "./support/log-in.ts";
import { bringPicture } from "./support/pictures.ts";
import { expect, test } from "./support/test.ts";

test("a member asks with everything the form offers", async ({ open, portal, expectProblem }) => {
  const [known] = await portal.sql<{ title: string }[]>`
    select title from questions where scope = 'public' and locale = 'ja' order by id limit 1`;
  const colleague = await findPerson(portal, "lead");
  const page = await open({ as: "member" });
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "質問する" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "質問する" })).toBeVisible();

  const title = `${known?.title}（もう一度）`;
  await field(page, "タイトル").fill(title);
  await expect(page.getByRole("heading", { name: "似ている質問があります" })).toBeVisible();
  await expect(page.getByRole("link", { name: known?.title, exact: true })).toBeVisible();
  await field(page, "製品領域").selectOption({ label: "フォーム" });

  const body = field(page, "内容");
  await body.fill("急いでいます");
  await body.selectText();
  await page.getByRole("button", { name: "太字" }).click();
  await expect(body).toHaveValue("**急いでいます**");
  await body.press("ControlOrMeta+End");
  await body.pressSequentially(` @${colleague.handle.slice(0, 5)}`);
  await page.getByRole("option", { name: colleague.name }).click();
  await expect(body).toHaveValue(`**急いでいます** @${colleague.handle} `);
  await body.press("ControlOrMeta+End");
  await body.press("Enter");
  await bringPicture(body, "paste", "teal");
  await expect(body).toHaveValue(/(!\[.*\]\(\/files\/\S+\)\s*){1}$/);
  await bringPicture(body, "drop", "gold");
  await expect(body).toHaveValue(/(!\[.*\]\(\/files\/\S+\)\s*){2}$/);

  await page.getByRole("button", { name: "プレビュー" }).click();
  await expect(page.getByRole("strong").filter({ hasText: "急いでいます" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("img")).toHaveCount(2);
  await page.getByRole("button", { name: "書く" }).click();
  await field(page, "タグ").fill("自動返信、至急");
  await page.getByRole("radio", { name: "契約企業" }).check();
  await page.getByRole("button", { name: "質問を投稿する" }).click();

  await expect(page).toHaveURL(/\/questions\/\d+$/);
  await expect(page.getByRole("status").getByText("質問を投稿しました")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const post = page.getByRole("article", { name: "質問した人" });
  await expect(post.getByRole("strong")).toHaveText("急いでいます");
  await expect(post.getByRole("link", { name: new RegExp(colleague.name) })).toHaveAttribute(
    "href",
    `/people/${colleague.handle}`,
  );
  const pictures = post.getByRole("img");
  await expect(pictures).toHaveCount(2);
  for (const picture of await pictures.all()) {
    await expect(picture).toHaveJSProperty("naturalWidth", 80);
  }
  await expect(post.getByRole("link", { name: "至急" })).toBeVisible();
  await expect(post.getByText("公開範囲: 契約企業")).toBeVisible();

  expectProblem(/404/);
  const visitor = await open();
  await visitor.goto(page.url());
  await expect(visitor.getByRole("heading", { name: "ページが見つかりません" })).toBeVisible();

  const mentioned = await open({ as: "lead" });
  await mentioned.goto("/notifications");
  await expect(mentioned.getByRole("link", { name: title })).toBeVisible();
});

test("a draft survives a closed tab", { tag: "@phone" }, async ({ open }) => {
  const page = await open({ as: "kuroki-daisuke" });
  await page.goto("/questions/new");
  await field(page, "タイトル").fill("閉じてしまったタブの質問");
  await field(page, "内容").fill("ここまで書きました。");
  await expect(page.getByText("下書きを保存しました")).toBeVisible();
  await field(page, "内容").fill("ここまで書きました。最後の一行。");
  await page.close({ runBeforeUnload: true });

  const later = await page.context().newPage();
  await expect(async () => {
    await later.goto("/questions/new");
    await expect(field(later, "内容")).toHaveValue("ここまで書きました。最後の一行。", {
      timeout: 500,
    });
  }).toPass();
  await expect(later.getByText("下書きを復元しました")).toBeVisible();
  await expect(field(later, "タイトル")).toHaveValue("閉じてしまったタブの質問");
  await later.getByRole("button", { name: "下書きを破棄する" }).click();
  await expect(field(later, "タイトル")).toHaveValue("");
});

test("a wrong form says what to do and keeps what was typed", async ({ open, expectProblem }) => {
  expectProblem(/400/);
  const page = await open({ as: "iwakiri-miho" });
  await page.goto("/questions/new");
  // Only the browser's own check stands before the server's.
  await field(page, "タイトル").fill("\u200b\u200b\u200b\u200b\u200bあ");
  await field(page, "製品領域").selectOption({ label: "フォーム" });
  await field(page, "内容").fill("この文章は残ります。");
  await page.getByRole("button", { name: "質問を投稿する" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("タイトルは5文字以上で入力してください（いま1文字です）。");
  await expect(field(page, "内容")).toHaveValue("この文章は残ります。");
  await summary.getByRole("link", { name: "タイトル" }).click();
  await expect(field(page, "タイトル")).toBeFocused();
});

test("two clicks on the button make one question", { tag: "@phone" }, async ({ open, portal }) => {
  const title = "二度押しても質問は一つだけ";
  const page = await open({ as: "sagara-takumi" });
  await page.goto("/questions/new");
  await field(page, "タイトル").fill(title);
  await field(page, "製品領域").selectOption({ label: "レポート・分析" });
  await field(page, "内容").fill("ボタンを続けて二度押しました。");
  await page.getByRole("button", { name: "質問を投稿する" }).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const rows = await portal.sql`select id from questions where title = ${title}`;
  expect(rows).toHaveLength(1);
});

test("two tabs edit the same question: the second is shown both versions", async ({
  open,
  posting,
  expectProblem,
}) => {
  expectProblem(/409/);
  const page = await open({ as: "member" });
  const path = await posting.ask(page, { title: "二つのタブで編集する質問", body: "最初の文章。" });
  const staff = await open({ as: "staff" });
  await staff.goto(`${path}/edit`);
  await page.goto(`${path}/edit`);
  await field(page, "内容").fill("質問者が直した文章。");
  await page.getByRole("button", { name: "変更を保存する" }).click();
  await expect(page.getByText("変更を保存しました。")).toBeVisible();

  await field(staff, "内容").fill("担当者が直した文章。");
  await staff.getByRole("button", { name: "変更を保存する" }).click();
  const notice = staff.getByRole("alert").filter({ hasText: "ほかの人がこの投稿を変更しました" });
  await expect(notice).toBeVisible();
  await expect(notice.getByRole("deletion")).toContainText("質問");
  await expect(notice.getByRole("insertion")).toContainText("担当");
  await expect(field(staff, "内容")).toHaveValue("担当者が直した文章。");
  await field(staff, "内容").fill("二人が直した文章。");
  await staff.getByRole("button", { name: "変更を保存する" }).click();
  await expect(staff.getByRole("article", { name: "質問した人" })).toContainText(
    "二人が直した文章。",
  );

  await staff.getByRole("link", { name: "編集済み" }).click();
  await expect(staff.getByRole("heading", { name: "第3版" })).toBeVisible();
  await expect(staff.getByRole("heading", { name: "最初の版" })).toBeVisible();
  await expect(staff.getByRole("insertion").first()).toContainText("二人");
});
