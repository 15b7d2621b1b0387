import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { field } from "./support/fields.ts";
import { findPerson } from "./support/log-in.ts";
import { makeMeeting } from "./support/meetings.ts";
import type { Portal } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const PHONE = { width: 390, height: 844 };

async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** Somebody of the same company who can be brought along. */
async function colleagueOf({ sql }: Portal, handle: string) {
  const [row] = await sql<{ name: string; handle: string }[]>`
    select c.name, c.handle from people p join people c on c.organisation_id = p.organisation_id
    where p.handle = ${handle} and c.id <> p.id and c.email is not null
      and not exists (select from suspensions s where s.person_id = c.id and s.lifted_at is null)
    order by c.id limit 1`;
  if (!row) throw new Error(`${handle} has no colleague`);
  return row;
}

test("a visitor on a phone finds an event, reads it and is led to the login", async ({
  open,
  portal,
}) => {
  const { path } = await makeMeeting(portal, {
    title: "だれでも読める勉強会",
    scope: "public",
    place: "online",
  });
  const hidden = await makeMeeting(portal, { title: "契約企業の勉強会" });
  const page = await open({ viewport: PHONE });
  await page.goto("/events");
  await expectAccessible(page);
  await expect(page.getByText("契約企業の勉強会")).toBeHidden();
  await page.getByLabel("種類").selectOption({ label: "勉強会" });
  await expect(page).toHaveURL(/kind=study-session/);
  await page.getByRole("link", { name: "だれでも読める勉強会" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("だれでも読める勉強会");
  await expect(page.getByText("先着順・残り20席（定員20）")).toBeVisible();
  await expect(page.getByText("参加用のリンクは、参加が確定した方に表示されます。")).toBeVisible();
  await expect(page.getByRole("button", { name: /申し込む/ })).toBeHidden();
  await expectAccessible(page);
  const html = await page.content();
  expect(html).not.toContain("meet.example/secret");
  expect(html).toContain('"@type":"Event"');
  expect(html).toContain(`${path}/og.png`);

  const picture = await page.request.get(`${portal.url}${path}/og.png`);
  expect(picture.headers()["content-type"]).toBe("image/png");
  expect((await page.request.get(`${portal.url}${hidden.path}/og.png`)).status()).toBe(404);
  expect((await page.request.get(`${portal.url}${hidden.path}`)).status()).toBe(404);
  const feed = await (await page.request.get(`${portal.url}/events.atom`)).text();
  expect(feed).toContain("だれでも読める勉強会");
  expect(feed).not.toContain("契約企業の勉強会");
  const search = await page.request.get(`${portal.url}/opensearch.xml`);
  expect(await search.text()).toContain("/search?q={searchTerms}");

  await page.goto("/events/month");
  await expectAccessible(page);
  await page.goto(path);
  await page.getByRole("link", { name: "ログインして申し込む" }).click();
  await expect(page).toHaveURL(/\/login\?redirectTo=/);
});

test("a member applies in one step by keyboard, shows the ticket and gives it back", async ({
  open,
  portal,
}) => {
  const { path } = await makeMeeting(portal, { title: "一歩で申し込める会" });
  const page = await open({ as: "okuno-rina" });
  await page.goto(path);
  await expect(page.getByText("裏口からお入りください。")).toBeHidden();
  await page.getByRole("button", { name: "申し込む（一般）" }).focus();
  await page.keyboard.press("Enter");
  await expect(
    page.getByText("「一歩で申し込める会」に申し込みました。参加が確定しました。"),
  ).toBeVisible();
  await expect(page.getByText("参加が確定しています。")).toBeVisible();
  await expect(page.getByText("裏口からお入りください。")).toBeVisible();
  await expect(page.getByText("先着順・残り19席（定員20）")).toBeVisible();

  await page.getByRole("link", { name: "参加票を表示する" }).click();
  await expect(page.getByRole("img", { name: "受付で見せる二次元コード" })).toBeVisible();
  const [row] = await portal.sql<{ code: string }[]>`
    select r.code from registrations r join people p on p.id = r.person_id
    where p.handle = 'okuno-rina' and r.event_id = ${Number(path.split("/").at(-1))}`;
  await expect(page.getByText(row?.code.replace(/(.{4})(?=.)/, "$1 ") ?? "")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/events?when=mine");
  await expect(page.getByRole("link", { name: "一歩で申し込める会" })).toBeVisible();

  await page.goto(path);
  await page.getByRole("button", { name: "申し込みを取り消す" }).click();
  const dialog = page.getByRole("dialog", { name: "申し込みを取り消しますか" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "取り消す" }).click();
  await expect(page.getByText("申し込みを取り消しました。")).toBeVisible();
  await expect(page.getByRole("button", { name: "申し込む（一般）" })).toBeVisible();
});

test("questions are answered and a colleague is brought; what was typed stays after a refusal", async ({
  open,
  portal,
  expectProblem,
}) => {
  expectProblem(/400/);
  const { path } = await makeMeeting(portal, {
    title: "質問のある会",
    questions: [
      { kind: "text", label: "聞きたいこと", required: true },
      { kind: "choice", label: "懇親会", choices: ["参加する", "参加しない"], required: true },
      { kind: "choices", label: "興味のあること", choices: ["分析", "連携"], required: true },
    ],
  });
  const colleague = await colleagueOf(portal, "tsukada-sho");
  const page = await open({ as: "tsukada-sho", viewport: PHONE });
  await page.goto(path);
  await page.getByRole("link", { name: "申し込む（一般）" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "参加を申し込む" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: colleague.name }).check();
  await field(page, "聞きたいこと").fill("連携の設定を教えてください。");
  await page.getByRole("radio", { name: "参加する" }).check();
  await page.getByRole("button", { name: "この内容で申し込む" }).click();
  await expect(page.getByRole("alert")).toContainText("興味のあること");
  await expect(field(page, "聞きたいこと")).toHaveValue("連携の設定を教えてください。");
  await expect(page.getByRole("radio", { name: "参加する" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: colleague.name })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "分析" }).check();
  await page.getByRole("button", { name: "この内容で申し込む" }).click();
  await expect(page.getByText("「質問のある会」に2人分を申し込みました。")).toBeVisible();

  await page.getByRole("link", { name: "参加票を表示する" }).click();
  await expect(page.getByText("連携の設定を教えてください。")).toBeVisible();
  const brought = page.getByRole("list", { name: "あなたが申し込んだ同僚" });
  await expect(brought.getByText(colleague.name).first()).toBeVisible();
  await brought.getByRole("button", { name: /申し込みを取り消す/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "取り消す" }).click();
  await expect(page.getByText("申し込みを取り消しました。")).toBeVisible();
  await expect(page.getByRole("list", { name: "あなたが申し込んだ同僚" })).toBeHidden();
});

test("whoever waits moves up, takes the place, and the next one is offered none", async ({
  open,
  portal,
}) => {
  const { path, id } = await makeMeeting(portal, { title: "一席だけの会", capacity: 1 });
  const first = await open({ as: "okuno-rina" });
  await first.goto(path);
  await first.getByRole("button", { name: "申し込む（一般）" }).click();
  await expect(first.getByText("参加が確定しています。")).toBeVisible();

  const second = await open({ as: "nishimura-aoi", viewport: PHONE });
  await second.goto(path);
  await expect(second.getByText("先着順・満席（定員1）・キャンセル待ちができます")).toBeVisible();
  await second.getByRole("button", { name: "キャンセル待ちに登録する（一般）" }).click();
  await expect(second.getByText("キャンセル待ち 1番目")).toBeVisible();
  await expect(second.getByText("裏口からお入りください。")).toBeHidden();

  await first.getByRole("button", { name: "申し込みを取り消す" }).click();
  await first.getByRole("dialog").getByRole("button", { name: "取り消す" }).click();
  await expect(first.getByText("申し込みを取り消しました。")).toBeVisible();

  await second.reload();
  await expect(second.getByText("席が空きました。参加しますか。")).toBeVisible();
  await expect(second.getByText("お返事の期限:")).toBeVisible();
  await expectAccessible(second);
  await second.getByRole("button", { name: "参加を確定する" }).click();
  await expect(second.getByText("席を確保しました。")).toBeVisible();
  await expect(second.getByText("参加が確定しています。")).toBeVisible();
  await second.goto(`${path}/registration`);
  await expect(second.getByText("空いた席での参加を確定しました。")).toBeVisible();

  await first.reload();
  await first.getByRole("button", { name: "キャンセル待ちに登録する（一般）" }).click();
  await expect(first.getByText("キャンセル待ち 1番目")).toBeVisible();
  const [row] = await portal.sql<{ taken: number }[]>`
    select count(*)::int as taken from registrations
    where event_id = ${id} and state in ('confirmed', 'offered')`;
  expect(row?.taken).toBe(1);
});

test("without scripts: filter, apply with an answer and a colleague found by name, give back", async ({
  open,
  portal,
  expectProblem,
}) => {
  expectProblem(/400/);
  const { path } = await makeMeeting(portal, {
    title: "スクリプトなしの会",
    questions: [{ kind: "text", label: "聞きたいこと", required: true }],
  });
  const colleague = await colleagueOf(portal, "okuno-rina");
  const self = await findPerson(portal, "okuno-rina");
  // A company with more people than a form can list.
  await portal.sql`
    insert into people (handle, email, email_verified_at, name, organisation_id, created_at, updated_at)
    select 'extra-' || n, 'extra-' || n || '@extra.example', now(), 'ああ 追加' || n,
      (select organisation_id from people where id = ${self.id}), now(), now()
    from generate_series(1, 12) n`;
  const page = await open({ as: "okuno-rina", javaScriptEnabled: false });
  await page.goto("/events");
  await page.getByLabel("参加方法").selectOption({ label: "会場" });
  await page.getByRole("button", { name: "絞り込む" }).click();
  await expect(page).toHaveURL(/place=on-site/);
  await page.goto(path);
  await page.getByRole("link", { name: "申し込む（一般）" }).click();
  await field(page, "聞きたいこと").fill("書いたものは残ります。");
  await page.getByLabel("同僚を名前で探す").fill(colleague.name);
  await page.getByRole("button", { name: "探す" }).click();
  await expect(field(page, "聞きたいこと")).toHaveValue("書いたものは残ります。");
  await expect(page.getByRole("checkbox", { name: "自分が参加する" })).toBeChecked();
  await page.getByRole("checkbox", { name: colleague.name }).check();
  await field(page, "聞きたいこと").fill("");
  await page.getByRole("button", { name: "この内容で申し込む" }).click();
  await expect(page.getByRole("alert")).toContainText("回答してください。");
  await expect(page.getByRole("checkbox", { name: colleague.name })).toBeChecked();
  await field(page, "聞きたいこと").fill("はじめ方を教えてください。");
  await page.getByRole("button", { name: "この内容で申し込む" }).click();
  await expect(page.getByText("「スクリプトなしの会」に2人分を申し込みました。")).toBeVisible();
  await page.getByText("申し込みを取り消す").first().click();
  await page.getByRole("button", { name: "取り消す", exact: true }).click();
  await expect(page.getByText("申し込みを取り消しました。")).toBeVisible();
});

test("somebody abroad sees their own time and that of the place", async ({ open, portal }) => {
  const who = await findPerson(portal, "nishimura-aoi");
  await portal.sql`update people set time_zone = 'America/New_York' where id = ${who.id}`;
  const { path } = await makeMeeting(portal, { title: "海の向こうから読む会" });
  const page = await open({ as: "nishimura-aoi", language: "en" });
  await page.goto(path);
  await expect(page.getByText(/\(Eastern Time\)/).first()).toBeVisible();
  await expect(page.getByText(/Local time: .+\(Japan (Standard )?Time\)/).first()).toBeVisible();
  await portal.sql`update people set time_zone = 'Asia/Tokyo' where id = ${who.id}`;
});
