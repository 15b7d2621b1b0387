import type { ColourScheme, Locale, Role } from "#db/vocabulary.ts";

/** The person a request speaks for, as far as pages and rules need to know. */
export type Viewer = {
  id: number;
  handle: string;
  name: string;
  role: Role;
  locale: Locale;
  timeZone: string;
  colourScheme: ColourScheme;
  avatarFileId: string | null;
  organisation: { id: number; name: string } | null;
  /** Named lead (企業責任者) of the organisation above. */
  isLead: boolean;
  /** Holds a live credential; computed, never a role. */
  isSupporter: boolean;
  unreadCount: number;
  sessionId: string;
};

export type MaybeViewer = Viewer | undefined;

/** CS staff and admins. */
export function isStaff(viewer: MaybeViewer): boolean {
  return viewer?.role === "staff" || viewer?.role === "admin";
}

export function isAdmin(viewer: MaybeViewer): boolean {
  return viewer?.role === "admin";
}
