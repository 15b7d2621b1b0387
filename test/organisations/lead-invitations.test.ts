import { eq } from "drizzle-orm";
import { invitePerson, withdrawInvitation } from "#app/auth/invitations.server.ts";
import { people } from "#db/schema/people.ts";
import { expect, test } from "#test/support/database.ts";
import { createOrganisation, createPerson, NOW } from "#test/support/factories.ts";

test("leads invite colleagues to their own company, as members, and take that back", async ({
  db,
}) => {
  const own = await createOrganisation(db);
  const other = await createOrganisation(db);
  const lead = await createPerson(db, { organisationId: own.id, lead: true });
  const otherLead = await createPerson(db, { organisationId: other.id, lead: true });
  const member = await createPerson(db, { organisationId: own.id });
  const invite = (values: Partial<Parameters<typeof invitePerson>[1]>) =>
    invitePerson(db, {
      email: "new@test.example",
      role: "member",
      organisationId: own.id,
      invitedBy: lead.id,
      now: NOW,
      ...values,
    });
  const refused = { ok: false, reason: "not-allowed" };
  expect(await invite({ organisationId: other.id })).toEqual(refused);
  expect(await invite({ asLead: true })).toEqual(refused);
  expect(await invite({ role: "staff", organisationId: null })).toEqual(refused);
  expect(await invite({ invitedBy: member.id })).toEqual(refused);
  expect(await invite({ invitedBy: otherLead.id })).toEqual(refused);

  const invited = await invite({});
  if (!invited.ok) throw new Error(invited.reason);
  const { invitationId } = invited;
  for (const withdrawnBy of [member.id, otherLead.id]) {
    expect(await withdrawInvitation(db, { invitationId, withdrawnBy, now: NOW })).toEqual(refused);
  }
  expect(await withdrawInvitation(db, { invitationId, withdrawnBy: lead.id, now: NOW })).toEqual({
    ok: true,
  });

  // Whoever has moved on is no lead here any more, even while the old row is still there.
  await db.update(people).set({ organisationId: other.id }).where(eq(people.id, lead.id));
  expect(await invite({})).toEqual(refused);
});
