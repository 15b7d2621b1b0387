import type { Viewer } from "#app/auth/viewer.ts";
import type { people } from "#db/schema/people.ts";

/** The viewer that a person's session would give. */
export function viewerOf(
  person: typeof people.$inferSelect,
  organisation: { id: number; name: string } | null = null,
  { isLead = false }: { isLead?: boolean } = {},
): Viewer {
  return {
    id: person.id,
    handle: person.handle,
    name: person.name,
    role: person.role,
    locale: person.locale,
    timeZone: person.timeZone,
    colourScheme: person.colourScheme,
    avatarFileId: person.avatarFileId,
    organisation: organisation && { id: organisation.id, name: organisation.name },
    isLead,
    isSupporter: false,
    unreadCount: 0,
    sessionId: "test",
  };
}
