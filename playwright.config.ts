import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Playwright's own browser is used when the system has none of these. */
const chromium = [
  process.env.CHROMIUM_PATH ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
].find((path) => path !== "" && existsSync(path));

const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "test/e2e",
  outputDir: "test-results",
  globalSetup: "./test/e2e/support/community.ts",
  fullyParallel: true,
  workers: 2,
  // A busy machine can be slower than a page: such a test is tried once more, and named as flaky.
  retries: 1,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: ".cache/playwright.json" }]],
  use: {
    browserName: "chromium",
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    colorScheme: "light",
    // Nothing moves while a test looks.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    // What a step waits for is missing by then: it says so instead of waiting for the whole test.
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    launchOptions: {
      executablePath: chromium,
      // Chromium refuses to sandbox itself as root.
      // A camera that shows a test picture stands in for a real one.
      args: ["--use-fake-device-for-media-stream", ...(asRoot ? ["--no-sandbox"] : [])],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 900 } } },
    {
      name: "phone",
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
  ],
});
