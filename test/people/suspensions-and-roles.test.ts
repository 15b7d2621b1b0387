import { eq } from "drizzle-orm";
import { resumeSession, startSession } from "#app/auth/sessions.server.ts";
import { changeRole, moveToOrganisation } from "#app/people/roles.server.ts";
import { liftSuspension, listSuspensions, suspendPerson } from "#app/people/suspensions.server.ts";
import type { Db } from "#db/client.server.ts";
import { organisationLeads } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { auditLog } from "#db/schema/portal.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createOrganisation, createPerson, NOW } from "#test/support/factories.ts";

async function personOf(db: Db, id: number) {
  const [row] = await db.select().from(people).where(eq(people.id, id));
  return row;
}

describe("suspending", () => {
  test("ends every session at once, is on record with its reason, and can be lifted", async ({
    db,
  }) => {
    const staff = await createPerson(db, { role: "staff" });
    const member = await createPerson(db);
    const cookie = await startSession(db, {
      personId: member.id,
      userAgent: "",
      address: "",
      now: NOW,
    });
    const request = new Request("http://localhost:3000/", {
      headers: { cookie: cookie.split(";")[0] ?? "" },
    });
    expect((await resumeSession(db, { request, now: NOW }))?.id).toBe(member.id);
    const act = { personId: member.id, actorId: staff.id, now: NOW };
    expect(await suspendPerson(db, { ...act, reason: "宣伝の繰り返し" })).toEqual({ ok: true });
    expect(await resumeSession(db, { request, now: NOW })).toBeUndefined();
    expect(await suspendPerson(db, { ...act, reason: "もう一度" })).toEqual({
      ok: false,
      reason: "already-suspended",
    });
    expect(await listSuspensions(db, { personId: member.id })).toMatchObject([
      { reason: "宣伝の繰り返し", suspendedBy: staff.name, liftedAt: null },
    ]);
    expect(await liftSuspension(db, act)).toEqual({ ok: true });
    expect(await liftSuspension(db, act)).toEqual({ ok: false, reason: "not-suspended" });
    expect(await suspendPerson(db, { ...act, reason: "再発" })).toEqual({ ok: true });
    const audited = await db.select().from(auditLog).where(eq(auditLog.actorId, staff.id));
    expect(audited.map(({ action }) => action).sort()).toEqual([
      "person.suspended",
      "person.suspended",
      "person.suspension-lifted",
    ]);
  });

  test("staff suspend members only, nobody themselves, members nobody", async ({ db }) => {
    const admin = await createPerson(db, { role: "admin" });
    const staff = await createPerson(db, { role: "staff" });
    const otherStaff = await createPerson(db, { role: "staff" });
    const member = await createPerson(db);
    const tries = [
      [staff, otherStaff],
      [staff, admin],
      [staff, staff],
      [admin, admin],
      [member, otherStaff],
      [member, member],
    ] as const;
    for (const [actor, person] of tries) {
      expect(
        await suspendPerson(db, { actorId: actor.id, personId: person.id, reason: "x", now: NOW }),
      ).toEqual({ ok: false, reason: "not-allowed" });
    }
    expect(
      await suspendPerson(db, { actorId: admin.id, personId: 999_999_999, reason: "x", now: NOW }),
    ).toEqual({ ok: false, reason: "unknown" });
    expect(
      await suspendPerson(db, { actorId: admin.id, personId: staff.id, reason: "x", now: NOW }),
    ).toEqual({ ok: true });
  });
});

describe("roles", () => {
  test("only admins give them; a new colleague leaves the customer company", async ({ db }) => {
    const admin = await createPerson(db, { role: "admin" });
    const staff = await createPerson(db, { role: "staff" });
    const own = await createOrganisation(db);
    const member = await createPerson(db, { organisationId: own.id, lead: true });
    const change = (actorId: number, personId: number) =>
      changeRole(db, { actorId, personId, role: "staff", now: NOW });
    expect(await change(staff.id, member.id)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await change(admin.id, admin.id)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await change(admin.id, member.id)).toEqual({ ok: true });
    expect(await personOf(db, member.id)).toMatchObject({ role: "staff", organisationId: null });
    expect(await db.select().from(organisationLeads)).toEqual([]);
    expect(
      await changeRole(db, { actorId: admin.id, personId: member.id, role: "admin", now: NOW }),
    ).toEqual({ ok: true });
  });

  test("moving to a company makes a member of it and ends being lead elsewhere", async ({ db }) => {
    const admin = await createPerson(db, { role: "admin" });
    const staff = await createPerson(db, { role: "staff" });
    const from = await createOrganisation(db);
    const to = await createOrganisation(db);
    const lead = await createPerson(db, { organisationId: from.id, lead: true });
    const move = (actorId: number, personId: number, organisationId: number) =>
      moveToOrganisation(db, { actorId, personId, organisationId, now: NOW });
    expect(await move(staff.id, lead.id, 999_999_999)).toEqual({
      ok: false,
      reason: "organisation-unknown",
    });
    expect(await move(staff.id, lead.id, to.id)).toEqual({ ok: true });
    expect(await personOf(db, lead.id)).toMatchObject({ organisationId: to.id, role: "member" });
    expect(await db.select().from(organisationLeads)).toEqual([]);
    const other = await createPerson(db, { role: "staff" });
    expect(await move(staff.id, other.id, to.id)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await move(admin.id, other.id, to.id)).toEqual({ ok: true });
    expect(await personOf(db, other.id)).toMatchObject({ organisationId: to.id, role: "member" });
  });

  test("one admin who can act always remains, whatever happens at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { db, close } = await freshDatabase();
      const a = await createPerson(db, { role: "admin" });
      const b = await createPerson(db, { role: "admin" });
      const company = await createOrganisation(db);
      const results = await Promise.all([
        changeRole(db, { actorId: a.id, personId: b.id, role: "staff", now: NOW }),
        suspendPerson(db, { actorId: b.id, personId: a.id, reason: "x", now: NOW }),
        moveToOrganisation(db, {
          actorId: a.id,
          personId: b.id,
          organisationId: company.id,
          now: NOW,
        }),
        changeRole(db, { actorId: b.id, personId: a.id, role: "staff", now: NOW }),
      ]);
      expect(results.some((result) => result.ok)).toBe(true);
      const admins = await db
        .select({ id: people.id })
        .from(people)
        .where(eq(people.role, "admin"));
      const acting = [];
      for (const { id } of admins) {
        const rows = await listSuspensions(db, { personId: id });
        if (!rows.some(({ liftedAt }) => liftedAt === null)) acting.push(id);
      }
      expect(acting.length).toBeGreaterThanOrEqual(1);
      await close();
    }
  });

  test("a suspended admin does not count as one who remains", async ({ db }) => {
    const [a, b, c] = [
      await createPerson(db, { role: "admin" }),
      await createPerson(db, { role: "admin" }),
      await createPerson(db, { role: "admin" }),
    ];
    await suspendPerson(db, { actorId: a.id, personId: b.id, reason: "x", now: NOW });
    expect(
      await changeRole(db, { actorId: a.id, personId: c.id, role: "staff", now: NOW }),
    ).toEqual({ ok: true });
    expect(
      await changeRole(db, { actorId: b.id, personId: a.id, role: "staff", now: NOW }),
    ).toEqual({ ok: false, reason: "last-admin" });
  });
});
