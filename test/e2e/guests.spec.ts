import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { field } from "./support/fields.ts";
import { makeGathering } from "./support/gatherings.ts";
import { findPerson } from "./support/log-in.ts";
import { expect, test } from "./support/test.ts";

const PHONE = { width: 390, height: 844 };
const MM = 96 / 25.4;

async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

const applicants = {
  "okuno-rina": "applied",
  "tsukada-sho": "applied",
  "nishimura-aoi": "applied",
  "takahashi-yui": "applied",
} as const;
const row = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

test("applications are approved by key and several at once, and declined with words", async ({
  open,
  portal,
}) => {
  const { path } = await makeGathering(portal, { title: "承認を試す会", guests: applicants });
  const page = await open({ as: "staff" });
  await page.goto(`${path}/guests`);
  await expect(row(page, "奥野 里奈").getByText("申込受付済み")).toBeVisible();
  await row(page, "奥野 里奈").getByText("質問への回答").click();
  await expect(page.getByText("奥野 里奈の質問です。")).toBeVisible();

  await page.getByRole("checkbox", { name: "奥野 里奈さんを選ぶ" }).focus();
  await page.keyboard.press("j");
  await expect(page.getByRole("checkbox", { name: "塚田 翔さんを選ぶ" })).toBeFocused();
  await page.keyboard.press("a");
  await expect(page.getByText("1人の申し込みを承認しました。")).toBeVisible();
  await expect(page.getByText("塚田 翔さん: 参加確定")).toBeVisible();

  await page.getByRole("checkbox", { name: "西村 葵さんを選ぶ" }).check();
  await page.getByRole("checkbox", { name: "奥野 里奈さんを選ぶ" }).check();
  await page.getByRole("button", { name: "承認する", exact: true }).click();
  await expect(page.getByText("2人の申し込みを承認しました。")).toBeVisible();
  await expect(page.getByText("奥野 里奈さん: 参加確定")).toBeVisible();
  await expect(page.getByText("西村 葵さん: キャンセル待ち (1番目)")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "高橋 由衣さんを見送る" }).click();
  await field(page, "伝える言葉").fill("満席のため、次の機会にお待ちしています。");
  await page.getByRole("button", { name: "1人を見送る" }).click();
  await expect(page.getByText("1人の申し込みを見送りました。")).toBeVisible();
  await page.getByRole("link", { name: "高橋 由衣さんの詳細と経緯" }).click();
  await expect(page.getByText("満席のため、次の機会にお待ちしています。")).toBeVisible();
  await expect(page.getByText(/さんが見送りました/)).toBeVisible();

  const told = await open({ as: "member" });
  await told.goto("/notifications");
  await expect(told.getByRole("link", { name: /承認を試す会/ }).first()).toBeVisible();
});

test("on a phone without scripts: search, remove, add somebody", async ({ open, portal }) => {
  const { path } = await makeGathering(portal, {
    title: "電話でも受ける会",
    guests: { "okuno-rina": "confirmed", "tsukada-sho": "waitlisted" },
  });
  const page = await open({ as: "staff", viewport: PHONE, javaScriptEnabled: false });
  await page.goto(`${path}/guests`);
  await expect(row(page, "塚田 翔").getByText("1番目")).toBeVisible();
  await page.getByRole("searchbox", { name: "名前・よみ・企業名で探す" }).fill("おくの");
  await page.getByRole("main").getByRole("button", { name: "検索" }).click();
  await expect(row(page, "奥野 里奈")).toBeVisible();
  await expect(row(page, "塚田 翔")).toHaveCount(0);

  await page.getByRole("checkbox", { name: "奥野 里奈さんを選ぶ" }).check();
  await page.getByRole("button", { name: "取り消す", exact: true }).click();
  await page.getByRole("button", { name: "1人の参加を取り消す" }).click();
  await expect(page.getByText("1人の参加を取り消しました。")).toBeVisible();
  await expect(page.getByText("奥野 里奈さん: 取り消し済み")).toBeVisible();

  await page.getByRole("link", { name: "参加者を追加する" }).click();
  await page.getByRole("searchbox", { name: "名前・よみ・企業名" }).fill("西村");
  await page.getByRole("button", { name: "探す" }).click();
  await page.getByRole("radio", { name: "西村 葵" }).check();
  await page.getByRole("button", { name: "追加する", exact: true }).click();
  await expect(page.getByText("参加者を追加しました。")).toBeVisible();
  await expect(page.getByText(/西村 葵さん: /)).toBeVisible();
});

test("a message goes to those who were shown, once", async ({ open, portal, expectProblem }) => {
  expectProblem(/400/);
  const { id, path } = await makeGathering(portal, {
    title: "お知らせを送る会",
    guests: { "okuno-rina": "confirmed", "tsukada-sho": "applied" },
  });
  const page = await open({ as: "staff" });
  await page.goto(`${path}/messages`);
  const words = "入口は南側です。\n受付は2階にあります。";
  await page.getByRole("radio", { name: /^参加が確定した人（1人）/ }).check();
  await field(page, "メッセージ").fill(words);
  await page.getByRole("button", { name: "届く相手を確かめる" }).click();
  await expect(page.getByText("届く相手: 1人")).toBeVisible();
  await expect(page.getByRole("main").getByRole("status")).toContainText("奥野 里奈");
  await expectAccessible(page);

  await page.getByRole("radio", { name: /^全員（2人）/ }).check();
  await page.getByRole("button", { name: "1人に送る" }).click();
  await expect(page.getByRole("alert")).toContainText("送る相手が変わりました");
  await expect(field(page, "メッセージ")).toHaveValue(words);
  await page.getByRole("button", { name: "2人に送る" }).click();
  await expect(page.getByText("メッセージを2人に送りました。")).toBeVisible();
  await expect(page.getByText("全員・2人")).toBeVisible();

  const rows = await portal.sql`
    select person_id from notifications where kind = 'event-message'
      and person_id in (select person_id from registrations where event_id = ${id})`;
  expect(rows).toHaveLength(2);
  const guest = await open({ as: "okuno-rina" });
  await guest.goto("/notifications");
  await expect(guest.getByRole("link", { name: /お知らせを送る会/ }).first()).toBeVisible();
});

test("the list is taken as a file and printed, with a card for everybody", async ({
  open,
  portal,
}) => {
  const { path } = await makeGathering(portal, {
    title: "紙にする会",
    capacity: 50,
    guests: { "okuno-rina": "confirmed", "tsukada-sho": "confirmed", "nishimura-aoi": "applied" },
  });
  const page = await open({ as: "staff" });
  await page.goto(`${path}/guests?state=confirmed`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSVで書き出す" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^guests-\d+-\d{4}-\d\d-\d\d\.csv$/);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv.startsWith("\ufeff氏名,よみ,企業")).toBe(true);
  expect(csv).toContain("奥野 里奈の質問です。");
  expect(csv).not.toContain("西村 葵");

  await page.getByRole("link", { name: "名簿を印刷する" }).click();
  const list = page.getByRole("table", { name: "参加確定の名簿" });
  await expect(list.getByRole("row")).toHaveCount(3);
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByText("ブラウザの印刷")).toBeHidden();
  await expect(list).toBeVisible();

  await page.emulateMedia({ media: "screen" });
  await page.goto(`${path}/name-cards`);
  await expect(page.getByText(/用紙はA4の縦/)).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  const card = page.getByRole("listitem").filter({ hasText: "奥野 里奈" });
  await expect(card).toContainText("紙にする会");
  const box = await card.boundingBox();
  expect(box?.width).toBeCloseTo(91 * MM, 0);
  expect(box?.height).toBeCloseTo(55 * MM, 0);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1").match(/\/MediaBox ?\[/g)).toHaveLength(1);
});

test("people are invited by name and by company, and an invitation is taken back", async ({
  open,
  portal,
}) => {
  const { id, path } = await makeGathering(portal, {
    title: "ご招待の会",
    guests: { "okuno-rina": "applied" },
  });
  await portal.sql`update events set invited_only = true where id = ${id}`;
  const [company] = await portal.sql<{ id: number; name: string }[]>`
    select o.id::int, o.name from organisations o join people p on p.organisation_id = o.id
    where p.handle = 'tsukada-sho'`;
  const guest = await open({ as: "nishimura-aoi" });
  const page = await open({ as: "staff" });
  await page.goto(`${path}/invitations`);
  const search = page.getByRole("searchbox", { name: "名前・よみ・企業名で探す" });
  const find = page.getByRole("button", { name: "探す" });
  await search.fill("奥野");
  await find.click();
  await expect(page.getByRole("checkbox", { name: "奥野 里奈" })).toBeDisabled();
  await search.fill("西村");
  await find.click();
  await page.getByRole("checkbox", { name: "西村 葵" }).check();
  await field(page, "添えるメッセージ").fill("ぜひお越しください。");
  await search.fill("村瀬");
  await find.click();
  await expect(page.getByRole("checkbox", { name: "村瀬 千尋" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "西村 葵" })).toBeChecked();
  await expect(field(page, "添えるメッセージ")).toHaveValue("ぜひお越しください。");
  await expectAccessible(page);
  await page.getByRole("button", { name: "選んだ人を招待する" }).click();
  await expect(page.getByText("1人を招待しました。")).toBeVisible();
  await expect(page.getByText("招待1人・申込0人・確定0人・来場0人")).toBeVisible();

  await guest.goto("/notifications");
  await guest
    .getByRole("link", { name: /ご招待の会/ })
    .first()
    .click();
  await expect(guest.getByRole("heading", { name: /ご招待の会/ })).toBeVisible();

  await page.goto(`${path}/invitations?organisations=${company?.id}`);
  await expect(page.getByRole("checkbox", { name: company?.name })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "塚田 翔" })).toBeChecked();
  await page.getByRole("button", { name: "選んだ人を招待する" }).click();
  await expect(page.getByText(/\d人を招待しました。/)).toBeVisible();
  const who = await findPerson(portal, "tsukada-sho");
  const rows = await portal.sql`
    select from event_invitations where event_id = ${id} and person_id = ${who.id}`;
  expect(rows).toHaveLength(1);

  const invited = row(page, "西村 葵");
  await expect(invited.getByText("まだ申し込んでいません")).toBeVisible();
  await invited.getByRole("button", { name: /西村 葵さんへの招待を取り下げる/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "取り下げる", exact: true }).click();
  await expect(page.getByText("西村 葵さんへの招待を取り下げました。")).toBeVisible();
  await expect(invited.getByText("招待を取り下げました")).toBeVisible();
});
