import { readFileSync } from "node:fs";

export type TestCounts = { passed: number; failed: number };

/** Reads the report of vitest's JSON reporter; nothing when the run did not get so far. */
export function vitestCounts(file: string): TestCounts {
  const report = readReport<{ numPassedTests: number; numFailedTests: number }>(file);
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

/** The same for Playwright's JSON reporter; a test that passed on a second try has passed. */
export function playwrightCounts(file: string): TestCounts {
  const stats = readReport<{
    stats: { expected: number; flaky: number; unexpected: number };
  }>(file)?.stats;
  return {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
  };
}

function readReport<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}
