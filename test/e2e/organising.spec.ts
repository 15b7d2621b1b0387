import { randomBytes } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { field } from "./support/fields.ts";
import { expect, test } from "./support/test.ts";

const PHONE = { width: 390, height: 844 };

async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** A day so many days from now, at a time, as fields for date and time take it. */
const local = (days: number, time: string) =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`;

const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "イベントの運営" }).getByRole("link", { name, exact: true });

test("an event is made from a template, filled in, published, moved, postponed, called off", async ({
  open,
  expectProblem,
}) => {
  expectProblem(/status of 400/);
  const page = await open({ as: "staff", viewport: PHONE });
  await page.goto("/staff/events");
  await page.getByRole("link", { name: "イベントを作る" }).click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "ワークショップ", exact: true }).click();
  await field(page, "タイトル").fill("帳票づくりワークショップ");
  await field(page, "開始").fill(local(30, "13:00"));
  await expectAccessible(page);
  await page.getByRole("button", { name: "下書きを作る" }).click();
  await expect(page.getByText("下書きを作りました。")).toBeVisible();
  const path = new URL(page.url()).pathname.replace("/edit", "");

  // What is missing is said, and mended.
  await tab(page, "公開").click();
  await expect(page.getByRole("link", { name: "会場名が入っていません" })).toBeVisible();
  await expect(page.getByRole("button", { name: "いま公開する" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "会場名が入っていません" }).click();
  await field(page, "会場名").fill("大手町ホール");
  await field(page, "地図のリンク").fill("https://maps.example/otemachi");
  await page.getByRole("button", { name: "保存する" }).click();
  await expect(page.getByText("イベントを保存しました。")).toBeVisible();
  await expectAccessible(page);

  // A ticket more, and a session that fits.
  await tab(page, "枠").click();
  await page.getByRole("link", { name: "枠を追加する" }).click();
  await field(page, "枠の名前").fill("抽選枠");
  await field(page, "定員（人）").fill("5");
  await page.getByRole("radio", { name: /^抽選/ }).check();
  await page.getByRole("button", { name: "保存する" }).click();
  await expect(page.getByText("抽選日時を入力してください。").first()).toBeVisible();
  await expect(field(page, "枠の名前")).toHaveValue("抽選枠");
  await field(page, "抽選日時").fill(local(20, "12:00"));
  await page.getByRole("button", { name: "保存する" }).click();
  await expect(page.getByText("枠を保存しました。")).toBeVisible();
  await expect(page.getByText("抽選シードのSHA-256:")).toBeVisible();
  await expectAccessible(page);

  await tab(page, "タイムテーブル").click();
  await page.getByRole("link", { name: "今日つくるもの" }).click();
  await page.getByRole("searchbox", { name: "名前で探す" }).fill("奥野");
  await page.getByRole("button", { name: "検索" }).last().click();
  await page.getByRole("button", { name: /登壇者にする 奥野 里奈/ }).click();
  await expect(page.getByText("登壇者を登録しました。")).toBeVisible();
  await expectAccessible(page);

  await tab(page, "公開").click();
  await page.getByRole("button", { name: "いま公開する" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "いま公開する" }).click();
  await expect(page.getByText("イベントを公開しました。")).toBeVisible();
  const reader = await open({ as: "member" });
  await reader.goto(path);
  await expect(reader.getByRole("heading", { name: /帳票づくりワークショップ/ })).toBeVisible();

  // Another venue, another date; then none; then not at all.
  await page.goto(`${path}/edit`);
  await field(page, "会場名").fill("丸の内ホール");
  await page.getByRole("button", { name: "保存する" }).click();
  await expect(page.getByText("イベントを保存しました。")).toBeVisible();
  await page.goto(`${path}/date`);
  await field(page, "開始").fill(local(37, "13:00"));
  await field(page, "終了").fill(local(37, "16:00"));
  await expectAccessible(page);
  await page.getByRole("button", { name: "日程を変えて知らせる" }).click();
  await expect(page.getByText("日程を変更し、お知らせしました。")).toBeVisible();
  await page.goto(`${path}/postponement`);
  await field(page, "お知らせの文面").fill("台風が近づいているため、延期します。");
  await expectAccessible(page);
  await page.getByRole("button", { name: "延期して知らせる" }).click();
  await expect(page.getByText("イベントを延期し、お知らせしました。")).toBeVisible();
  await page.goto(`${path}/publication`);
  await page.getByRole("link", { name: "中止する" }).click();
  await field(page, "お知らせの文面").fill("会場が確保できず、中止します。");
  await page.getByRole("button", { name: "中止して知らせる" }).click();
  await expect(page.getByText("イベントを中止し、お知らせしました。")).toBeVisible();
  await page.goto(`${path}/publication`);
  await expect(page.getByText(/中止しました/)).toBeVisible();
  await expect(page.getByText(/延期しました/)).toBeVisible();
  await expect(page.getByText(/日程を変えました/)).toBeVisible();
  await expectAccessible(page);
});

test("two people who edit at once do not overwrite each other", async ({ open, expectProblem }) => {
  expectProblem(/status of 409/);
  const first = await open({ as: "staff" });
  await first.goto("/events/new?template=webinar");
  await field(first, "タイトル").fill("同時に直すウェビナー");
  await field(first, "開始").fill(local(12, "16:00"));
  await first.getByRole("button", { name: "下書きを作る" }).click();
  await expect(first.getByText("下書きを作りました。")).toBeVisible();
  const second = await open({ as: "admin" });
  await second.goto(first.url());
  await field(first, "ひとこと紹介").fill("先に保存した紹介");
  await first.getByRole("button", { name: "保存する" }).click();
  await expect(first.getByText("イベントを保存しました。")).toBeVisible();
  await field(second, "ひとこと紹介").fill("後から保存した紹介");
  await second.getByRole("button", { name: "保存する" }).click();
  await expect(second.getByText(/ほかの人が先に保存しました/)).toBeVisible();
  await expect(field(second, "ひとこと紹介")).toHaveValue("後から保存した紹介");
  await expectAccessible(second);
  await second.getByRole("button", { name: "保存する" }).click();
  await expect(second.getByText("イベントを保存しました。")).toBeVisible();
});

test("without scripts a draft is made, asked about and thrown away", async ({
  open,
  expectProblem,
}) => {
  expectProblem(/status of 400/);
  const page = await open({ as: "staff", javaScriptEnabled: false });
  await page.goto("/events/new?template=study-session");
  await field(page, "タイトル").fill("下書きだけの勉強会");
  await field(page, "開始").fill(local(9, "10:00"));
  await page.getByRole("button", { name: "下書きを作る" }).click();
  await tab(page, "質問").click();
  await page.getByRole("link", { name: "質問を追加する" }).click();
  await field(page, "質問").fill("当日の参加方法は？");
  await page.getByRole("radio", { name: "一つ選ぶ" }).check();
  await page.getByRole("button", { name: "保存する" }).click();
  await expect(page.getByText("選択肢を2つ以上書いてください。").first()).toBeVisible();
  await expect(field(page, "質問")).toHaveValue("当日の参加方法は？");
  await field(page, "選択肢").fill("自席から\n会議室から");
  await page.getByRole("button", { name: "保存する" }).click();
  await expect(page.getByText("自席から / 会議室から")).toBeVisible();
  await tab(page, "公開").click();
  await page.getByText("下書きを削除する").first().click();
  await page.getByRole("button", { name: "削除する", exact: true }).click();
  await expect(page.getByText("下書きを削除しました。")).toBeVisible();
});

test("a cover is seen by whoever sees the event, a large one too, and nothing but a picture", async ({
  open,
  portal,
  request,
}) => {
  const page = await open({ as: "staff" });
  await page.goto("/events/new?template=webinar");
  await field(page, "タイトル").fill("カバーのあるウェビナー");
  await field(page, "開始").fill(local(14, "16:00"));
  await page.getByRole("button", { name: "下書きを作る" }).click();
  await expect(page.getByText("下書きを作りました。")).toBeVisible();
  const upload = async (buffer: Buffer) => {
    const input = page.getByLabel("カバー画像", { exact: true });
    await input.setInputFiles({ name: "cover.png", mimeType: "image/png", buffer });
    await page.getByRole("button", { name: "画像を登録する" }).click();
  };
  await upload(Buffer.from("<svg onload=alert(1)>"));
  await expect(page.getByText(/この画像は登録できませんでした/)).toBeVisible();
  // What cameras make is larger than a form of words may be.
  const noise = { width: 1000, height: 600, channels: 3 as const };
  const raw = randomBytes(noise.width * noise.height * noise.channels);
  await upload(await sharp(raw, { raw: noise }).png().toBuffer());
  await expect(page.getByText("カバー画像を登録しました。")).toBeVisible();
  const src = await page.getByRole("img", { name: "いまのカバー画像" }).getAttribute("src");
  expect((await page.request.get(`${portal.url}${src}`)).status()).toBe(200);
  // It is a draft still: for nobody else.
  expect((await request.get(`${portal.url}${src}`)).status()).toBe(404);
  await page.getByRole("button", { name: "画像を外す" }).click();
  await expect(page.getByText("カバー画像を外しました。")).toBeVisible();
});
