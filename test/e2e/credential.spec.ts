import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { issueTo } from "./support/credential.ts";
import { expect, test } from "./support/test.ts";

const PHONE = { width: 390, height: 844 };

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test("a stranger checks a credential on a phone", async ({ open, portal }) => {
  const publicId = await issueTo(portal, "supporter");
  const page = await open({ viewport: PHONE });
  await page.goto(`/credentials/${publicId}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("認定アドバイザー");
  await expect(page.getByText("この認定証は有効です。")).toBeVisible();
  const picture = page.getByRole("img", { name: /^認定バッジ：認定アドバイザー/ });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await expect(page.getByRole("img", { name: "このページを開くQRコード" })).toBeVisible();
  await expect(page.getByText(`${portal.url}/credentials/${publicId}`)).toBeVisible();
  await expect(page.getByRole("link", { name: /LinkedIn/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /非公開/ })).toHaveCount(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(PHONE.width);
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "認定データ（JSON）" }).click();
  expect((await download).suggestedFilename()).toMatch(/^credential-E2E-.+\.json$/);
  for (const name of ["発行者と公開鍵（JSON）", "JWTの公開鍵（JWKS）"]) {
    const address = await page.getByRole("link", { name }).getAttribute("href");
    const reply = await page.request.get(address ?? "");
    expect([name, reply.status()]).toEqual([name, 200]);
  }
});

test("its holder hides the page, and shows it again", async ({ open, portal, expectProblem }) => {
  expectProblem(/404/);
  const publicId = await issueTo(portal, "supporter");
  const address = `/credentials/${publicId}`;
  const holder = await open({ as: "supporter", viewport: PHONE });
  const stranger = await open({ viewport: PHONE });
  await holder.goto(address);
  await expect(holder.getByRole("link", { name: "LinkedInのプロフィールに追加" })).toHaveAttribute(
    "href",
    /^https:\/\/www\.linkedin\.com\/profile\/add\?startTask=CERTIFICATION_NAME&/,
  );
  await holder.getByRole("button", { name: "このページを非公開にする" }).click();
  await expect(holder.getByText("認定証のページを非公開にしました。")).toBeVisible();
  await expect(holder.getByText(/このページは非公開です/)).toBeVisible();
  await expectAccessible(holder);
  for (const form of ["", ".json", ".png"]) {
    expect((await stranger.request.get(`${portal.url}${address}${form}`)).status()).toBe(404);
  }
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { name: "ページが見つかりません" })).toBeVisible();

  await holder.getByRole("button", { name: "このページを公開する" }).click();
  await expect(holder.getByText("認定証のページを公開しました。")).toBeVisible();
  await stranger.goto(address);
  await expect(stranger.getByText("この認定証は有効です。")).toBeVisible();
});

test("without scripts it is read, downloaded and hidden all the same", async ({ open, portal }) => {
  const publicId = await issueTo(portal, "supporter");
  const page = await open({ as: "supporter", javaScriptEnabled: false, language: "en" });
  await page.goto(`/credentials/${publicId}`);
  await expect(page.getByText("This credential is valid.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy address" })).toHaveCount(0);
  await page.getByRole("button", { name: "Hide this page" }).click();
  await expect(page.getByText(/This page is hidden/)).toBeVisible();
  await page.getByRole("button", { name: "Show this page" }).click();
  await expect(page.getByRole("button", { name: "Hide this page" })).toBeVisible();
});

test("on paper it is the certificate without its controls", async ({ open, portal }) => {
  const publicId = await issueTo(portal, "supporter");
  const page = await open({ as: "supporter" });
  await page.goto(`/credentials/${publicId}`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: "認定データ（JSON）" })).toBeHidden();
  await expect(page.getByRole("button", { name: /非公開/ })).toBeHidden();
  await expect(page.getByRole("img", { name: "このページを開くQRコード" })).toBeVisible();
  await expect(page.getByText("この認定証は有効です。")).toBeVisible();
});
