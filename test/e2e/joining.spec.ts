import { field } from "./support/fields.ts";
import { findPerson } from "./support/log-in.ts";
import { linkIn, newestMail } from "./support/mailbox.ts";
import { expect, test } from "./support/test.ts";

const PASSWORD = "asagao-no-tane-37";

test("somebody joins by the domain of their company and fills in a profile", {
  tag: "@phone",
}, async ({ open, portal, expectProblem }) => {
  const [company] = await portal.sql<{ name: string; domain: string }[]>`
    select name, domain from organisations join organisation_domains on organisation_id = organisations.id
    order by organisations.id limit 1`;
  const email = `asagao.mizuki@${company?.domain}`;
  const page = await open();
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "コミュニティに参加する" }).click();
  await expect(page).toHaveURL(/\/signup$/);
  await field(page, "会社のメールアドレス").fill(email);
  await page.getByRole("button", { name: "登録用のメールを受け取る" }).click();
  await expect(page.getByText(`${email} 宛に`)).toBeVisible();

  const link = linkIn(await newestMail(portal, "signup", email), "/signup/");
  await page.goto(link);
  await expect(page.getByText(`${company?.name}のメンバーとして参加します。`)).toBeVisible();
  await field(page, "お名前").fill("朝顔 みずき");
  await field(page, "ふりがな").fill("あさがお みずき");
  await field(page, "パスワード").fill(PASSWORD);
  await page.getByRole("button", { name: "登録して始める" }).click();
  await expect(page.getByText("朝顔 みずきさん、ようこそ。")).toBeVisible();

  await page.getByRole("button", { name: "アカウント" }).click();
  await page.getByRole("link", { name: "設定", exact: true }).click();
  await field(page, "部署・役職").fill("営業企画");
  await field(page, "自己紹介").fill("フォームを担当しています。");
  await page.getByRole("checkbox", { name: "フォーム" }).check();
  await page.getByRole("button", { name: "保存する" }).click();
  await expect(page.getByText("プロフィールを保存しました。")).toBeVisible();
  await page.getByRole("link", { name: "表示を確認する" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /朝顔 みずき/ })).toBeVisible();
  await expect(page.getByText("フォームを担当しています。")).toBeVisible();

  expectProblem(/410/);
  await page.goto(link);
  await expect(
    page.getByRole("heading", { name: /すでに使われています|アカウントはすでにあります/ }),
  ).toBeVisible();
});

test("a picture of oneself is shown to others", async ({ open, portal }) => {
  const page = await open({ as: "nagatomo-sayaka" });
  await page.goto("/settings/profile");
  const picture = await page.screenshot();
  await page
    .getByLabel("画像ファイル")
    .setInputFiles({ name: "me.png", mimeType: "image/png", buffer: picture });
  await page.getByRole("button", { name: "写真を設定する" }).click();
  await expect(page.getByText("写真を設定しました。")).toBeVisible();
  const { handle } = await findPerson(portal, "nagatomo-sayaka");
  const visitor = await open();
  const [answer] = await Promise.all([
    visitor.waitForResponse((response) => response.url().includes("/files/")),
    visitor.goto(`/people/${handle}`),
  ]);
  expect(answer.status()).toBe(200);
  await page.getByRole("button", { name: "写真を外す" }).click();
  await expect(page.getByText("写真を外しました。")).toBeVisible();
});

test("a lead invites a colleague, who joins by the link", async ({ open, portal }) => {
  const email = "shinjin.taro@gmail.example";
  const lead = await open({ as: "lead" });
  await lead.goto("/");
  await lead.getByRole("button", { name: "アカウント" }).click();
  await lead.getByRole("link", { name: "自社のページ" }).click();
  await expect(lead.getByRole("link", { name: "同僚を招待する" })).toBeVisible();
  const company = (await lead.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await lead.getByRole("link", { name: "同僚を招待する" }).click();
  await field(lead, "メールアドレス").fill(email);
  await field(lead, "ひとこと").fill("一緒に使いましょう。");
  await lead.getByRole("button", { name: "招待メールを送る" }).click();
  await expect(lead.getByText(`${email} に招待メールを送りました。`)).toBeVisible();

  const page = await open();
  await page.goto(linkIn(await newestMail(portal, "invitation", email), "/invite/"));
  await expect(page.getByText(`${company}のメンバーとして招待されています。`)).toBeVisible();
  await expect(page.getByText("一緒に使いましょう。")).toBeVisible();
  await field(page, "お名前").fill("新人 太郎");
  await field(page, "パスワード").fill(PASSWORD);
  await page.getByRole("button", { name: "登録して始める" }).click();
  await expect(page.getByText("新人 太郎さん、ようこそ。")).toBeVisible();

  await lead.reload();
  const row = lead.getByRole("row").filter({ hasText: email });
  await expect(row.getByText("参加済み")).toBeVisible();
});

test("a forgotten password is set anew, and only the new one works", async ({
  open,
  portal,
  expectProblem,
}) => {
  expectProblem(/400/);
  const { email } = await findPerson(portal, "hirabayashi-shuichi");
  const page = await open();
  await page.goto("/login");
  await page.getByRole("link", { name: "パスワードを忘れた方" }).click();
  await expect(page).toHaveURL(/\/forgot$/);
  await field(page, "メールアドレス").fill(email);
  await page.getByRole("button", { name: "再設定のメールを受け取る" }).click();
  await expect(page.getByRole("heading", { name: "メールをご確認ください" })).toBeVisible();

  const link = linkIn(await newestMail(portal, "reset-password", email), "/reset/");
  await page.goto(link);
  await field(page, "新しいパスワード").fill("short");
  await page.getByRole("button", { name: "パスワードを変更する" }).click();
  await expect(page.getByRole("alert")).toContainText("10文字以上で入力してください");
  await field(page, "新しいパスワード").fill(PASSWORD);
  await page.getByRole("button", { name: "パスワードを変更する" }).click();
  await expect(page.getByText("新しいパスワードでログインしてください。")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "ログイン" })).toBeVisible();
  await field(page, "メールアドレス").fill(email);
  await field(page, "パスワード").fill("demo-portal");
  await page.getByRole("button", { name: "ログインする" }).click();
  await expect(page.getByRole("alert")).toContainText("メールアドレスかパスワードが違います。");
  await field(page, "パスワード").fill(PASSWORD);
  await page.getByRole("button", { name: "ログインする" }).click();
  await expect(page.getByRole("heading", { name: /さん、こんにちは/ })).toBeVisible();
});

test("an empty portal leads to its setup, which makes the first administrator", async ({
  // Named before `open`, so that its pages are closed while it still answers.
  emptyPortal,
  open,
  expectProblem,
}) => {
  const page = await open({ baseURL: emptyPortal.url });
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  await field(page, "セットアップコード").fill(emptyPortal.setupCode ?? "");
  await field(page, "メールアドレス").fill("first@portal.example");
  await field(page, "お名前").fill("最初 一子");
  await field(page, "パスワード").fill(PASSWORD);
  await page.getByRole("button", { name: "管理者をつくって始める" }).click();
  await expect(page.getByText("準備ができました。")).toBeVisible();
  await expect(
    page.getByRole("link", { name: "CSワークスペース" }).filter({ visible: true }),
  ).toBeVisible();
  expectProblem(/404/);
  const answer = await page.goto("/setup");
  expect(answer?.status()).toBe(404);
});
