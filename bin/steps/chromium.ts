import { accessSync, constants, existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { OperatorError, say } from "./command.ts";
import { runProgram } from "./programs.ts";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/**
 * Path of a Chromium that starts: the one of CHROMIUM_PATH, of the system, or Playwright's own.
 * Root on Debian gets the package of the distribution when there is none.
 *
 * @throws OperatorError with what to install
 */
export async function ensureChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (await starts(given)) return given;
    throw new OperatorError(`CHROMIUM_PATH is ${given}, but no Chromium starts there.`);
  }
  const found = await findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Chromium for the browser tests (once, a minute or two) …");
    await installFromDebian();
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new OperatorError(
    'The browser tests need Chromium: install it (Debian: "apt-get install chromium", anywhere: "npx playwright install chromium") or set CHROMIUM_PATH.',
  );
}

async function findChromium(): Promise<string | undefined> {
  for (const path of [...SYSTEM, chromium.executablePath()]) {
    if (await starts(path)) return path;
  }
  return undefined;
}

/** On Ubuntu the file may be there and only ask for a snap. */
async function starts(path: string): Promise<boolean> {
  try {
    accessSync(path, constants.X_OK);
    return (await runProgram(path, ["--version"], { quiet: true })).code === 0;
  } catch {
    return false;
  }
}

async function installFromDebian(): Promise<void> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const packages = ["chromium", "fonts-noto-cjk"];
  const update = await runProgram("apt-get", ["update"], { env });
  if (update.code !== 0) return;
  await runProgram("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env });
}
