import type { T } from "./event-form.ts";
import type { TimetableRefusal } from "./timetable.ts";

/** Why an item of the timetable could not be saved. */
export function sessionErrors(
  t: T,
  reason: TimetableRefusal | "too-many" | "cancelled" | "stale",
): { formErrors?: string[]; fieldErrors?: Record<string, string[]> } {
  const words = [t(`session.error.${reason}`)];
  if (reason === "beyond-the-end") return { fieldErrors: { minutes: words } };
  if (reason === "overlap" || reason === "before-the-beginning") {
    return { fieldErrors: { startsAt: words } };
  }
  return { formErrors: words };
}
