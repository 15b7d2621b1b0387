/** A code as it is stored, from what somebody typed: spaces, hyphens and look-alikes are forgiven. */
export function readCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-‐−–ー]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

/** `ABCD 1234`: in groups that are easy to read out. */
export function shownCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}
