import { isStaff, type MaybeViewer, type Viewer } from "#app/auth/viewer.ts";

/** Which people staff can ask for; "imported" are those who cannot log in. */
export const PERSON_STATES = ["lead", "suspended", "imported"] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** A person's own company and its people, and staff, see the company even of those who hide it. */
export function seesOrganisationOf(
  viewer: MaybeViewer,
  person: { showsOrganisation: boolean; organisationId: number | null },
): boolean {
  if (person.showsOrganisation || isStaff(viewer)) return true;
  return person.organisationId !== null && viewer?.organisation?.id === person.organisationId;
}

type Person = Pick<Viewer, "id" | "role">;

/** Roles are the admins' to give; nobody changes their own. */
export function mayChangeRole(viewer: Person, person: Person): boolean {
  return viewer.role === "admin" && viewer.id !== person.id;
}

/** Staff act on members, admins on everyone else too; nobody suspends themselves. */
export function maySuspend(viewer: Person, person: Person): boolean {
  if (viewer.id === person.id) return false;
  return viewer.role === "admin" || (viewer.role === "staff" && person.role === "member");
}

/** Staff move members; who belongs to the vendor is moved to a customer by admins only. */
export function mayMove(viewer: Person, person: Person): boolean {
  return maySuspend(viewer, person);
}

/** A reading as it is stored and searched: hiragana, so that カタカナ and ひらがな find each other. */
export function normaliseReading(reading: string): string {
  return reading
    .normalize("NFKC")
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
