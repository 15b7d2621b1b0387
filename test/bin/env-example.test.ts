import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { readConfig } from "#app/lib/config.server.ts";

const example = readFileSync(".env.example", "utf8");
const source = readFileSync("app/lib/config.server.ts", "utf8");

test(".env.example names exactly the settings that exist", () => {
  const settings = [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name);
  const explained = [...example.matchAll(/^#([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(explained.sort()).toEqual(settings.filter((name) => name !== "NODE_ENV").sort());
});

test("the values in .env.example are valid ones", () => {
  const values = parseEnv(example.replaceAll(/^#(?=[A-Z])/gm, ""));
  expect(() => readConfig({ ...values })).not.toThrow();
});
