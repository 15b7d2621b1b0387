import type { Toast } from "#app/lib/toast.ts";
import type { RegistrationState } from "#db/vocabulary.ts";

/** What to say once an application is in: what became of it, or for how many one applied. */
export function applyToast(
  title: string,
  registrations: readonly { state: RegistrationState }[],
): Toast {
  const [first] = registrations;
  if (registrations.length > 1) {
    return { key: "registrations:done.several", params: { title, people: registrations.length } };
  }
  const state = first?.state;
  const word = state === "confirmed" || state === "waitlisted" ? state : "applied";
  return { key: `registrations:done.${word}`, params: { title } };
}
