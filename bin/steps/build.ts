import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { OperatorError, say } from "./command.ts";

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
export function buildWhenStale(): void {
  const wanted = fingerprint();
  const complete = existsSync("build/server/index.js") && existsSync("build/client");
  if (complete && existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  say("Building the application (about half a minute) …");
  const result = spawnSync("node_modules/.bin/node", ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], {
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (result.status !== 0) {
    throw new OperatorError(`The build failed:\n${result.stdout}\n${result.stderr}`);
  }
  mkdirSync("build", { recursive: true });
  writeFileSync(STAMP, wanted);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern)).sort()) {
    if (statSync(file).isFile()) hash.update(file).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}
