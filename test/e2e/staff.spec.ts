import { field } from "./support/fields.ts";
import { findPerson } from "./support/log-in.ts";
import { linkIn, newestMail } from "./support/mailbox.ts";
import { expect, test } from "./support/test.ts";

test("an admin registers a company, whose people then join by themselves", async ({
  open,
  portal,
  expectProblem,
}) => {
  const admin = await open({ as: "admin" });
  await admin.goto("/staff");
  await admin
    .getByRole("navigation", { name: "CSワークスペースのメニュー" })
    .getByRole("link", { name: "企業" })
    .click();
  await admin.getByRole("link", { name: "企業を登録する" }).click();
  await field(admin, "企業名").fill("白樺電機株式会社");
  await field(admin, "区分").selectOption({ label: "2" });
  await field(admin, "活用の段階").selectOption({ label: "導入期" });
  await field(admin, "メールドメイン").fill("gmail.com");
  await admin.getByRole("button", { name: "企業を登録する" }).click();
  expectProblem(/4\d\d/);
  await expect(admin.getByRole("alert")).toContainText("だれでも使えるメールサービス");
  await expect(field(admin, "企業名")).toHaveValue("白樺電機株式会社");
  await field(admin, "メールドメイン").fill("shirakaba.example\nshirakaba-denki.example");
  await admin.getByRole("button", { name: "企業を登録する" }).click();
  await expect(admin.getByText("「白樺電機株式会社」を登録しました。")).toBeVisible();

  const page = await open();
  await page.goto("/signup");
  await field(page, "会社のメールアドレス").fill("hana@shirakaba-denki.example");
  await page.getByRole("button", { name: "登録用のメールを受け取る" }).click();
  const mail = await newestMail(portal, "signup", "hana@shirakaba-denki.example");
  await page.goto(linkIn(mail, "/signup/"));
  await expect(page.getByText("白樺電機株式会社のメンバーとして参加します。")).toBeVisible();
  await field(page, "お名前").fill("白樺 花");
  await field(page, "パスワード").fill("shirakaba-no-mori-5");
  await page.getByRole("button", { name: "登録して始める" }).click();
  await expect(page.getByText("白樺 花さん、ようこそ。")).toBeVisible();

  await admin.reload();
  const row = admin
    .getByRole("list", { name: "白樺電機株式会社のメンバー" })
    .getByRole("listitem")
    .filter({ hasText: "白樺 花" });
  await row.getByRole("button", { name: "企業責任者にする" }).click();
  await expect(admin.getByText("企業責任者に指名しました。")).toBeVisible();
  await page.getByRole("button", { name: "アカウント" }).click();
  await page.getByRole("link", { name: "自社のページ" }).click();
  await expect(page.getByRole("link", { name: "同僚を招待する" })).toBeVisible();
});

test("two of the staff change a company: the second sees what the first saved", async ({
  open,
  portal,
  expectProblem,
}) => {
  const [company] = await portal.sql<{ id: number; name: string }[]>`
    select id::int, name from organisations order by id desc limit 1`;
  const path = `/staff/organisations/${company?.id}`;
  const first = await open({ as: "admin" });
  const second = await open({ as: "staff" });
  await first.goto(path);
  await second.goto(path);
  await field(first, "業種").fill("先に保存した業種");
  await first.getByRole("button", { name: "保存する" }).click();
  await expect(first.getByText("の情報を保存しました。")).toBeVisible();
  expectProblem(/409/);
  await field(second, "業種").fill("後から入力した業種");
  await second.getByRole("button", { name: "保存する" }).click();
  const notice = second.getByRole("alert").filter({ hasText: "ほかの方が保存しました" });
  await expect(notice).toContainText("先に保存した業種");
  await expect(field(second, "業種")).toHaveValue("後から入力した業種");
  await second.getByRole("button", { name: "保存する" }).click();
  await expect(second.getByText("の情報を保存しました。")).toBeVisible();
});

test("suspending somebody ends their sessions; lifting lets them in again", async ({
  open,
  portal,
  expectProblem,
}) => {
  const person = await findPerson(portal, "narita-mei");
  const page = await open({ as: person.handle });
  await page.goto("/notifications");
  await expect(page.getByRole("heading", { level: 1, name: "お知らせ" })).toBeVisible();

  const staff = await open({ as: "staff" });
  await staff.goto("/staff/people");
  await staff.getByRole("searchbox", { name: "名前・メールアドレス・企業名" }).fill(person.name);
  await staff.getByRole("main").getByRole("button", { name: "検索" }).click();
  await staff.getByRole("link", { name: person.name }).click();
  await staff.getByRole("link", { name: "利用を停止する" }).click();
  await field(staff, "理由").fill("退職のご連絡があったため。");
  await staff.getByRole("button", { name: "利用を停止する" }).click();
  await expect(staff.getByText(`${person.name}さんの利用を停止しました。`)).toBeVisible();
  await expect(staff.getByText("退職のご連絡があったため。").first()).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "ログイン" })).toBeVisible();
  expectProblem(/400/);
  const logIn = async () => {
    await field(page, "メールアドレス").fill(person.email);
    await field(page, "パスワード").fill("demo-portal");
    await page.getByRole("button", { name: "ログインする" }).click();
  };
  await logIn();
  await expect(page.getByRole("alert")).toContainText("このアカウントは利用を停止しています。");

  await staff.getByRole("button", { name: "利用停止を解除する" }).click();
  await staff.getByRole("dialog").getByRole("button", { name: "利用停止を解除する" }).click();
  await expect(staff.getByText("利用停止を解除しました。")).toBeVisible();
  await logIn();
  await expect(page.getByRole("heading", { level: 1, name: "お知らせ" })).toBeVisible();
});

test("without a mail server admins read waiting mails in the outbox", async ({ open, portal }) => {
  const { email } = await findPerson(portal, "abe-takuro");
  const page = await open();
  await page.goto("/forgot");
  await field(page, "メールアドレス").fill(email);
  await page.getByRole("button", { name: "再設定のメールを受け取る" }).click();
  const { subject } = await newestMail(portal, "reset-password", email);
  const admin = await open({ as: "admin" });
  await admin.goto("/staff/outbox");
  await admin.getByRole("link", { name: subject }).first().click();
  await expect(admin.getByText(email).first()).toBeVisible();
  await expect(
    admin
      .frameLocator("iframe")
      .getByRole("link", { name: /パスワード/ })
      .first(),
  ).toBeVisible();
});
