import type { Admission, RegistrationState } from "#db/vocabulary.ts";

type Decidable = { state: RegistrationState; ticket: { admission: Admission } };

/** An application that waits for those who run the event. */
export function canApprove({ state, ticket }: Decidable): boolean {
  return state === "applied" && ticket.admission === "approval";
}

/** Whoever has no place yet can be turned down. */
export function canTurnDown({ state }: Decidable): boolean {
  return state === "applied" || state === "waitlisted";
}

/** Whoever has a place, or was offered one, can lose it. */
export function canRemove({ state }: Decidable): boolean {
  return state === "confirmed" || state === "offered";
}
