import { and, eq, gt, isNull } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import { registerPerson } from "#app/people/register.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { invitations } from "#db/schema/auth.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import type { Role } from "#db/vocabulary.ts";
import { findAccountByEmail } from "./accounts.server.ts";
import { invitationState } from "./invitations.ts";
import { hashPassword } from "./passwords.server.ts";
import { hashSecret } from "./secrets.server.ts";
import { type Client, startSession } from "./sessions.server.ts";
import type { Newcomer } from "./signup.server.ts";

export type OpenInvitation = {
  id: number;
  email: string;
  role: Role;
  asLead: boolean;
  message: string;
  inviter: { id: number; name: string; title: string };
  organisation: { id: number; name: string } | null;
};

export type AcceptRefusal = {
  ok: false;
  reason: "unknown" | "expired" | "withdrawn" | "accepted" | "email-taken";
};

/** What the page behind an invitation's link shows before its form is sent. */
export async function findInvitation(
  db: DbOrTx,
  { secret, now }: { secret: string; now: Date },
): Promise<{ ok: true; invitation: OpenInvitation } | AcceptRefusal> {
  const [row] = await db
    .select({
      invitation: invitations,
      inviter: { id: people.id, name: people.name, title: people.title },
      organisation: { id: organisations.id, name: organisations.name },
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(eq(invitations.hash, hashSecret(secret)));
  if (!row) return { ok: false, reason: "unknown" };
  const state = invitationState(row.invitation, now);
  if (state !== "open") return { ok: false, reason: state };
  const { id, email, role, asLead, message } = row.invitation;
  if (await findAccountByEmail(db, { email })) return { ok: false, reason: "email-taken" };
  const { inviter, organisation } = row;
  return { ok: true, invitation: { id, email, role, asLead, message, inviter, organisation } };
}

/**
 * Makes the invited person's account and logs it in. The mail address counts as proven: the link
 * was sent there. Accepted once, whatever is sent at the same moment.
 */
export async function acceptInvitation(
  db: DbOrTx,
  { secret, newcomer, now, ...client }: { secret: string; newcomer: Newcomer; now: Date } & Client,
): Promise<{ ok: true; personId: number; cookie: string } | AcceptRefusal> {
  const found = await findInvitation(db, { secret, now });
  if (!found.ok) return found;
  const { invitation } = found;
  const { password, ...told } = newcomer;
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const [taken] = await tx
      .update(invitations)
      .set({ acceptedAt: now })
      .where(
        and(
          eq(invitations.id, invitation.id),
          isNull(invitations.acceptedAt),
          isNull(invitations.withdrawnAt),
          gt(invitations.expiresAt, now),
        ),
      )
      .returning();
    if (!taken) {
      const again = await findInvitation(tx, { secret, now });
      return again.ok ? { ok: false, reason: "accepted" } : again;
    }
    const registered = await registerPerson(tx, {
      ...told,
      email: taken.email,
      passwordHash,
      role: taken.role,
      organisationId: taken.organisationId,
      leadNamedBy: taken.asLead ? taken.invitedBy : undefined,
      now,
    });
    if (!registered.ok) {
      await tx.update(invitations).set({ acceptedAt: null }).where(eq(invitations.id, taken.id));
      return registered;
    }
    const { personId } = registered;
    await tx.update(invitations).set({ acceptedBy: personId }).where(eq(invitations.id, taken.id));
    await recordAudit(tx, {
      actorId: personId,
      action: "invitation.accepted",
      targetKind: "invitation",
      targetId: taken.id,
      detail: { role: taken.role, organisationId: taken.organisationId },
      address: client.address,
      at: now,
    });
    const cookie = await startSession(tx, { personId, now, ...client });
    return { ok: true, personId, cookie };
  });
}
