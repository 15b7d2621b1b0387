import type { Viewer } from "./viewer.ts";

export type InvitationState = "open" | "accepted" | "withdrawn" | "expired";

/** Where an invitation stands at the moment `now`. */
export function invitationState(
  invitation: { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return "accepted";
  if (invitation.withdrawnAt) return "withdrawn";
  return invitation.expiresAt <= now ? "expired" : "open";
}

/** Staff invite members, only admins invite staff and admins. Asked by the button and by the rule. */
export function mayInvite(
  inviter: Pick<Viewer, "role"> | undefined,
  role: Viewer["role"],
): boolean {
  if (inviter?.role === "admin") return true;
  return inviter?.role === "staff" && role === "member";
}
