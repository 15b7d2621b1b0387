import type { Deed } from "./decision-outcome.tsx";
import { guestFilterOf, guestQuery, idsOf, withQuery } from "./guest-filter.ts";

/** The registrations that a form means: the one whose own button was pressed, or all that are ticked. */
export function targetsOf(form: FormData | URLSearchParams): number[] {
  const only = idsOf(form.getAll("only"));
  return only.length > 0 ? only.slice(0, 1) : idsOf(form.getAll("registration"));
}

/** The list as it was narrowed, from what a form carried along; anything else is left out. */
export function backQuery(back: FormDataEntryValue | null, extra: Record<string, string> = {}) {
  const params = new URLSearchParams(typeof back === "string" ? back : "");
  const after = params.get("after")?.slice(0, 500);
  return guestQuery(guestFilterOf(params), { after, ...extra });
}

/** Where one gets after deciding: the list, which says what became of whom. */
export function outcomeAddress(
  here: string,
  back: FormDataEntryValue | null,
  { deed, done, left = [] }: { deed: Deed | "nobody"; done: number[]; left?: number[] },
): string {
  const ids = (name: string, list: number[]) => (list.length > 0 ? { [name]: list.join(".") } : {});
  return withQuery(here, backQuery(back, { did: deed, ...ids("of", done), ...ids("left", left) }));
}
