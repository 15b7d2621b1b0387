import { describe, expect, test } from "vitest";
import { passwordProblem } from "#app/auth/password-rules.ts";
import { hashPassword, verifyPassword } from "#app/auth/passwords.server.ts";

const email = "sakura.mori@kaede.example";

describe("a new password", () => {
  test.each([
    ["short-one", "too-short"],
    ["", "too-short"],
    ["森の中の小さな家", "too-short"],
    ["x1".repeat(101), "too-long"],
    ["Sakura.Mori@kaede.example", "is-email"],
    ["sakura.mori", "is-email"],
    ["password123", "common"],
    ["PassWord123", "common"],
    ["ｐａｓｓｗｏｒｄ１２３", "common"],
    ["aaaaaaaaaaaa", "common"],
    ["ababababababab", "common"],
  ])("%j is refused: %s", (password, problem) => {
    expect(passwordProblem(password, { email })).toBe(problem);
  });

  test.each([
    "tsubame-no-su",
    "森の中の小さな家に住む犬",
    "0123456789x",
    "correct horse battery staple",
  ])("%j is good enough", (password) => {
    expect(passwordProblem(password, { email })).toBeUndefined();
  });
});

describe("a stored password", () => {
  test("is Argon2id with the strength OWASP names", async () => {
    expect(await hashPassword("tsubame-no-su")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("fits the same password only, whichever width it is typed in", async () => {
    const hash = await hashPassword("tsubame-2026");
    expect(await verifyPassword(hash, "tsubame-2026")).toBe(true);
    expect(await verifyPassword(hash, "ｔｓｕｂａｍｅ-２０２６")).toBe(true);
    expect(await verifyPassword(hash, "Tsubame-2026")).toBe(false);
    expect(await verifyPassword(hash, "")).toBe(false);
  });

  test("that does not exist fits nothing, not even the dummy's password", async () => {
    expect(await verifyPassword(null, "nobody has this password")).toBe(false);
    expect(await verifyPassword(undefined, "")).toBe(false);
  });
});
