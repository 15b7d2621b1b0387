/** What a handle looks like; the same rule is a check constraint of the table. */
export const HANDLE = /^[a-z0-9][a-z0-9-]{1,38}$/;

// Paths below /people and /supporters, and names that would pretend to speak for the portal.
const RESERVED = new Set(["new", "edit", "me", "admin", "staff", "system", "support", "portal"]);

export function isReservedHandle(handle: string): boolean {
  return RESERVED.has(handle);
}

/**
 * Handles to try for a mail address, nicest first: the local part, then with rising numbers, then
 * with random ones, so that the search always ends.
 */
export function* handleCandidates(email: string): Generator<string> {
  const base = handleBase(email);
  if (HANDLE.test(base) && !RESERVED.has(base)) yield base;
  for (let n = 2; n <= 9; n += 1) yield `${base}-${n}`;
  for (let tries = 0; tries < 50; tries += 1) {
    yield `${base}-${Math.floor(1_000 + Math.random() * 8_999_000)}`;
  }
}

function handleBase(email: string): string {
  const ascii = (email.split("@")[0] ?? "")
    .replace(/\+.*$/, "")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 28)
    .replace(/-+$/, "");
  return ascii === "" ? "member" : ascii;
}
