/** Every reason why somebody is not checked in at the door, as the texts name them. */
export const REFUSALS = [
  "event-draft",
  "event-postponed",
  "event-cancelled",
  "too-early",
  "applied",
  "waitlisted",
  "offered",
  "cancelled",
  "declined",
  "unknown-code",
  "not-registered",
  "no-such-person",
  "guest-nameless",
  "not-allowed",
  "not-found",
  "unreadable",
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A reason as it came from the server or from this device's memory. */
export function asRefusal(reason: string): Refusal {
  return REFUSALS.find((one) => one === reason) ?? "unreadable";
}
