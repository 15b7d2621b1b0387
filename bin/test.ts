import { existsSync, mkdirSync, rmSync } from "node:fs";
import { buildWhenStale } from "./steps/build.ts";
import { type Check, QUICK_CHECKS, runChecks } from "./steps/checks.ts";
import { ensureChromium } from "./steps/chromium.ts";
import { runCommand, say } from "./steps/command.ts";
import { NODE, runProgram, stopPrograms } from "./steps/programs.ts";
import { stopOnSignal } from "./steps/stop-on-signal.ts";
import { playwrightCounts, vitestCounts } from "./steps/test-counts.ts";

const VITEST_REPORT = ".cache/vitest.json";
const PLAYWRIGHT_REPORT = ".cache/playwright.json";

const build: Check = {
  name: "Build",
  async run() {
    await buildWhenStale();
    return true;
  },
};

const browserTests: Check = {
  name: "Browser tests",
  async run() {
    if (!existsSync("playwright.config.ts")) {
      say("There are no browser tests yet: playwright.config.ts is missing.");
      return true;
    }
    const { code } = await runProgram(
      NODE,
      ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"],
      {
        env: {
          CHROMIUM_PATH: await ensureChromium(),
          PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT,
        },
      },
    );
    return code === 0;
  },
};

await runCommand(async () => {
  const filters = process.argv.slice(2);
  stopOnSignal(stopPrograms, 130);
  mkdirSync(".cache", { recursive: true });
  for (const report of [VITEST_REPORT, PLAYWRIGHT_REPORT]) rmSync(report, { force: true });
  const checks = filters.length > 0 ? [vitest(filters)] : everything();
  const good = await runChecks(checks);
  const counts = [vitestCounts(VITEST_REPORT), playwrightCounts(PLAYWRIGHT_REPORT)];
  const sum = (of: "passed" | "failed") => counts.reduce((total, count) => total + count[of], 0);
  process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
  process.exitCode = good ? 0 : 1;
});

function everything(): Check[] {
  return [...QUICK_CHECKS, vitest([]), build, browserTests];
}

function vitest(filters: string[]): Check {
  return {
    name: "Unit, database and route tests",
    async run() {
      const reporters = [
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${VITEST_REPORT}`,
      ];
      const args = ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...filters];
      return (await runProgram(NODE, args)).code === 0;
    },
  };
}
