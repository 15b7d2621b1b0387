import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { field } from "./support/fields.ts";
import { findPerson } from "./support/log-in.ts";
import { makePast } from "./support/pasts.ts";
import type { Portal } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const PHONE = { width: 390, height: 844 };
const PDF = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

type Said = { satisfaction: number | null; recommendation: number | null; next_step: string };

async function answerOf({ sql }: Portal, eventId: number, who: number): Promise<Said | undefined> {
  const [row] = await sql<Said[]>`
    select satisfaction, recommendation, next_step from survey_invitations
    where event_id = ${eventId} and person_id = ${who}`;
  return row;
}

test("materials are put there, told of, saved by those who came, and can be brought back", async ({
  open,
  portal,
  expectProblem,
}) => {
  expectProblem(/400/);
  expectProblem(/404/);
  const past = await makePast(portal, {
    title: "資料のある会",
    came: ["okuno-rina"],
    speaker: "murase-chihiro",
  });
  const here = `/events/${past.id}`;
  const staff = await open({ as: "staff", viewport: PHONE });
  await staff.goto(`${here}/materials`);
  await field(staff, "資料の名前").fill("当日のスライド");
  await staff.getByRole("button", { name: "資料を追加する" }).click();
  await expect(staff.getByRole("alert")).toContainText("リンクかファイルの、どちらか1つ");
  await expect(field(staff, "資料の名前")).toHaveValue("当日のスライド");
  await field(staff, "ファイル").setInputFiles({
    name: "evil.exe.pdf",
    mimeType: "application/pdf",
    buffer: PDF,
  });
  await staff.getByRole("button", { name: "資料を追加する" }).click();
  await expect(staff.getByText("資料「当日のスライド」を追加しました。")).toBeVisible();
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "参加者に知らせる" }).click();
  await expect(staff.getByText("参加者に資料のことを知らせました。")).toBeVisible();

  const guest = await open({ as: "okuno-rina", viewport: PHONE });
  await guest.goto(here);
  const link = guest.getByRole("link", { name: "当日のスライド" });
  const address = (await link.getAttribute("href")) ?? "";
  const file = await guest.request.get(`${portal.url}${address}`);
  expect(file.headers()["content-disposition"]).toContain(
    `filename*=UTF-8''${encodeURIComponent("当日のスライド.pdf")}`,
  );
  expect(file.headers()["content-security-policy"]).toContain("sandbox");
  const stranger = await open({ as: "tsukada-sho" });
  await stranger.goto(here);
  await expect(stranger.getByRole("link", { name: "当日のスライド" })).toHaveCount(0);
  expect((await stranger.request.get(`${portal.url}${address}`)).status()).toBe(404);

  await staff.getByRole("button", { name: /外す\s*当日のスライド/ }).click();
  await expect(staff.getByText("資料を外しました。")).toBeVisible();
  await staff.getByRole("button", { name: "元に戻す" }).click();
  await expect(staff.getByText("資料を元に戻しました。")).toBeVisible();
  await expect(staff.getByRole("link", { name: "当日のスライド" })).toBeVisible();
});

test("one click in the mail answers the survey, with and without scripts", async ({
  open,
  portal,
  expectProblem,
}) => {
  expectProblem(/404/);
  const past = await makePast(portal, {
    title: "アンケートのある会",
    came: ["okuno-rina"],
    speaker: "murase-chihiro",
  });
  const { id } = await findPerson(portal, "okuno-rina");
  const address = `/surveys/${past.secret}?satisfaction=`;
  // What a scanner does: it looks, and nothing happens.
  const visitor = await open({ viewport: PHONE });
  expect((await visitor.request.get(`${portal.url}${address}1`)).ok()).toBe(true);
  expect((await answerOf(portal, past.id, id))?.satisfaction).toBeNull();

  await visitor.goto(`${address}5`);
  await expect(visitor.getByText("「とても満足」で記録しました。")).toBeVisible();
  expect((await answerOf(portal, past.id, id))?.satisfaction).toBe(5);
  await expectAccessible(visitor);
  await visitor.getByRole("radio", { name: "9", exact: true }).check();
  await field(visitor, "次に試してみたいこと").fill("在庫の自動発注を試します。");
  await visitor.getByRole("button", { name: "回答を保存する" }).click();
  await expect(visitor.getByText("アンケートへの回答を保存しました。")).toBeVisible();
  expect(await answerOf(portal, past.id, id)).toEqual({
    satisfaction: 5,
    recommendation: 9,
    next_step: "在庫の自動発注を試します。",
  });

  const plain = await open({ javaScriptEnabled: false });
  await plain.goto(`${address}3`);
  await expect(plain.getByText("満足度「どちらともいえない」を選びました。")).toBeVisible();
  expect((await answerOf(portal, past.id, id))?.satisfaction).toBe(5);
  await plain.getByRole("button", { name: "この満足度で回答する" }).click();
  await expect(plain.getByText("満足度を記録しました。")).toBeVisible();
  expect(await answerOf(portal, past.id, id)).toMatchObject({
    satisfaction: 3,
    recommendation: 9,
  });
  await plain.goto("/surveys/unknown");
  await expect(plain.getByRole("heading", { name: "アンケートを開けません" })).toBeVisible();

  const staff = await open({ as: "staff" });
  await staff.goto(`/events/${past.id}/survey-results`);
  await expect(staff.getByText("1 / 1人")).toBeVisible();
  await expect(staff.getByText("在庫の自動発注を試します。")).toBeVisible();
  await expect(staff.getByRole("img", { name: /満足度の分布/ })).toBeVisible();
  await expectAccessible(staff);
  const csv = await staff.request.get(`${portal.url}/events/${past.id}/survey-results.csv`);
  expect(await csv.text()).toContain("在庫の自動発注を試します。");
});

test("a question from the room becomes a thread that leads back to the event", async ({
  open,
  portal,
}) => {
  const past = await makePast(portal, {
    title: "質問の出た会",
    came: ["okuno-rina"],
    speaker: "murase-chihiro",
  });
  const guest = await open({ as: "okuno-rina", viewport: PHONE });
  await guest.goto(`/events/${past.id}`);
  await guest.getByRole("link", { name: "会場の質問を投稿する" }).click();
  await field(guest, "セッション").selectOption({ label: "在庫の見直し" });
  await field(guest, "タイトル").fill("在庫が二重に引かれるのはなぜですか");
  await expect(field(guest, "内容")).toHaveValue(/質問の出た会.*で出た質問です。/);
  await expectAccessible(guest);
  await guest.getByRole("button", { name: "質問を投稿する" }).click();
  await expect(
    guest.getByRole("heading", { name: "在庫が二重に引かれるのはなぜですか" }),
  ).toBeVisible();
  await guest.getByRole("link", { name: "イベント「質問の出た会」で出た質問" }).click();
  const listed = guest.getByRole("list", { name: "会場で出た質問" });
  await expect(listed.getByRole("link", { name: /二重に引かれる/ })).toBeVisible();
});

test("a speaker is thanked, which counts as a talk", async ({ open, portal }) => {
  const past = await makePast(portal, {
    title: "お礼の会",
    came: [],
    speaker: "murase-chihiro",
  });
  const staff = await open({ as: "staff" });
  await staff.goto(`/events/${past.id}/materials`);
  await staff.getByRole("link", { name: "登壇者にお礼を送る" }).click();
  await staff.getByRole("button", { name: /お礼を送る/ }).click();
  await expect(staff.getByText("お礼を送り、登壇の実績として記録しました。")).toBeVisible();
  await expect(staff.getByText("お礼を送りました:")).toBeVisible();
  await staff.goto("/supporters/murase-chihiro");
  await expect(staff.getByText("お礼の会: 在庫の見直し")).toBeVisible();
});

test("companies that did not come are found and invited", async ({ open, portal }) => {
  const { sql } = portal;
  await makePast(portal, {
    title: "数えられる会",
    came: ["okuno-rina"],
    speaker: "murase-chihiro",
  });
  const title = "招待する会";
  await sql`insert into events (uid, kind, place, scope, title, starts_at, ends_at, check_in_code,
      published_at, published_by, created_by, created_at, updated_at, search_vector)
    select gen_random_uuid()::text, 'user-group', 'on-site', 'customers', ${title},
      now() + interval '20 days', now() + interval '20 days 2 hours', 'COME99', now(), id, id, now(),
      now(), '' from people where role = 'admin' limit 1`;
  const [company] = await sql<{ id: number }[]>`
    insert into organisations (name, tier, phase, created_at, updated_at)
    values ('株式会社まだ来ない', 'S', 'trial', now(), now()) returning id::int`;
  const staff = await open({ as: "staff" });
  await staff.goto("/staff/coverage");
  await expectAccessible(staff);
  await staff.getByRole("link", { name: /企業を見て招待する/ }).click();
  await staff.getByRole("checkbox", { name: "株式会社まだ来ないを選ぶ" }).check();
  const event = staff.getByLabel("招待するイベント");
  const option = event.locator("option", { hasText: title });
  await event.selectOption((await option.getAttribute("value")) ?? "");
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "選んだ企業を招待する" }).click();
  await staff.waitForURL(/\/events\/\d+\/invitations\?organisations=/);
  expect(new URL(staff.url()).searchParams.get("organisations")).toBe(String(company?.id));
});
