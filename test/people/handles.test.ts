import fc from "fast-check";
import { expect, test } from "vitest";
import { HANDLE, handleCandidates } from "#app/people/handles.ts";

const first = (email: string) => handleCandidates(email).next().value;

test.each([
  ["sakura.mori@kaede.example", "sakura-mori"],
  ["S_MORI+portal@kaede.example", "s-mori"],
  ["josé.garcía@kaede.example", "jose-garcia"],
  ["森@kaede.example", "member"],
  ["a@kaede.example", "a-2"],
  ["admin@kaede.example", "admin-2"],
  ["--x--y--@kaede.example", "x-y"],
  [`${"a".repeat(64)}@kaede.example`, "a".repeat(28)],
])("%s becomes %s", (email, handle) => {
  expect(first(email)).toBe(handle);
});

test("every candidate is a valid handle, whatever the address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (email) => {
      for (const candidate of handleCandidates(email)) expect(candidate).toMatch(HANDLE);
    }),
  );
});
