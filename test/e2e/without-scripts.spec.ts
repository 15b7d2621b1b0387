import { field } from "./support/fields.ts";
import { DEMO_PASSWORD, findPerson } from "./support/log-in.ts";
import { expect, test } from "./support/test.ts";

test("without scripts: find, read, log in, ask, answer, comment and vote", async ({
  open,
  portal,
  posting,
  expectProblem,
}) => {
  expectProblem(/400/);
  const asker = await open({ as: "tsukada-sho" });
  const path = await posting.ask(asker, { title: "スクリプトなしで読める質問", tags: "素のまま" });
  const { email } = await findPerson(portal, "okuno-rina");

  const page = await open({ javaScriptEnabled: false });
  await page.goto("/questions");
  await page
    .getByRole("navigation", { name: "質問の絞り込み" })
    .getByRole("link", { name: "回答待ち" })
    .click();
  await page.getByLabel("製品領域").selectOption({ label: "フォーム" });
  await page.getByRole("button", { name: "絞り込む" }).click();
  await expect(page).toHaveURL(/state=unanswered.*area=forms/);
  await page.getByRole("link", { name: "スクリプトなしで読める質問" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "スクリプトなしで読める質問" }),
  ).toBeVisible();

  await page.getByRole("link", { name: "ログインすると回答できます" }).click();
  await field(page, "メールアドレス").fill(email);
  await field(page, "パスワード").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "ログインする" }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));

  await field(page, "回答").fill("スクリプトがなくても**回答**できます。");
  await page.getByRole("button", { name: "回答を投稿する" }).click();
  await expect(page.getByText("回答を投稿しました。")).toBeVisible();
  const question = page.getByRole("article", { name: "質問した人" });
  await question.getByText("コメントする").click();
  await question.getByRole("textbox", { name: "質問へのコメント" }).fill("コメントも書けます。");
  await question.getByRole("button", { name: "コメントを投稿する" }).click();
  await expect(question.getByText("コメントも書けます。")).toBeVisible();
  await question
    .getByRole("button", { name: /^役に立った/ })
    .first()
    .click();
  await expect(question.getByRole("button", { name: "役に立った（取り消す） 1" })).toBeVisible();

  await page.goto("/questions/new");
  await field(page, "タイトル").fill("\u200b\u200b\u200b\u200bみ");
  await field(page, "製品領域").selectOption({ label: "フォーム" });
  await field(page, "内容").fill("書いたものは残ります。");
  await page.getByRole("button", { name: "質問を投稿する" }).click();
  await expect(page.getByRole("alert")).toContainText("タイトルは5文字以上で入力してください");
  await expect(field(page, "内容")).toHaveValue("書いたものは残ります。");
  await field(page, "タイトル").fill("スクリプトなしで書いた質問");
  await page.getByRole("button", { name: "質問を投稿する" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "スクリプトなしで書いた質問" }),
  ).toBeVisible();

  await page.getByText("削除", { exact: true }).click();
  await page.getByRole("button", { name: "削除する" }).click();
  await expect(page.getByText("質問を削除しました。")).toBeVisible();
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "スクリプトなしで書いた質問" }),
  ).toBeVisible();

  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("link", { name: "Questions" }).first()).toBeVisible();
});
