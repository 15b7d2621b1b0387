import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { field } from "./support/fields.ts";
import { findPerson } from "./support/log-in.ts";
import type { Portal } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const PHONE = { width: 390, height: 844 };
const MEETING = "https://meet.example/sakaki";

/** Fills in what somebody offers and when, from the empty settings on. */
async function offerSessions(page: Page): Promise<void> {
  await page.goto("/settings/pair-sessions");
  await expect(page.getByText("受付の内容を保存すると")).toBeVisible();
  await field(page, "一緒に見られること").fill("APIの設定を、画面を見ながら進めます。");
  await field(page, "オンラインで会うためのURL").fill(MEETING);
  await field(page, "予約の締め切り").selectOption({ label: "1時間前" });
  await page.getByRole("button", { name: "受付の内容を保存する" }).click();
  await expect(page.getByText("受付の内容を保存しました。")).toBeVisible();
  await page.getByRole("link", { name: "受付時間を追加する" }).click();
  for (const day of ["月", "火", "水", "木", "金", "土", "日"]) {
    await page.getByRole("checkbox", { name: `${day}曜日` }).check();
  }
  await field(page, "開始").selectOption("10:00");
  await field(page, "終了").selectOption("12:00");
  await page.getByRole("button", { name: "追加する" }).click();
  await expect(page.getByText("受付時間を追加しました。")).toBeVisible();
  await expect(page.getByText(/受付中です。これから4週間に\d+枠/)).toBeVisible();
}

const slots = (page: Page) => page.getByRole("main").getByRole("link", { name: /\d\d:\d\d$/ });

/** A session straight into the tables, so many quarters of an hour from now. */
async function bookedRow(
  { sql }: Portal,
  {
    host,
    guest,
    quarters,
    topic,
  }: { host: string; guest: string; quarters: number; topic: string },
): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into pair_sessions (uid, host_id, guest_id, organisation_id, topic, meeting_url,
      starts_at, booked_at)
    select gen_random_uuid()::text, h.id, g.id, g.organisation_id, ${topic}, ${MEETING},
      to_timestamp(floor(extract(epoch from now()) / 900) * 900 + ${quarters * 900}), now()
    from people h, people g where h.handle = ${host} and g.handle = ${guest} returning id::int`;
  return row?.id ?? 0;
}

async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

test("offered by staff, booked in two clicks on a phone, called off with a reason", async ({
  open,
  portal,
}) => {
  const host = await open({ as: "sakaki-yuma" });
  await offerSessions(host);

  const guest = await open({ as: "okuno-rina", viewport: PHONE });
  await guest.goto("/");
  await guest.getByRole("button", { name: "アカウント" }).click();
  await guest.getByRole("link", { name: "ペアセッション" }).click();
  await expectAccessible(guest);
  await guest.getByRole("link", { name: "榊 悠真さんの空いている時間を見る" }).click();
  await expect(guest.getByText("APIの設定を、画面を見ながら進めます。")).toBeVisible();
  await expectAccessible(guest);
  await slots(guest).first().click();
  await field(guest, "見てもらいたいこと").fill(
    "Webhookの再送が止まりません。\n設定画面を一緒に見てください。",
  );
  await expectAccessible(guest);
  await guest.getByRole("button", { name: "この内容で予約する" }).click();
  await expect(guest.getByText("ペアセッションを予約しました。")).toBeVisible();
  await expect(guest.getByText("予約済みです")).toBeVisible();
  await expect(guest.getByRole("link", { name: "オンラインで会う" })).toHaveAttribute(
    "href",
    MEETING,
  );
  await expectAccessible(guest);
  const path = new URL(guest.url()).pathname;

  const calendar = await guest.request.get(`${portal.url}${path}.ics`);
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  const file = (await calendar.text()).replaceAll("\r\n ", "");
  expect(file).toContain("METHOD:PUBLISH");
  expect(file).toContain("SUMMARY:ペアセッション: 榊 悠真さん");
  expect(file).toContain(`LOCATION:${MEETING}`);
  const mails = await portal.sql`
    select to_address from outgoing_mails where kind = 'calendar-invitation'`;
  expect(mails.map(({ to_address }) => to_address)).toContain(
    (await findPerson(portal, "okuno-rina")).email,
  );

  const other = await open({ as: "staff" });
  await other.goto(path);
  await expect(other.getByText("Webhookの再送が止まりません。")).toBeVisible();
  await expect(other.getByRole("link", { name: "オンラインで会う" })).toBeHidden();

  await host.goto("/notifications");
  await host.getByRole("link", { name: "Webhookの再送が止まりません。" }).first().click();
  await expect(host.getByRole("link", { name: "オンラインで会う" })).toBeVisible();
  await expect(host.getByRole("link", { name: "日時を変更する" })).toBeHidden();

  await guest.getByRole("link", { name: "取りやめる" }).click();
  await field(guest, "理由").fill("解決したため、次の機会にお願いします。");
  await guest.getByRole("button", { name: "取りやめる" }).click();
  await expect(guest.getByText("取りやめになりました")).toBeVisible();
  await host.reload();
  await expect(host.getByText("解決したため、次の機会にお願いします。")).toBeVisible();
});

test("without scripts: offer, book, move and call off", async ({ open, expectProblem }) => {
  expectProblem(/400/);
  const plain = { javaScriptEnabled: false };
  const host = await open({ as: "hasumi-kaori", ...plain });
  await offerSessions(host);
  await host.getByRole("button", { name: /^月曜日 10:00〜12:00の受付を削除$/ }).click();
  await expect(host.getByText("受付時間を削除しました。")).toBeVisible();

  const guest = await open({ as: "tsukada-sho", ...plain });
  await guest.goto("/people/hasumi-kaori/pair-sessions");
  await slots(guest).nth(1).click();
  await guest.getByRole("button", { name: "この内容で予約する" }).click();
  await expect(guest.getByRole("alert")).toContainText("見てもらいたいことを入力してください。");
  await field(guest, "見てもらいたいこと").fill("スクリプトのない画面から");
  await guest.getByRole("button", { name: "この内容で予約する" }).click();
  await expect(guest.getByText("ペアセッションを予約しました。")).toBeVisible();

  await guest.getByRole("link", { name: "日時を変更する" }).click();
  await slots(guest).nth(3).click();
  await guest.getByRole("button", { name: "この日時に変更する" }).click();
  await expect(guest.getByText("ペアセッションの日時を変更しました。")).toBeVisible();
  await expect(guest.getByText(/塚田 翔さんが、.+から.+に変更しました/)).toBeVisible();
  await guest.getByRole("link", { name: "取りやめる" }).click();
  await field(guest, "理由").fill("都合がつかなくなりました。");
  await guest.getByRole("button", { name: "取りやめる" }).click();
  await expect(guest.getByText("取りやめの理由: 都合がつかなくなりました。")).toBeVisible();

  await host.getByRole("button", { name: "受付を休む" }).click();
  await expect(host.getByText("受付を休みました。")).toBeVisible();
  await guest.goto("/people/hasumi-kaori/pair-sessions");
  await expect(guest.getByText("蓮見 香織さんは、いま予約を受け付けていません")).toBeVisible();
});

test("a slot that somebody else took leaves what was typed, and shows other times", async ({
  open,
  portal,
  expectProblem,
}) => {
  expectProblem(/409/);
  const guest = await open({ as: "okuno-rina" });
  await guest.goto("/people/onodera-aya/pair-sessions");
  await slots(guest).first().click();
  const topic = "ロールの引き継ぎを見てもらいたいです。";
  await field(guest, "見てもらいたいこと").fill(topic);
  const at = new URL(guest.url()).searchParams.get("at") ?? "";
  await portal.sql`
    insert into pair_sessions (uid, host_id, guest_id, topic, starts_at, booked_at)
    select gen_random_uuid()::text, h.id, g.id, 'x', ${at}::timestamptz, now()
    from people h, people g where h.handle = 'onodera-aya' and g.handle = 'tsukada-sho'`;
  await guest.getByRole("button", { name: "この内容で予約する" }).click();
  await expect(guest.getByRole("alert")).toContainText("入力した内容は残っています");
  await expect(field(guest, "見てもらいたいこと")).toHaveValue(topic);
  await expectAccessible(guest);
  await guest.getByRole("radio").first().check();
  await guest.getByRole("button", { name: "この内容で予約する" }).click();
  await expect(guest.getByText("ペアセッションを予約しました。")).toBeVisible();
  await expect(guest.getByText(topic).first()).toBeVisible();
});

test("somebody abroad sees their own time and the host's beside it", async ({ open, portal }) => {
  const who = await findPerson(portal, "nishimura-aoi");
  await portal.sql`update people set time_zone = 'America/New_York' where id = ${who.id}`;
  const guest = await open({ as: "nishimura-aoi", language: "en" });
  await guest.goto("/people/onodera-aya/pair-sessions");
  await expect(guest.getByText(/in your time zone \(Eastern Time\)/)).toBeVisible();
  await expect(guest.getByText(/小野寺 彩's \(Japan (Standard )?Time\)/)).toBeVisible();
  const slot = guest
    .getByRole("main")
    .getByRole("link", { name: /\d\d:\d\d \(/ })
    .first();
  await expect(slot).toHaveText(/(19|20|21):\d\d\s*\(.+ (10|11):\d\d\)/);
  await slot.click();
  await expect(
    guest.getByText(/For 小野寺 彩: .+ 1[01]:\d\d–1[01]:\d\d \(Japan (Standard )?Time\)/),
  ).toBeVisible();
});

test("the host writes the record, which the guest and their lead read", async ({
  open,
  portal,
  expectProblem,
}) => {
  expectProblem(/409/);
  const pair = { host: "murase-chihiro", guest: "takahashi-yui" };
  const id = await bookedRow(portal, { ...pair, quarters: -2, topic: "記録のある回" });
  const here = `/pair-sessions/${id}`;
  const lead = await open({ as: "lead" });
  await lead.goto(here);
  await expect(lead.getByText("記録はまだありません")).toBeVisible();
  await expect(lead.getByText("記録のある回")).toBeHidden();

  const host = await open({ as: "supporter" });
  await host.goto(here);
  await host.getByRole("link", { name: "記録を書く" }).click();
  const elsewhere = await open({ as: "supporter" });
  await elsewhere.goto(`${here}/record`);
  await field(elsewhere, "一緒に見たこと").fill("別の画面で先に書いた。");
  await elsewhere.getByRole("button", { name: "記録を保存する" }).click();
  await expect(elsewhere.getByText("記録を保存しました。")).toBeVisible();

  await field(host, "一緒に見たこと").fill("シナリオの条件を一緒に置いた。");
  await field(host, "次の一歩").fill("残りの会場にも同じ条件を置く。");
  await host.getByRole("button", { name: "記録を保存する" }).click();
  await expect(host.getByText("この記録は、ほかの画面で先に保存されています")).toBeVisible();
  await expect(host.getByText("別の画面で先に書いた。")).toBeVisible();
  await expect(field(host, "一緒に見たこと")).toHaveValue("シナリオの条件を一緒に置いた。");
  await expectAccessible(host);
  await host.getByRole("button", { name: "記録を保存する" }).click();
  await expect(host.getByText("記録を保存しました。")).toBeVisible();

  await lead.goto("/pair-sessions");
  const records = lead.getByRole("list", { name: "自社のメンバーの記録" });
  await expect(records.getByText("次の一歩: 残りの会場にも同じ条件を置く。")).toBeVisible();
  await records.getByRole("link").first().click();
  await expect(lead.getByText("シナリオの条件を一緒に置いた。")).toBeVisible();
  const guest = await open({ as: "member" });
  await guest.goto("/notifications");
  await guest.getByRole("link", { name: "記録のある回" }).first().click();
  await expect(guest.getByText("残りの会場にも同じ条件を置く。")).toBeVisible();
});
