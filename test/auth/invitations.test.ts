import { acceptInvitation, findInvitation } from "#app/auth/accept-invitation.server.ts";
import { invitePerson, listInvitations, withdrawInvitation } from "#app/auth/invitations.server.ts";
import { resumeSession } from "#app/auth/sessions.server.ts";
import { DAY } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { invitations } from "#db/schema/auth.ts";
import { organisationLeads } from "#db/schema/organisations.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { auditLog } from "#db/schema/portal.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createOrganisation, createPerson, NOW } from "#test/support/factories.ts";
import { at, CLIENT, mails, NEWCOMER, requestWith, secretOf } from "./support.ts";

const accept = { newcomer: NEWCOMER, now: NOW, ...CLIENT };

async function setting(db: Db) {
  const organisation = await createOrganisation(db);
  const staff = await createPerson(db, { role: "staff", name: "担当 花子" });
  const admin = await createPerson(db, { role: "admin" });
  const member = { role: "member" as const, organisationId: organisation.id, now: NOW };
  const invite = { email: "guest@elsewhere.example", ...member, invitedBy: staff.id };
  return { organisation, staff, admin, invite };
}

async function invited(db: Db, change: { asLead?: boolean; message?: string } = {}) {
  const set = await setting(db);
  const answer = await invitePerson(db, { ...set.invite, ...change });
  if (!answer.ok) throw new Error(answer.reason);
  return { ...set, id: answer.invitationId, secret: secretOf((await mails(db)).at(-1)) };
}

describe("inviting", () => {
  test("mails a link whose secret is stored as a hash only, and is audited", async ({ db }) => {
    const { organisation, staff, id, secret } = await invited(db, { message: "ぜひどうぞ" });
    expect((await mails(db))[0]).toMatchObject({
      kind: "invitation",
      toAddress: "guest@elsewhere.example",
      params: { inviter: "担当 花子", organisation: organisation.name, message: "ぜひどうぞ" },
    });
    const stored = await db.select().from(invitations);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(await db.select().from(auditLog)).toEqual([
      expect.objectContaining({
        action: "invitation.sent",
        actorId: staff.id,
        targetId: String(id),
      }),
    ]);
  });

  test("is for staff and leads: members may not, and staff may not make staff or admins", async ({
    db,
  }) => {
    const { organisation, staff, admin, invite } = await setting(db);
    const member = await createPerson(db, { organisationId: organisation.id });
    const refused = { ok: false, reason: "not-allowed" };
    expect(await invitePerson(db, { ...invite, invitedBy: member.id })).toEqual(refused);
    for (const role of ["staff", "admin"] as const) {
      const colleague = { ...invite, role, organisationId: null };
      expect(await invitePerson(db, { ...colleague, invitedBy: staff.id })).toEqual(refused);
      expect(await invitePerson(db, { ...colleague, invitedBy: admin.id })).toMatchObject({
        ok: true,
      });
    }
  });

  test("is refused to suspended staff", async ({ db }) => {
    const { staff, admin, invite } = await setting(db);
    await db
      .insert(suspensions)
      .values({ personId: staff.id, reason: "退職", suspendedBy: admin.id, suspendedAt: NOW });
    expect(await invitePerson(db, invite)).toEqual({ ok: false, reason: "not-allowed" });
  });

  test("is refused for nonsense, for people who are here, for unknown companies", async ({
    db,
  }) => {
    const { staff, invite } = await setting(db);
    const reason = async (change: object) => {
      const answer = await invitePerson(db, { ...invite, ...change });
      return answer.ok ? "invited" : answer.reason;
    };
    expect(await reason({ email: "not an address" })).toBe("invalid-email");
    expect(await reason({ email: staff.email?.toUpperCase() })).toBe("account-exists");
    expect(await reason({ organisationId: 999_999 })).toBe("organisation-unknown");
    expect(await reason({ organisationId: null })).toBe("organisation-unknown");
    expect(await mails(db)).toEqual([]);
  });

  test("again withdraws the earlier invitation", async ({ db }) => {
    const { invite, secret } = await invited(db);
    await invitePerson(db, invite);
    const newest = secretOf((await mails(db)).at(-1));
    expect(await findInvitation(db, { secret, now: NOW })).toEqual({
      ok: false,
      reason: "withdrawn",
    });
    expect(await findInvitation(db, { secret: newest, now: NOW })).toMatchObject({ ok: true });
  });
});

describe("an invitation", () => {
  test("shows who invites, and where to", async ({ db }) => {
    const { organisation, staff, secret } = await invited(db);
    expect(await findInvitation(db, { secret, now: NOW })).toMatchObject({
      ok: true,
      invitation: {
        email: "guest@elsewhere.example",
        role: "member",
        inviter: { id: staff.id, name: "担当 花子" },
        organisation: { id: organisation.id, name: organisation.name },
      },
    });
  });

  test("makes a member, whatever their mail domain, and a lead if it says so", async ({ db }) => {
    const { organisation, staff, secret } = await invited(db, { asLead: true });
    const answer = await acceptInvitation(db, { ...accept, secret });
    if (!answer.ok) throw new Error(answer.reason);
    const viewer = await resumeSession(db, { request: requestWith(answer.cookie), now: NOW });
    expect(viewer).toMatchObject({
      role: "member",
      organisation: { id: organisation.id },
      isLead: true,
    });
    const [lead] = await db.select().from(organisationLeads);
    expect(lead).toMatchObject({ personId: answer.personId, namedBy: staff.id });
    const [row] = await db.select().from(invitations);
    expect(row).toMatchObject({ acceptedBy: answer.personId, acceptedAt: NOW });
  });

  test("of an admin makes staff without an organisation", async ({ db }) => {
    const { admin, invite } = await setting(db);
    const staff = { ...invite, role: "staff" as const, organisationId: null, asLead: true };
    await invitePerson(db, { ...staff, invitedBy: admin.id });
    const secret = secretOf((await mails(db)).at(-1));
    const answer = await acceptInvitation(db, { ...accept, secret });
    if (!answer.ok) throw new Error(answer.reason);
    const viewer = await resumeSession(db, { request: requestWith(answer.cookie), now: NOW });
    expect(viewer).toMatchObject({ role: "staff", organisation: null, isLead: false });
  });

  test("is accepted once, for 14 days, and only if we made it", async ({ db }) => {
    const { secret } = await invited(db);
    const refusal = async (change: object) => {
      const answer = await acceptInvitation(db, { ...accept, secret, ...change });
      return answer.ok ? "accepted now" : answer.reason;
    };
    expect(await refusal({ now: at(14 * DAY) })).toBe("expired");
    expect(await refusal({ secret: "guessed" })).toBe("unknown");
    expect(await refusal({ now: at(14 * DAY - 1) })).toBe("accepted now");
    expect(await refusal({})).toBe("accepted");
  });

  test("makes no second account for an address that joined meanwhile", async ({ db }) => {
    const { secret } = await invited(db);
    await createPerson(db, { email: "guest@elsewhere.example" });
    expect(await acceptInvitation(db, { ...accept, secret })).toEqual({
      ok: false,
      reason: "email-taken",
    });
  });

  test("can be withdrawn while it is open, by those who could have sent it", async ({ db }) => {
    const { organisation, admin, staff, id, secret } = await invited(db);
    const member = await createPerson(db, { organisationId: organisation.id });
    const withdraw = (withdrawnBy: number, invitationId = id) =>
      withdrawInvitation(db, { invitationId, withdrawnBy, now: NOW });
    expect(await withdraw(member.id)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await withdraw(staff.id, 999_999)).toEqual({ ok: false, reason: "unknown" });
    expect(await withdraw(staff.id)).toEqual({ ok: true });
    expect(await withdraw(admin.id)).toEqual({ ok: false, reason: "not-open" });
    expect(await acceptInvitation(db, { ...accept, secret })).toEqual({
      ok: false,
      reason: "withdrawn",
    });
    expect(await db.select().from(people)).toHaveLength(3);
  });

  test("is listed with its state, for one organisation or all", async ({ db }) => {
    const { organisation, admin, invite, id } = await invited(db);
    const staff = { ...invite, email: "b@vendor.example", role: "staff" as const };
    await invitePerson(db, { ...staff, organisationId: null, invitedBy: admin.id });
    const all = await listInvitations(db, { now: NOW });
    expect(all.map(({ email, state }) => [email, state])).toEqual([
      ["b@vendor.example", "open"],
      ["guest@elsewhere.example", "open"],
    ]);
    const own = await listInvitations(db, { organisationId: organisation.id, now: at(15 * DAY) });
    expect(own).toEqual([
      expect.objectContaining({ id, state: "expired", inviterName: "担当 花子" }),
    ]);
  });
});

test("accepted twice at the same moment it makes one account", async () => {
  const connection = await freshDatabase();
  const { db } = connection;
  try {
    const { secret } = await invited(db);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => acceptInvitation(db, { ...accept, secret })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await db.select().from(people)).toHaveLength(3);
  } finally {
    await connection.close();
  }
});
