import { domainToASCII } from "node:url";
import { isPublicMailProvider } from "./public-mail-providers.ts";

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

export type DomainProblem = "not-a-domain" | "public-provider";

/**
 * A mail domain as it is stored and compared with addresses: lower case, full-width folded,
 * international names in ASCII form (RFC 3492). `@example.co.jp` and a whole address are
 * understood too.
 */
export function normaliseDomain(
  input: string,
): { ok: true; domain: string } | { ok: false; reason: DomainProblem } {
  const typed = input.normalize("NFKC").trim().toLowerCase();
  const domain = domainToASCII(typed.slice(typed.lastIndexOf("@") + 1).replace(/\.$/, ""));
  const labels = domain.split(".");
  const isName =
    labels.length >= 2 &&
    domain.length <= 253 &&
    labels.every((label) => LABEL.test(label)) &&
    /[a-z]/.test(labels.at(-1) ?? "");
  if (!isName) return { ok: false, reason: "not-a-domain" };
  if (isPublicMailProvider(domain)) return { ok: false, reason: "public-provider" };
  return { ok: true, domain };
}

/** The domains typed into one field, parted by line breaks, blanks or commas, each once. */
export function splitDomains(input: string): string[] {
  return [...new Set(input.split(/[\s,、，;]+/).filter((part) => part !== ""))];
}
