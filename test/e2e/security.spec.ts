import { TOTP } from "otpauth";
import { field } from "./support/fields.ts";
import { DEMO_PASSWORD, findPerson, logIn } from "./support/log-in.ts";
import { expect, test } from "./support/test.ts";

test("staff set up a second factor and log in with it, or with a recovery code", async ({
  open,
  portal,
  expectProblem,
}) => {
  const { email } = await findPerson(portal, "sakaki-yuma");
  const page = await open({ as: "sakaki-yuma" });
  await page.goto("/settings/security");
  await page.getByRole("link", { name: "設定する" }).click();
  await page.getByRole("button", { name: "設定を始める" }).click();
  await expect(page.getByRole("img", { name: "認証アプリ用のQRコード" })).toBeVisible();
  const [, secret] = /((?:[A-Z2-7]{1,4} ){4,}[A-Z2-7]{1,4})/.exec(
    (await page.getByRole("main").textContent()) ?? "",
  ) ?? ["", ""];
  const app = new TOTP({ secret: (secret ?? "").replaceAll(" ", "") });
  await field(page, "6桁のコード").fill(app.generate());
  await page.getByRole("button", { name: "2段階認証を有効にする" }).click();
  await expect(page.getByRole("heading", { name: "2段階認証を有効にしました" })).toBeVisible();
  const codes = await page
    .getByRole("listitem")
    .filter({ hasText: /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/ })
    .allTextContents();
  expect(codes).toHaveLength(10);

  expectProblem(/400/);
  const other = await open();
  const begin = async () => {
    await other.goto("/login");
    await field(other, "メールアドレス").fill(email);
    await field(other, "パスワード").fill(DEMO_PASSWORD);
    await other.getByRole("button", { name: "ログインする" }).click();
    await expect(other.getByRole("heading", { name: "2段階認証" })).toBeVisible();
  };
  await begin();
  // A code works once: the one of the next half minute is accepted early.
  await field(other, "6桁のコード").fill("000000");
  await other.getByRole("button", { name: "ログインする" }).click();
  await expect(other.getByRole("alert")).toContainText("コードが違います。");
  await field(other, "6桁のコード").fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await other.getByRole("button", { name: "ログインする" }).click();
  await expect(other.getByRole("heading", { name: /さん、こんにちは/ })).toBeVisible();
  await other.getByRole("button", { name: "アカウント" }).click();
  await other.getByRole("button", { name: "ログアウト" }).click();
  await expect(other.getByText("ログアウトしました。")).toBeVisible();

  await begin();
  await other.getByRole("link", { name: "認証アプリが使えない場合" }).click();
  await field(other, "リカバリーコード").fill(codes[0] ?? "");
  await other.getByRole("button", { name: "ログインする" }).click();
  await expect(other.getByText("リカバリーコードを1つ使いました。")).toBeVisible();
  await other.goto("/settings/security");
  await expect(other.getByText("リカバリーコードの残り: 9個")).toBeVisible();
});

test("a session elsewhere is seen and ended", { tag: "@phone" }, async ({ open, portal }) => {
  const here = await open({ as: "miyazawa-kengo" });
  const elsewhere = await open({ as: "miyazawa-kengo" });
  await elsewhere.goto("/settings/security");
  await expect(elsewhere.getByRole("heading", { name: "ログイン中の端末" })).toBeVisible();
  await here.goto("/settings/security");
  await here.getByRole("button", { name: /をログアウトさせる$/ }).click();
  await expect(here.getByText("その端末からログアウトしました。")).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { level: 1, name: "ログイン" })).toBeVisible();

  await logIn(elsewhere.context(), portal, { as: "miyazawa-kengo", language: "ja" });
  await here.reload();
  await here.getByRole("button", { name: "ほかの端末からすべてログアウト" }).click();
  await expect(here.getByText("ほかの端末からログアウトしました（1件）。")).toBeVisible();
  await elsewhere.goto("/notifications");
  await expect(elsewhere.getByRole("heading", { level: 1, name: "ログイン" })).toBeVisible();
});
