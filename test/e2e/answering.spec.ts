import type { Locator, Page } from "@playwright/test";
import { field } from "./support/fields.ts";
import { expect, test } from "./support/test.ts";

const ASKER = "kitagawa-mari";
const SUPPORTER = "supporter";
const OTHER = "maruyama-megumi";

const answerWith = (page: Page, text: string): Locator =>
  page.getByRole("main").getByRole("article").filter({ hasText: text });

test("a supporter answers with code; the asker accepts, moves and takes back", {
  tag: "@phone",
}, async ({ open, posting }) => {
  const asker = await open({ as: ASKER });
  const path = await posting.ask(asker, { title: "フォームの値をまとめて検査したい" });
  const other = await open({ as: OTHER });
  await posting.answer(other, path, "項目ごとに検査を設定する方法があります。");

  const supporter = await open({ as: SUPPORTER });
  await supporter.goto(path);
  await field(supporter, "回答").fill(
    "一度に検査できます。\n\n```js\nconst valid = fields.every((f) => f.value);\n```",
  );
  await supporter.getByRole("button", { name: "回答を投稿する" }).click();
  await expect(supporter.getByText("回答を投稿しました。")).toBeVisible();
  const answer = answerWith(supporter, "一度に検査できます");
  const keyword = answer.getByRole("code").getByText("const", { exact: true });
  await expect(keyword).toBeVisible();
  const plain = await answer.getByRole("code").evaluate((code) => getComputedStyle(code).color);
  expect(await keyword.evaluate((word) => getComputedStyle(word).color)).not.toBe(plain);

  await asker.goto(path);
  const first = answerWith(asker, "項目ごとに検査");
  const second = answerWith(asker, "一度に検査");
  await first.getByRole("button", { name: "ベストアンサーにする" }).click();
  await expect(asker.getByText("解決済みです")).toBeVisible();
  await expect(first.getByText("ベストアンサー", { exact: true })).toBeVisible();
  await second.getByRole("button", { name: "ベストアンサーにする" }).click();
  await expect(second.getByText("ベストアンサー", { exact: true })).toBeVisible();
  await expect(first.getByText("ベストアンサー", { exact: true })).toBeHidden();
  await second.getByRole("button", { name: "ベストアンサーを取り消す" }).click();
  await expect(asker.getByText("解決済みです")).toBeHidden();
  await expect(asker.getByText("回答が届いています")).toBeVisible();

  await second.getByRole("button", { name: /^役に立った/ }).click();
  await expect(second.getByRole("button", { name: "役に立った（取り消す） 1" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await second.getByRole("button", { name: /^役に立った/ }).click();
  await expect(second.getByRole("button", { name: "役に立った 0" })).toHaveAttribute(
    "aria-pressed",
    "false",
  );

  await asker.getByRole("link", { name: "経緯" }).click();
  await expect(asker.getByRole("listitem").filter({ hasText: "取り消しました" })).toBeVisible();
});

test("staff ask for information; the asker's comment brings it", async ({ open, posting }) => {
  const asker = await open({ as: ASKER });
  const path = await posting.ask(asker, { title: "送信したはずのメールが見当たらない" });
  const staff = await open({ as: "staff" });
  await staff.goto(path);
  await staff.getByRole("link", { name: "情報を求める" }).click();
  await field(staff, "知りたいこと").fill("宛先のアドレスの種類を教えてください。");
  await staff.getByRole("button", { name: "情報を求める" }).click();
  await expect(staff.getByText("質問した方にお知らせしました。")).toBeVisible();

  await asker.goto("/notifications");
  await asker.getByRole("link", { name: "送信したはずのメールが見当たらない" }).first().click();
  await expect(asker.getByText("さんが情報を待っています")).toBeVisible();
  await expect(asker.getByText("宛先のアドレスの種類を教えてください。")).toBeVisible();
  const comments = asker.getByRole("region", { name: "質問へのコメント" });
  await comments.getByText("コメントする").click();
  await comments
    .getByRole("textbox", { name: "質問へのコメント" })
    .fill("社内の共有アドレスです。");
  await comments.getByRole("button", { name: "コメントを投稿する" }).click();
  await expect(comments.getByText("社内の共有アドレスです。")).toBeVisible();
  await expect(asker.getByText("さんが情報を待っています")).toBeHidden();
  await expect(asker.getByText(/^受付済み/)).toBeVisible();
});

test("a duplicate leads its readers to the question it repeats", async ({ open, posting }) => {
  const asker = await open({ as: ASKER });
  const original = await posting.ask(asker, { title: "取り込みで日本語が読めなくなる" });
  const repeated = await posting.ask(asker, { title: "取り込み後の文字化けについて" });
  const staff = await open({ as: "staff" });
  await staff.goto(repeated);
  await staff.getByRole("link", { name: "重複として案内する" }).click();
  await field(staff, "元の質問のURLまたは番号").fill(new URL(original, staff.url()).href);
  await staff.getByRole("button", { name: "重複として案内する" }).click();
  const visitor = await open();
  await visitor.goto(repeated);
  await expect(visitor.getByText("この質問は次の質問と同じ内容です。")).toBeVisible();
  await visitor
    .getByRole("main")
    .getByRole("link", { name: "取り込みで日本語が読めなくなる" })
    .first()
    .click();
  await expect(
    visitor.getByRole("heading", { level: 1, name: "取り込みで日本語が読めなくなる" }),
  ).toBeVisible();
});

test("a question is closed with a reason and opened again", async ({ open, posting }) => {
  const asker = await open({ as: ASKER });
  const path = await posting.ask(asker, { title: "集計の数字が昨日だけ違っていた" });
  await asker.goto(path);
  await asker.getByRole("link", { name: "質問を終了する" }).click();
  await asker.getByRole("radio", { name: "再現しなくなった" }).check();
  await field(asker, "補足").fill("今朝から直っています。");
  await asker.getByRole("button", { name: "質問を終了する" }).click();
  await expect(asker.getByText("この質問は終了しました（再現しなくなった）")).toBeVisible();
  await expect(asker.getByRole("button", { name: "回答を投稿する" })).toBeHidden();
  await asker.getByRole("button", { name: "質問を再開する" }).click();
  await expect(asker.getByRole("button", { name: "回答を投稿する" })).toBeVisible();
});

test("deleting asks first and can be undone", { tag: "@phone" }, async ({ open, posting }) => {
  const asker = await open({ as: ASKER });
  const path = await posting.ask(asker, { title: "消しても戻せる回答のある質問" });
  await posting.answer(asker, path, "自分で解決しました。");
  await asker.goto(path);
  const answer = answerWith(asker, "自分で解決しました。");
  await answer.getByRole("button", { name: "削除" }).click();
  const dialog = asker.getByRole("dialog", { name: "この回答を削除します。" });
  await dialog.getByRole("button", { name: "閉じる" }).click();
  await expect(answer).toBeVisible();
  await answer.getByRole("button", { name: "削除" }).click();
  await dialog.getByRole("button", { name: "削除する" }).click();
  await expect(asker.getByText("回答を削除しました。")).toBeVisible();
  await expect(answer).toBeHidden();
  await asker.getByRole("status").getByRole("button", { name: "元に戻す" }).click();
  await expect(answer).toBeVisible();
});
