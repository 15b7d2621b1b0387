import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Portal } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const PHONE = { width: 390, height: 844 };
const LINK = "https://meet.example/geheim";

async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** A file without its folds. */
const unfolded = (text: string) => text.replaceAll("\r\n ", "");

/** A public event in ten days, online, at which the named person has a place. */
async function eventRow({ sql }: Portal, { title, guest }: { title: string; guest: string }) {
  const [row] = await sql<{ id: number }[]>`
    with staff as (select id from people where email = 'staff@portal.example'),
    made as (
      insert into events (uid, kind, place, scope, title, online_url, starts_at, ends_at,
        check_in_code, created_by, created_at, updated_at, published_at, published_by, search_vector)
      select gen_random_uuid()::text, 'webinar', 'online', 'public', ${title}, ${LINK},
        now() + interval '10 days', now() + interval '10 days 1 hour', 'ABC234', id, now(), now(),
        now(), id, ''
      from staff returning id),
    ticket as (
      insert into ticket_types (event_id, position, name, place, capacity, admission)
      select id, 1, '一般', 'online', 20, 'first-come' from made returning id, event_id)
    insert into registrations (event_id, ticket_type_id, person_id, organisation_id, applied_by,
      applied_at, state, confirmed_at, code)
    select t.event_id, t.id, p.id, p.organisation_id, p.id, now(), 'confirmed', now(), '0000000A'
    from ticket t, people p where p.handle = ${guest} returning event_id::int as id`;
  if (!row) throw new Error("no event");
  return row.id;
}

test("an own calendar is made on a phone, read without logging in, made anew and ended", async ({
  open,
  portal,
}) => {
  const title = `カレンダーで見るウェビナー${"長い題名".repeat(20)}`;
  const id = await eventRow(portal, { title, guest: "okuno-rina" });
  const page = await open({ as: "okuno-rina", viewport: PHONE });
  await page.goto("/settings/notifications");
  await page.getByRole("main").getByRole("link", { name: "カレンダー", exact: true }).click();
  await expect(page.getByText("アドレスを作り、カレンダーに登録してください。")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "アドレスを作る" }).click();
  const field = page.getByLabel("カレンダーのアドレス");
  await expect(field).toBeFocused();
  const address = await field.inputValue();
  expect(address).toMatch(/\/calendar\/[\w-]{43}\.ics$/);
  await expect(page.getByRole("link", { name: "この端末のカレンダーに登録する" })).toHaveAttribute(
    "href",
    address.replace(/^http:/, "webcal:"),
  );
  await expect(page.getByRole("button", { name: "アドレスをコピー" })).toBeVisible();
  await expectAccessible(page);

  const path = new URL(address).pathname;
  const program = await open();
  const read = async () => program.request.get(portal.url + path);
  const answer = await read();
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  const file = await answer.text();
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(unfolded(file)).toContain(`SUMMARY:${title}`);
  expect(unfolded(file)).toContain("BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo");
  expect(unfolded(file)).toContain(`/events/${id}/online`);
  expect(file).not.toContain("geheim");
  const same = await program.request.get(portal.url + path, {
    headers: { "If-None-Match": answer.headers().etag ?? "" },
  });
  expect(same.status()).toBe(304);

  // It is shown once.
  await page.goto("/settings/calendar");
  await expect(page.getByText("アドレスは作ったときにだけ表示します。")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(path);
  await page.getByRole("button", { name: "アドレスを作り直す" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "アドレスを作り直す" }).click();
  await expect(field).toBeVisible();
  expect(await field.inputValue()).not.toBe(address);
  expect((await read()).status()).toBe(404);

  await page.getByRole("button", { name: "アドレスを無効にする" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "アドレスを無効にする" }).click();
  await expect(page.getByText("カレンダー用のアドレスを無効にしました。")).toBeVisible();
  await expect(page.getByRole("button", { name: "アドレスを作る" })).toBeVisible();
});

test("without scripts the address is made and ended too", async ({ open, portal }) => {
  const page = await open({ as: "tsukada-sho", javaScriptEnabled: false });
  await page.goto("/settings/calendar");
  await page.getByRole("button", { name: "アドレスを作る" }).click();
  const address = await page.getByLabel("カレンダーのアドレス").inputValue();
  await expect(page.getByRole("button", { name: "アドレスをコピー" })).toBeHidden();
  const answer = await page.request.get(portal.url + new URL(address).pathname);
  expect(answer.status()).toBe(200);
  await page.getByText("アドレスを無効にする").first().click();
  await page.getByRole("button", { name: "アドレスを無効にする" }).click();
  await expect(page.getByText("カレンダー用のアドレスを無効にしました。")).toBeVisible();
});

test("an event's file leads in only those who have a place; visitors get what is public", async ({
  open,
  portal,
}) => {
  const id = await eventRow(portal, { title: "配布するウェビナー", guest: "sakaki-yuma" });
  const guest = await open({ as: "sakaki-yuma" });
  const visitor = await open();
  const file = async (page: Page, path: string) => {
    const answer = await page.request.get(portal.url + path);
    expect(answer.status()).toBe(200);
    return unfolded(await answer.text());
  };
  const own = await file(guest, `/events/${id}.ics`);
  expect(own).toContain("SUMMARY:配布するウェビナー");
  expect(own).toContain(`LOCATION:${portal.url}/events/${id}/online`);
  const openly = await file(visitor, `/events/${id}.ics`);
  expect(openly).toContain("LOCATION:オンライン");
  expect(openly).not.toContain("/online\r\n");

  const feed = await visitor.request.get(`${portal.url}/events.ics`);
  expect(feed.headers()["cache-control"]).toContain("public");
  const content = unfolded(await feed.text());
  expect(content).toContain("SUMMARY:配布するウェビナー");
  expect(content).toContain("METHOD:PUBLISH");
  expect(content).not.toContain("geheim");
  const again = await visitor.request.get(`${portal.url}/events.ics`, {
    headers: { "If-None-Match": feed.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
});
