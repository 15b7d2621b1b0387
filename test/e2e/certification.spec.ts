import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { field } from "./support/fields.ts";
import { findPerson } from "./support/log-in.ts";
import type { Portal } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

/** A certification that asks for one month with a post, published by staff in the browser. */
async function publishCertification(staff: Page, slug: string, name: string): Promise<void> {
  await staff.goto("/staff/certifications/new");
  await field(staff, "アドレス").fill(slug);
  await field(staff, "名前（日本語）").fill(name);
  await field(staff, "名前（英語）").fill("Newcomer");
  await field(staff, "説明（日本語）").fill("はじめて投稿した方の認定です。");
  await field(staff, "説明（英語）").fill("For people who posted.");
  await field(staff, "活動した月：必要な数").fill("1");
  await staff.getByRole("button", { name: "下書きをつくる" }).click();
  await expect(staff.getByText("下書きをつくりました。")).toBeVisible();
  await staff.getByRole("button", { name: "公開する" }).first().click();
  await staff.getByRole("dialog").getByRole("button", { name: "公開する" }).click();
  await expect(staff.getByText("公開しました。")).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

async function takeCredentials({ sql }: Portal, personId: number): Promise<void> {
  await sql`update credentials set ended_at = now(), ending = 'lapsed'
    where person_id = ${personId} and ended_at is null`;
}

test("somebody applies, staff review and issue, answers bear the mark, revoking ends it", async ({
  open,
  portal,
  posting,
  expectProblem,
}) => {
  test.setTimeout(120_000);
  expectProblem(/status of 400/);
  const slug = `newcomer-${Date.now()}`;
  const name = `はじめの一歩認定${Date.now()}`;
  const staff = await open({ as: "staff" });
  await publishCertification(staff, slug, name);

  const person = await findPerson(portal, "chen-yichun");
  await takeCredentials(portal, person.id);
  const member = await open({ as: person.handle, viewport: { width: 390, height: 844 } });
  await posting.ask(member, { title: "はじめての質問です。一覧の並び順を変えられますか" });
  await member.goto(`/certifications/${slug}`);
  await expect(member.getByText("達成")).toBeVisible();
  await member.getByRole("button", { name: "認定申請を始める" }).click();
  await expect(member.getByText("下書きです。")).toBeVisible();
  await expectAccessible(member);
  await field(member, "ひとこと").fill("これからも答えていきます。");
  await member.getByRole("button", { name: "申請する" }).click();
  await expect(member.getByText("申請を受け付けました。")).toBeVisible();

  await staff.goto("/staff/applications");
  await staff
    .getByRole("row", { name: new RegExp(name) })
    .getByRole("link")
    .click();
  await staff.getByRole("button", { name: "審査を始める" }).click();
  await staff.getByRole("radio", { name: /差し戻す/ }).check();
  await staff.getByRole("button", { name: "結果を確定する" }).click();
  await expect(staff.getByText("申請者に伝えることを書いてください。").first()).toBeVisible();
  await staff.getByRole("radio", { name: /認定する/ }).check();
  await staff.getByRole("button", { name: "結果を確定する" }).click();
  await expect(staff.getByText("認定し、認定証を発行しました。")).toBeVisible();

  await member.reload();
  await expect(member.getByText("認定されました。おめでとうございます。")).toBeVisible();
  await member.getByRole("link", { name: "認定証を見る" }).click();
  await expect(member.getByText("この認定証は有効です。")).toBeVisible();

  const asker = await open({ as: "member" });
  const question = await posting.ask(asker, { title: "フォームの並び順を変える方法" });
  await posting.answer(member, question, "設定の「並び順」で変えられます。");
  await asker.goto(question);
  const mark = asker.getByRole("img", { name: `${name}（レベル1の認定サポーター）` });
  await expect(mark).toBeVisible();
  await asker.goto("/supporters");
  await field(asker, "名前・会社名で探す").fill("chen-yichun");
  await asker.getByRole("button", { name: "検索" }).click();
  await expect(asker.getByRole("list", { name: "認定サポーターの一覧" })).toContainText(name);

  await staff.goto("/staff/credentials");
  const row = staff.getByRole("row", { name: new RegExp(name) });
  await row.getByRole("link", { name: /取り消す/ }).click();
  await field(staff, "理由").fill("確認のための取り消しです。");
  await staff.getByRole("button", { name: "取り消す" }).click();
  await expect(staff.getByText("認定証を取り消しました。")).toBeVisible();
  await asker.goto(question);
  const former = `${name}（回答時。レベル1の認定サポーター）`;
  await expect(asker.getByRole("img", { name: former })).toBeVisible();
  await asker.goto("/supporters?q=chen-yichun");
  await expect(asker.getByText("あてはまる認定サポーターはいません")).toBeVisible();
});

test("without scripts: an application is begun, kept, and withdrawn", async ({
  open,
  portal,
  expectProblem,
}) => {
  expectProblem(/status of 400/);
  const person = await findPerson(portal, "lead");
  await portal.sql`update applications set state = 'withdrawn', reviewer_id = null
    where person_id = ${person.id} and state in ('draft', 'submitted', 'in-review', 'returned')`;
  await takeCredentials(portal, person.id);
  const page = await open({ as: "lead", javaScriptEnabled: false });
  await page.goto("/certifications/meister");
  await page.getByRole("button", { name: "認定申請を始める" }).click();
  await expect(page.getByText("下書きです。")).toBeVisible();
  await page.getByRole("link", { name: "成果を加える" }).click();
  await field(page, "成果の名前").fill("改善の記録");
  await page.getByRole("button", { name: "加える" }).click();
  await expect(
    page.getByText("リンクかファイルの、どちらか一つを入れてください。").first(),
  ).toBeVisible();
  await expect(field(page, "成果の名前")).toHaveValue("改善の記録");
  await field(page, "リンク").fill("https://example.com/record");
  await page.getByRole("button", { name: "加える" }).click();
  await expect(page.getByRole("link", { name: "改善の記録" })).toBeVisible();
  await page.locator("summary", { hasText: "申請を取り下げる" }).click();
  await page.getByRole("button", { name: "申請を取り下げる" }).click();
  await expect(page.getByText("この申請は取り下げられました。")).toBeVisible();
});
