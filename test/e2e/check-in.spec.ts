import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { arrivalsOf, type Door, makeDoor } from "./support/doors.ts";
import { field } from "./support/fields.ts";
import { findPerson } from "./support/log-in.ts";
import { expect, test } from "./support/test.ts";

const PHONE = { width: 390, height: 844 };

const deskOf = ({ id }: Door) => `/events/${id}/desk`;
const nameOf = (door: Door, who: string) => door.guests[who]?.name ?? "";
const list = (page: Page) => page.getByRole("list", { name: "名簿" });
const rowOf = (page: Page, name: string) =>
  list(page).getByRole("listitem").filter({ hasText: name });
const figure = (page: Page, name: string) =>
  page.getByRole("main").locator("dl > div").filter({ hasText: name }).locator("dd");

/** Opens the desk and waits for its script, which then fetches the whole list. */
async function openDesk(page: Page, door: Door, query = ""): Promise<void> {
  const listed = page.waitForResponse((response) =>
    new URL(response.url()).pathname.endsWith("/check-ins"),
  );
  await page.goto(deskOf(door) + query);
  await listed;
}

async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

test("on a phone: by the list, by code, undone, and a second phone", async ({ open, portal }) => {
  const door = await makeDoor(portal, {
    title: "受付の会",
    confirmed: ["okuno-rina", "tsukada-sho"],
    waitlisted: ["nishimura-aoi"],
  });
  const [rina, sho, aoi] = ["okuno-rina", "tsukada-sho", "nishimura-aoi"].map((who) =>
    nameOf(door, who),
  ) as [string, string, string];
  const phone = await open({ as: "staff", viewport: PHONE });
  await openDesk(phone, door);
  await expect(phone.getByText("名簿は3人です。")).toBeVisible();
  await expect(figure(phone, "参加確定")).toHaveText("2人");
  await expectAccessible(phone);

  await field(phone, "名簿から探す").fill(rina.slice(0, 2));
  await expect(list(phone).getByRole("listitem")).toHaveCount(1);
  await rowOf(phone, rina).getByRole("button", { name: "受け付ける" }).click();
  await expect(phone.getByText(`${rina}さんを受け付けました。`)).toBeVisible();
  await expect(rowOf(phone, rina)).toContainText(/\d\d:\d\d 受付/);
  await expect(figure(phone, "出席")).toHaveText("1人");

  await field(phone, "名簿から探す").fill("");
  await expect(rowOf(phone, aoi)).toContainText("キャンセル待ち");
  await expect(rowOf(phone, aoi).getByRole("button")).toHaveCount(0);
  await field(phone, "参加コード").fill(door.guests["nishimura-aoi"]?.code ?? "");
  await phone.getByRole("button", { name: "コードで受け付ける" }).click();
  await expect(phone.getByText(`${aoi}さんは受け付けられません。`)).toBeVisible();

  const code = door.guests["tsukada-sho"]?.code.toLowerCase() ?? "";
  await field(phone, "参加コード").fill(`${code.slice(0, 4)} ${code.slice(4)}`);
  await phone.getByRole("button", { name: "コードで受け付ける" }).click();
  await expect(phone.getByText(`${sho}さんを受け付けました。`)).toBeVisible();
  await expect(figure(phone, "出席")).toHaveText("2人");
  expect(await arrivalsOf(portal, door)).toEqual([
    { name: rina, way: "list" },
    { name: sho, way: "code" },
  ]);

  // A phone's own camera opens the address in the QR code.
  const other = await open({ as: "admin", viewport: PHONE });
  await openDesk(other, door, `?code=${door.guests["tsukada-sho"]?.code}`);
  await expect(other.getByText(/さんが受付/)).toBeVisible();
  await expectAccessible(other);
  await other.getByRole("button", { name: "取り消す" }).click();
  await expect(other.getByText(`${sho}さんの受付を取り消しました。`)).toBeVisible();
  await expect(other.getByRole("button", { name: "受け付ける" })).toBeVisible();
  await other.getByRole("button", { name: "受け付ける" }).click();
  await expect(other.getByText(/\d\d:\d\d 受付/)).toBeVisible();

  // The first phone learns of it when one looks at it again.
  await phone.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  const admin = await findPerson(portal, "admin");
  await expect(rowOf(phone, sho)).toContainText(`${admin.name}さんが受付`);
  expect(await arrivalsOf(portal, door)).toEqual([
    { name: rina, way: "list" },
    { name: sho, way: "qr" },
  ]);
});

test("the camera reads a ticket, says once who it was, and knows one of another event", async ({
  open,
  portal,
}) => {
  const door = await makeDoor(portal, { title: "カメラの会", confirmed: ["okuno-rina"] });
  const phone = await open({ as: "staff", viewport: PHONE });
  await phone.context().grantPermissions(["camera"]);
  // Chromium on Linux has no detector; everything around it, the camera too, is the real thing.
  await phone.addInitScript(() => {
    class FakeDetector {
      static getSupportedFormats = async () => ["qr_code"];
      detect = async (source: HTMLVideoElement) => {
        const text = document.documentElement.dataset.held;
        return text && source.videoWidth > 0 ? [{ rawValue: text }] : [];
      };
    }
    Object.assign(globalThis, { BarcodeDetector: FakeDetector });
  });
  await openDesk(phone, door);
  const hold = (text: string) =>
    phone.evaluate((held) => {
      document.documentElement.dataset.held = held;
    }, text);
  await phone.getByRole("button", { name: "QRコードを読み取る" }).click();
  await expect(phone.locator("video")).toBeVisible();
  await hold(`${portal.url}/events/${door.id + 1}/desk?code=${"A".repeat(8)}`);
  await expect(phone.getByText("ほかのイベントのQRです。")).toBeVisible();
  await hold(`${portal.url}${deskOf(door)}?code=${door.guests["okuno-rina"]?.code}`);
  await expect(
    phone.getByText(`${nameOf(door, "okuno-rina")}さんを受け付けました。`),
  ).toBeVisible();
  await expect(figure(phone, "出席")).toHaveText("1人");
  expect((await arrivalsOf(portal, door)).map(({ way }) => way)).toEqual(["qr"]);
});

test("without a connection everything is kept, and recorded once when it is back", async ({
  open,
  portal,
  expectProblem,
}) => {
  expectProblem(/ERR_INTERNET_DISCONNECTED/);
  expectProblem(/409/);
  const door = await makeDoor(portal, {
    title: "圏外の会",
    confirmed: ["okuno-rina", "tsukada-sho", "hasumi-kaori"],
  });
  const [rina, sho, kaori] = ["okuno-rina", "tsukada-sho", "hasumi-kaori"].map((who) =>
    nameOf(door, who),
  ) as [string, string, string];
  const phone = await open({ as: "staff", viewport: PHONE });
  await openDesk(phone, door);
  await expect(phone.getByText("名簿は3人です。")).toBeVisible();
  await phone.context().setOffline(true);
  for (const name of [rina, sho, kaori]) {
    await rowOf(phone, name).getByRole("button", { name: "受け付ける" }).click();
    await expect(rowOf(phone, name)).toContainText("受付済み・未送信");
  }
  await field(phone, "名前").fill("飛び入り 花子");
  await field(phone, "会社・所属").fill("花子商店");
  await phone.getByRole("button", { name: "ゲストを受け付ける" }).click();
  await expect(phone.getByRole("heading", { name: "未送信 4件" })).toBeVisible();
  await expectAccessible(phone);
  await rowOf(phone, kaori).getByRole("button", { name: "取り消す" }).click();
  expect(await arrivalsOf(portal, door)).toEqual([]);

  // Meanwhile one gave their place up.
  await portal.sql`
    update registrations set state = 'cancelled', ended_at = now(), ending = 'cancelled'
    where event_id = ${door.id} and person_id = ${door.guests["tsukada-sho"]?.id ?? 0}`;
  await phone.context().setOffline(false);
  await expect(phone.getByRole("heading", { name: /^未送信/ })).toBeHidden();
  await expect(phone.getByRole("alert")).toContainText(sho);
  await expect(phone.getByRole("alert")).toContainText("申し込みは取り消されています。");
  await expect(rowOf(phone, rina)).toContainText(/\d\d:\d\d 受付/);
  await phone.reload();
  await expect(phone.getByRole("alert")).toContainText(sho);
  await phone.getByRole("button", { name: "確認した" }).click();
  await expect(phone.getByRole("alert")).toBeHidden();
  expect(await arrivalsOf(portal, door)).toEqual([
    { name: rina, way: "list" },
    { name: "飛び入り 花子", way: "walk-in" },
  ]);
  const [{ count } = { count: 0 }] = await portal.sql<{ count: number }[]>`
    select count(*)::int from attendances where event_id = ${door.id}
      and person_id = ${door.guests["okuno-rina"]?.id ?? 0}`;
  expect(count).toBe(1);
});

test("what a closed page had kept is sent when it is opened again", async ({
  open,
  portal,
  expectProblem,
}) => {
  expectProblem(/ERR_INTERNET_DISCONNECTED/);
  const door = await makeDoor(portal, { title: "閉じた会", confirmed: ["okuno-rina"] });
  const name = nameOf(door, "okuno-rina");
  const phone = await open({ as: "staff", viewport: PHONE });
  await openDesk(phone, door);
  await expect(phone.getByText("名簿は1人です。")).toBeVisible();
  await phone.context().setOffline(true);
  await rowOf(phone, name).getByRole("button", { name: "受け付ける" }).click();
  await expect(rowOf(phone, name)).toContainText("受付済み・未送信");
  const context = phone.context();
  await phone.close();
  await context.setOffline(false);
  const [one, two] = [await context.newPage(), await context.newPage()];
  await Promise.all([openDesk(one, door), openDesk(two, door)]);
  for (const page of [one, two]) {
    await expect(page.getByRole("heading", { name: /^未送信/ })).toBeHidden();
    await expect(rowOf(page, name)).toContainText(/\d\d:\d\d 受付/);
  }
  expect(await arrivalsOf(portal, door)).toEqual([{ name, way: "list" }]);
});

test("walk-ins: a member who is looked up, and a guest", async ({ open, portal }) => {
  const door = await makeDoor(portal, { title: "飛び入りの会" });
  const member = await findPerson(portal, "member");
  const phone = await open({ as: "staff", viewport: PHONE });
  await openDesk(phone, door);
  await expect(phone.getByText("まだ参加者はいません")).toBeVisible();
  await field(phone, "メンバーの名前").fill(member.name);
  await phone.getByRole("button", { name: "メンバーを探す" }).click();
  await phone
    .getByRole("list", { name: "見つかったメンバー" })
    .getByRole("button", { name: "受け付ける" })
    .first()
    .click();
  await expect(rowOf(phone, member.name)).toContainText("当日参加");
  await field(phone, "名前").fill("飛び入り 花子");
  await field(phone, "会社・所属").fill("花子商店");
  await phone.getByRole("button", { name: "ゲストを受け付ける" }).click();
  await expect(rowOf(phone, "飛び入り 花子")).toContainText("ゲスト");
  await expect(rowOf(phone, "飛び入り 花子")).toContainText("花子商店");
  await expect(phone.getByText("うち当日参加 2人")).toBeVisible();
  await expectAccessible(phone);
});

test("members check themselves in with the code in the room", async ({
  open,
  portal,
  expectProblem,
}) => {
  expectProblem(/400/);
  const door = await makeDoor(portal, { title: "本人受付の会", confirmed: ["member"] });
  const staff = await open({ as: "staff", viewport: { width: 1280, height: 720 } });
  await staff.goto(deskOf(door));
  await staff.getByRole("link", { name: "大きく表示する" }).click();
  const shown = door.code.replace(/(.{3})(?=.)/, "$1 ");
  await expect(staff.getByText(shown)).toBeVisible();
  await expect(staff.getByRole("img", { name: "受付ページのQRコード" })).toBeVisible();
  await expectAccessible(staff);

  const member = await open({ as: "member", viewport: PHONE });
  await member.goto(`/events/${door.id}/check-in`);
  await expectAccessible(member);
  await field(member, "受付コード").fill("WRONG9");
  await member.getByRole("button", { name: "受付する" }).click();
  await expect(member.getByRole("alert")).toContainText("コードが違います。");
  await expect(field(member, "受付コード")).toHaveValue("WRONG9");
  await expectAccessible(member);
  await field(member, "受付コード").fill(shown.toLowerCase());
  await member.getByRole("button", { name: "受付する" }).click();
  await expect(member.getByText(/\d\d:\d\dに受付しました。/)).toBeVisible();
  await member.reload();
  await expect(member.getByText(/\d\d:\d\dに受付しました。/)).toBeVisible();

  const stranger = await open({ as: "okuno-rina" });
  await stranger.goto(`/events/${door.id}/check-in`);
  await expect(stranger.getByText("このイベントに申し込んでいません。")).toBeVisible();
  // Nobody but the team stands at the door; who scans their own ticket is led to it.
  expect((await stranger.request.get(`${portal.url}${deskOf(door)}`)).status()).toBe(403);
});

test("the joining link records who joins and leads to the room, with scripts and without", async ({
  open,
  portal,
}) => {
  const room = "https://meet.example/room-9";
  const door = await makeDoor(portal, {
    title: "オンラインの会",
    place: "online",
    onlineUrl: room,
    confirmed: ["member", "okuno-rina"],
  });
  for (const [as, javaScriptEnabled] of [
    ["member", true],
    ["okuno-rina", false],
  ] as const) {
    const page = await open({ as, viewport: PHONE, javaScriptEnabled });
    await page.context().route("https://meet.example/**", (route) =>
      route.fulfill({
        contentType: "text/html; charset=utf-8",
        body: "<title>Room</title><h1>会議室</h1>",
      }),
    );
    await page.goto(`/events/${door.id}/online`);
    expect(await arrivalsOf(portal, door)).toHaveLength(javaScriptEnabled ? 0 : 1);
    await page.getByRole("button", { name: "参加する" }).click();
    await page.waitForURL(room);
    await expect(page.getByRole("heading", { name: "会議室" })).toBeVisible();
  }
  expect((await arrivalsOf(portal, door)).map(({ way }) => way)).toEqual(["online", "online"]);
});

test("without scripts: list, code, walk-ins and undoing are forms", async ({ open, portal }) => {
  const door = await makeDoor(portal, {
    title: "スクリプトなしの会",
    confirmed: ["okuno-rina", "tsukada-sho"],
    waitlisted: ["nishimura-aoi"],
  });
  const [rina, sho] = [nameOf(door, "okuno-rina"), nameOf(door, "tsukada-sho")];
  const desk = await open({ as: "staff", viewport: PHONE, javaScriptEnabled: false });
  await desk.goto(deskOf(door));
  await expect(desk.getByRole("button", { name: "QRコードを読み取る" })).toBeHidden();
  await field(desk, "名簿から探す").fill(rina);
  await desk.getByRole("button", { name: "探す", exact: true }).click();
  await expect(list(desk).getByRole("listitem")).toHaveCount(1);
  await rowOf(desk, rina).getByRole("button", { name: "受け付ける" }).click();
  await expect(desk.getByText(`${rina}さんを受け付けました。`)).toBeVisible();
  await expect(field(desk, "名簿から探す")).toHaveValue(rina);
  await rowOf(desk, rina).getByRole("button", { name: "取り消す" }).click();
  await expect(desk.getByText(`${rina}さんの受付を取り消しました。`)).toBeVisible();
  await rowOf(desk, rina).getByRole("button", { name: "受け付ける" }).click();
  await expect(figure(desk, "出席")).toHaveText("1人");

  await field(desk, "参加コード").fill(door.guests["nishimura-aoi"]?.code ?? "");
  await desk.getByRole("button", { name: "コードで受け付ける" }).click();
  await expect(desk.getByText("キャンセル待ちのため、受け付けられません。").first()).toBeVisible();
  await field(desk, "参加コード").fill(door.guests["tsukada-sho"]?.code ?? "");
  await desk.getByRole("button", { name: "コードで受け付ける" }).click();
  await expect(desk.getByText(`${sho}さんを受け付けました。`)).toBeVisible();
  await field(desk, "名前").fill("飛び入り 花子");
  await desk.getByRole("button", { name: "ゲストを受け付ける" }).click();
  await expect(desk.getByText("飛び入り 花子さんを受け付けました。")).toBeVisible();
  expect(await arrivalsOf(portal, door)).toEqual([
    { name: rina, way: "list" },
    { name: sho, way: "code" },
    { name: "飛び入り 花子", way: "walk-in" },
  ]);
});
