import { aliasedTable, and, desc, eq, isNull } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import { portalUrl } from "#app/lib/current-config.server.ts";
import { after, DAY } from "#app/lib/time.ts";
import { enqueueMail } from "#app/mail/outbox.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { invitations } from "#db/schema/auth.ts";
import { organisationLeads, organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import type { Role } from "#db/vocabulary.ts";
import { findAccount, findAccountByEmail } from "./accounts.server.ts";
import { normaliseEmail } from "./email-address.ts";
import { type InvitationState, invitationState, mayInvite } from "./invitations.ts";
import { hashSecret, newSecret } from "./secrets.server.ts";

const DAYS = 14;

export type InvitationRefusal = {
  ok: false;
  reason: "not-allowed" | "invalid-email" | "account-exists" | "organisation-unknown";
};

/**
 * Invites somebody by mail, for 14 days. An open invitation to the same address is withdrawn: the
 * newest mail is the one that works.
 *
 * @param organisationId of members; null for staff and admins, who belong to the vendor
 * @param asLead makes the member lead (企業責任者) of the organisation on joining
 * @param invitedBy id of who invites: admins anyone, staff members, leads members of their company
 */
export async function invitePerson(
  db: DbOrTx,
  input: {
    email: string;
    role: Role;
    organisationId: number | null;
    asLead?: boolean;
    message?: string;
    invitedBy: number;
    address?: string;
    now: Date;
  },
): Promise<{ ok: true; invitationId: number } | InvitationRefusal> {
  const { role, organisationId, invitedBy, now } = input;
  const email = normaliseEmail(input.email);
  if (!email) return { ok: false, reason: "invalid-email" };
  return db.transaction(async (tx) => {
    const inviter = await findAccount(tx, { personId: invitedBy });
    if (!inviter || inviter.suspendedAt) return { ok: false, reason: "not-allowed" };
    if (!mayInvite(inviter, role)) {
      const leads = role === "member" && (await isLeadOf(tx, inviter.id, organisationId));
      if (!leads || input.asLead) return { ok: false, reason: "not-allowed" };
    }
    if (await findAccountByEmail(tx, { email })) return { ok: false, reason: "account-exists" };
    const organisation = role === "member" ? await findOrganisation(tx, organisationId) : undefined;
    if (role === "member" && !organisation) return { ok: false, reason: "organisation-unknown" };
    await tx
      .update(invitations)
      .set({ withdrawnAt: now, withdrawnBy: invitedBy })
      .where(
        and(
          eq(invitations.email, email),
          isNull(invitations.acceptedAt),
          isNull(invitations.withdrawnAt),
        ),
      );
    const secret = newSecret();
    const [row] = await tx
      .insert(invitations)
      .values({
        hash: hashSecret(secret),
        email,
        role,
        organisationId: organisation?.id ?? null,
        asLead: role === "member" && input.asLead === true,
        message: input.message ?? "",
        invitedBy,
        createdAt: now,
        expiresAt: after(now, DAYS * DAY),
      })
      .returning({ id: invitations.id });
    if (!row) throw new Error("The invitation was not stored");
    await enqueueMail(tx, {
      kind: "invitation",
      toAddress: email,
      locale: inviter.locale,
      params: {
        inviter: inviter.name,
        organisation: organisation?.name ?? "",
        message: input.message ?? "",
        url: portalUrl(`/invite/${secret}`),
        days: String(DAYS),
      },
      now,
    });
    await recordAudit(tx, {
      actorId: invitedBy,
      action: "invitation.sent",
      targetKind: "invitation",
      targetId: row.id,
      detail: { email, role, organisationId: organisation?.id ?? null },
      address: input.address,
      at: now,
    });
    return { ok: true, invitationId: row.id };
  });
}

/** Takes an open invitation back; its link then says so. Who may invite may also withdraw. */
export async function withdrawInvitation(
  db: DbOrTx,
  input: { invitationId: number; withdrawnBy: number; address?: string; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "not-allowed" | "unknown" | "not-open" }> {
  const { invitationId, withdrawnBy, now } = input;
  return db.transaction(async (tx) => {
    const actor = await findAccount(tx, { personId: withdrawnBy });
    const [row] = await tx
      .select({ role: invitations.role, organisationId: invitations.organisationId })
      .from(invitations)
      .where(eq(invitations.id, invitationId));
    if (!row) return { ok: false, reason: "unknown" };
    const allowed =
      actor &&
      !actor.suspendedAt &&
      (mayInvite(actor, row.role) || (await isLeadOf(tx, actor.id, row.organisationId)));
    if (!allowed) return { ok: false, reason: "not-allowed" };
    const withdrawn = await tx
      .update(invitations)
      .set({ withdrawnAt: now, withdrawnBy })
      .where(
        and(
          eq(invitations.id, invitationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.withdrawnAt),
        ),
      )
      .returning({ id: invitations.id });
    if (withdrawn.length === 0) return { ok: false, reason: "not-open" };
    await recordAudit(tx, {
      actorId: withdrawnBy,
      action: "invitation.withdrawn",
      targetKind: "invitation",
      targetId: invitationId,
      address: input.address,
      at: now,
    });
    return { ok: true };
  });
}

export type ListedInvitation = {
  id: number;
  email: string;
  role: Role;
  asLead: boolean;
  organisation: { id: number; name: string } | null;
  inviterName: string;
  createdAt: Date;
  expiresAt: Date;
  state: InvitationState;
};

/** The newest 200 invitations, of one organisation or of all. For staff. */
export async function listInvitations(
  db: DbOrTx,
  { organisationId, now }: { organisationId?: number; now: Date },
): Promise<ListedInvitation[]> {
  const inviters = aliasedTable(people, "inviters");
  const rows = await db
    .select({
      invitation: invitations,
      organisation: { id: organisations.id, name: organisations.name },
      inviterName: inviters.name,
    })
    .from(invitations)
    .innerJoin(inviters, eq(inviters.id, invitations.invitedBy))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(
      organisationId === undefined ? undefined : eq(invitations.organisationId, organisationId),
    )
    .orderBy(desc(invitations.id))
    .limit(200);
  return rows.map(({ invitation, organisation, inviterName }) => ({
    id: invitation.id,
    email: invitation.email,
    role: invitation.role,
    asLead: invitation.asLead,
    organisation,
    inviterName,
    createdAt: invitation.createdAt,
    expiresAt: invitation.expiresAt,
    state: invitationState(invitation, now),
  }));
}

async function isLeadOf(
  db: DbOrTx,
  personId: number,
  organisationId: number | null,
): Promise<boolean> {
  if (organisationId === null) return false;
  const found = await db
    .select({ id: people.id })
    .from(organisationLeads)
    .innerJoin(
      people,
      and(
        eq(people.id, organisationLeads.personId),
        eq(people.organisationId, organisationLeads.organisationId),
      ),
    )
    .where(
      and(
        eq(organisationLeads.organisationId, organisationId),
        eq(organisationLeads.personId, personId),
      ),
    );
  return found.length > 0;
}

async function findOrganisation(db: DbOrTx, id: number | null) {
  if (id === null) return undefined;
  const [row] = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, id));
  return row;
}
