import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { OperatorError, say } from "./command.ts";
import { NODE, runProgram } from "./programs.ts";

const STAMP = "build/.made-from";
const SOURCES = [
  "app/**/*",
  "db/schema/*",
  "db/*.ts",
  "public/**/*",
  "package-lock.json",
  "remix.config.js",
  "vite.config.ts",
];

/** Builds the application unless the build at hand was made from exactly these sources. */
export async function buildWhenStale(): Promise<void> {
  const wanted = fingerprint();
  const complete = existsSync("build/server/index.js") && existsSync("build/client");
  if (complete && existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  say("Building the application (about half a minute) …");
  rmSync(STAMP, { force: true });
  const { code, output } = await runProgram(
    NODE,
    ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"],
    { env: { NODE_ENV: "production" }, quiet: true },
  );
  if (code !== 0) throw new OperatorError(`The build failed:\n${output}`);
  writeFileSync(STAMP, wanted);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern)).sort()) {
    if (statSync(file).isFile()) hash.update(file).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}
