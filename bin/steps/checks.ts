import { dictionaryFaults } from "./dictionary-faults.ts";
import { NODE, runProgram } from "./programs.ts";

export type Check = { name: string; run(): Promise<boolean> };

/** A check that is a program of the project's packages: good when it ends with 0. */
export function programCheck(name: string, script: string, args: string[]): Check {
  return {
    name,
    run: async () => (await runProgram(NODE, [`node_modules/${script}`, ...args])).code === 0,
  };
}

/** What can be found out without running the portal. */
export const QUICK_CHECKS: Check[] = [
  programCheck("Style and lint", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]),
  programCheck("Types", "typescript/bin/tsc", ["--noEmit"]),
  programCheck("Who imports whom", "dependency-cruiser/bin/dependency-cruise.mjs", [
    "app",
    "bench",
    "bin",
    "db",
    "server",
    "test",
    "server.ts",
    "--config",
    ".dependency-cruiser.mjs",
    "--output-type",
    "err",
  ]),
  programCheck("Unused code and packages", "knip/bin/knip.js", []),
  {
    name: "Dictionaries",
    async run() {
      const faults = await dictionaryFaults();
      for (const fault of faults) process.stdout.write(`${fault}\n`);
      return faults.length === 0;
    },
  },
];

/**
 * Runs checks in order, each under a heading with its seconds, and stops at the first that fails.
 *
 * @returns whether all were good
 */
export async function runChecks(checks: Check[]): Promise<boolean> {
  for (const { name, run } of checks) {
    process.stdout.write(`\n── ${name}\n`);
    const begun = performance.now();
    const good = await run();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    process.stdout.write(`${good ? "✓" : "✗"} ${name} (${seconds} s)\n`);
    if (!good) return false;
  }
  return true;
}
