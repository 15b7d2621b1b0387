import { forbidden, notFound } from "./responses.server.ts";

/** The number in a path, or 404: `/questions/abc` is no question. */
export function idParam(text: string | undefined): number {
  if (!/^\d{1,15}$/.test(text ?? "")) throw notFound();
  return Number(text);
}

type Refused = { ok: false; reason: string };

/** A command's success; what does not exist becomes 404, what is not allowed becomes 403. */
export function allowed<Outcome extends { ok: boolean }>(
  outcome: Outcome,
): Extract<Outcome, { ok: true }> {
  if (outcome.ok) return outcome as Extract<Outcome, { ok: true }>;
  const { reason } = outcome as unknown as Refused;
  throw reason === "not-found" ? notFound() : forbidden();
}

/** Throws for the refusals that have no place in a form: 404 and 403. The others are returned. */
export function refusal<Outcome extends { ok: boolean }>(
  outcome: Outcome,
): Exclude<Outcome, { ok: true } | { reason: "not-found" } | { reason: "not-allowed" }> {
  const { reason } = outcome as unknown as Refused;
  if (reason === "not-found") throw notFound();
  if (reason === "not-allowed") throw forbidden();
  return outcome as Exclude<
    Outcome,
    { ok: true } | { reason: "not-found" } | { reason: "not-allowed" }
  >;
}
