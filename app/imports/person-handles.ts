import { createHash } from "node:crypto";

/** The account in whose name a Stack Exchange site itself acts. */
export const COMMUNITY_KEY = "-1";
/** Author of all posts that name nobody. */
export const UNKNOWN_KEY = "unknown";

const MAX_SITE_LENGTH = 18;

/**
 * Handle of an imported person, `se-<site>-<key>`, always in the form that `people` demands.
 * Names, which may hold anything, go in as a fingerprint. `attempt` above 1 gives another handle
 * for when the first is taken.
 */
export function importedHandle(site: string, key: string, attempt = 1): string {
  const ending = attempt === 1 ? "" : `-${attempt}`;
  return (
    ["se", siteInHandle(site), keyInHandle(key)].filter((part) => part !== "").join("-") + ending
  );
}

/** `coffee.stackexchange.com` and `stackexchange-coffee` both become `coffee`. */
function siteInHandle(site: string): string {
  return site
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-?stackexchange(-com)?-?/, "")
    .replace(/^-+|-+$/g, "")
    .slice(0, MAX_SITE_LENGTH)
    .replace(/-+$/, "");
}

function keyInHandle(key: string): string {
  if (key === COMMUNITY_KEY) return "community";
  if (/^\d{1,12}$/.test(key) || key === UNKNOWN_KEY) return key;
  return createHash("sha256").update(key).digest("hex").slice(0, 12);
}

/** Name of a person of whom the dump tells none. */
export function placeholderName(key: string): string {
  if (key === COMMUNITY_KEY) return "Community";
  return /^\d+$/.test(key) ? `利用者 ${key}` : "退会した利用者";
}
