import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { temporaryDataFolder } from "../support/temporary-data-folder.ts";
import { runStart } from "./start-command.ts";

let dataDir: string;

beforeAll(() => {
  dataDir = temporaryDataFolder();
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** One line, exit code 1, and no database server left in the data folder. */
async function refusal(env: Record<string, string>): Promise<string> {
  const { code, out, errors } = await runStart({ DATA_DIR: dataDir, PORT: "0", ...env });
  expect(out).toBe("");
  expect(code).toBe(1);
  expect(errors.trimEnd().split("\n")).toHaveLength(1);
  expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
  return errors;
}

describe("the start is refused in one line that says what to do", () => {
  test.each([
    ["PORT", "many", "PORT must be a number"],
    ["PORT", "70000", "PORT must be between 0 and 65535"],
    ["DATABASE_URL", "mysql://root@localhost/x", "DATABASE_URL must look like postgres://"],
    ["PORTAL_SEED", "some", 'PORTAL_SEED must be "demo" or "none"'],
    ["SMTP_URL", "localhost", "SMTP_URL must look like smtp://"],
    ["PUBLIC_URL", "javascript:alert(1)", "PUBLIC_URL must be"],
  ])("when %s is %s", async (name, value, message) => {
    expect(await refusal({ [name]: value })).toContain(message);
  });

  test("when several settings are wrong, all are named", async () => {
    const line = await refusal({ PORT: "x", LOG_LEVEL: "loud" });
    expect(line).toContain("PORT");
    expect(line).toContain("LOG_LEVEL");
  });

  test("when the port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((listening) => other.once("listening", listening));
    const { port } = other.address() as { port: number };
    expect(await refusal({ PORT: String(port) })).toBe(
      `Port ${port} on 127.0.0.1 is already in use: stop the other program or set PORT to another number.\n`,
    );
    other.close();
  });

  test("when this machine does not have the address of HOST", async () => {
    expect(await refusal({ HOST: "203.0.113.7" })).toContain("set HOST");
  });

  test("when the database cannot be reached", async () => {
    const line = await refusal({ DATABASE_URL: "postgres://me:secret@127.0.0.1:1/portal" });
    expect(line).toContain("127.0.0.1:1/portal cannot be used (ECONNREFUSED): check DATABASE_URL");
    expect(line).not.toContain("secret");
  });

  test("when the database refuses the password, or does not exist", async () => {
    const url = new URL(inject("serverUrl"));
    url.pathname = "/no_such_database";
    expect(await refusal({ DATABASE_URL: url.href })).toContain("(3D000)");
    url.password = "wrong";
    expect(await refusal({ DATABASE_URL: url.href })).toContain("(28P01)");
  });

  test("when the data folder cannot be written", async () => {
    const file = join(dataDir, "a-file");
    writeFileSync(file, "");
    expect(await refusal({ DATA_DIR: join(file, "data") })).toContain("set DATA_DIR");
    expect(await refusal({ DATA_DIR: file })).toContain("set DATA_DIR");
    expect(await refusal({ DATA_DIR: "/proc/portal" })).toContain("set DATA_DIR");
  });
});
