import { eq } from "drizzle-orm";
import { after as momentAfter } from "#app/lib/time.ts";
import { normaliseDomain, splitDomains } from "#app/organisations/domains.server.ts";
import { nameLead, unnameLead } from "#app/organisations/leads.server.ts";
import { listOrganisations } from "#app/organisations/organisation-list.server.ts";
import {
  changeOrganisation,
  createOrganisation,
  findOrganisation,
} from "#app/organisations/organisations.server.ts";
import type { OrganisationFields } from "#app/organisations/organisations.ts";
import { organisationLeads } from "#db/schema/organisations.ts";
import { auditLog } from "#db/schema/portal.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import * as factories from "#test/support/factories.ts";

const { createPerson, NOW } = factories;

const FIELDS: OrganisationFields = {
  name: "株式会社みどり",
  tier: "1",
  phase: "trial",
  industry: "製造",
  region: "関東",
  contractStartsOn: "2026-04-01",
  contractEndsOn: "2027-03-31",
  domains: ["midori.example", "xn--wgv71a.example"],
};

describe("mail domains", () => {
  test.each([
    ["Example.CO.JP", "example.co.jp"],
    ["＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐ", "example.co.jp"],
    ["taro@example.co.jp", "example.co.jp"],
    ["日本.example", "xn--wgv71a.example"],
    ["example.co.jp.", "example.co.jp"],
  ])("%s is kept as %s", (typed, domain) => {
    expect(normaliseDomain(typed)).toEqual({ ok: true, domain });
  });

  test.each([
    "example",
    "https://example.co.jp",
    "-a.example",
    "192.168.0.1",
    "a..example",
    "a b.example",
    "<script>.example",
    `${"a".repeat(64)}.example`,
    "",
  ])("%s is no domain", (typed) => {
    expect(normaliseDomain(typed)).toEqual({ ok: false, reason: "not-a-domain" });
  });

  test.each(["gmail.com", "GMAIL.com", "yahoo.co.jp", "abc.ocn.ne.jp", "docomo.ne.jp"])(
    "%s is a public mail provider",
    (typed) => {
      expect(normaliseDomain(typed)).toEqual({ ok: false, reason: "public-provider" });
    },
  );

  test("many may be typed into one field", () => {
    expect(splitDomains("a.example\r\nb.example、c.example  a.example")).toEqual([
      "a.example",
      "b.example",
      "c.example",
    ]);
  });
});

describe("entering an organisation", () => {
  test("keeps all that was said, and writes it down for the audit", async ({ db }) => {
    const staff = await createPerson(db, { role: "staff" });
    const result = await createOrganisation(db, { fields: FIELDS, actorId: staff.id, now: NOW });
    if (!result.ok) throw new Error(result.reason);
    const { organisationId } = result;
    expect(await findOrganisation(db, { organisationId })).toMatchObject(FIELDS);
    const [audited] = await db.select().from(auditLog).where(eq(auditLog.actorId, staff.id));
    expect(audited).toMatchObject({
      action: "organisation.created",
      targetId: String(organisationId),
    });
  });

  test("a name or a domain that another one has is refused, and nothing is left behind", async ({
    db,
  }) => {
    const staff = await createPerson(db, { role: "staff" });
    const act = { actorId: staff.id, now: NOW };
    await createOrganisation(db, { fields: FIELDS, ...act });
    expect(
      await createOrganisation(db, {
        fields: { ...FIELDS, name: "株式会社みどり", domains: [] },
        ...act,
      }),
    ).toEqual({ ok: false, reason: "name-taken" });
    const other = await createOrganisation(db, {
      fields: { ...FIELDS, name: "別の会社", domains: ["free.example", "midori.example"] },
      ...act,
    });
    expect(other).toMatchObject({
      reason: "domains-taken",
      taken: [{ domain: "midori.example", organisation: { name: "株式会社みどり" } }],
    });
    const third = { ...FIELDS, name: "別の会社", domains: ["free.example"] };
    expect((await createOrganisation(db, { fields: third, ...act })).ok).toBe(true);
  });

  test("of two that claim a domain at the same moment one gets it", async () => {
    const { db, close } = await freshDatabase();
    const staff = await createPerson(db, { role: "staff" });
    const claims = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        createOrganisation(db, {
          fields: { ...FIELDS, name: `会社${i}` },
          actorId: staff.id,
          now: NOW,
        }),
      ),
    );
    expect(claims.filter((claim) => claim.ok)).toHaveLength(1);
    for (const claim of claims) if (!claim.ok) expect(claim.reason).toBe("domains-taken");
    await close();
  });
});

describe("changing an organisation", () => {
  test("saves what changed and says so in the audit", async ({ db }) => {
    const staff = await createPerson(db, { role: "staff" });
    const act = { actorId: staff.id, now: NOW };
    const created = await createOrganisation(db, { fields: FIELDS, ...act });
    if (!created.ok) throw new Error(created.reason);
    const { organisationId } = created;
    const later = { actorId: staff.id, now: momentAfter(NOW, 1000) };
    const fields: OrganisationFields = {
      ...FIELDS,
      phase: "established",
      contractEndsOn: null,
      domains: ["midori.example", "new.example"],
    };
    const result = await changeOrganisation(db, { organisationId, version: NOW, fields, ...later });
    expect(result).toEqual({ ok: true });
    expect(await findOrganisation(db, { organisationId })).toMatchObject(fields);
    const [audited] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, "organisation.changed"));
    expect(audited?.detail).toMatchObject({ phase: { from: "trial", to: "established" } });
    expect(Object.keys(audited?.detail ?? {}).sort()).toEqual([
      "contractEndsOn",
      "domains",
      "phase",
    ]);
  });

  test("a form opened before somebody else saved changes nothing and shows both", async ({
    db,
  }) => {
    const staff = await createPerson(db, { role: "staff" });
    const act = { actorId: staff.id, now: NOW };
    const created = await createOrganisation(db, { fields: FIELDS, ...act });
    if (!created.ok) throw new Error(created.reason);
    const { organisationId } = created;
    const first = { ...FIELDS, region: "関西" };
    // At the very same instant: the version still moves on.
    expect(
      await changeOrganisation(db, { organisationId, version: NOW, fields: first, ...act }),
    ).toEqual({ ok: true });
    const second = { ...FIELDS, region: "九州" };
    const stale = await changeOrganisation(db, {
      organisationId,
      version: NOW,
      fields: second,
      ...act,
    });
    if (stale.ok || stale.reason !== "stale") throw new Error("not stale");
    expect(stale.current.region).toBe("関西");
    expect((await findOrganisation(db, { organisationId }))?.region).toBe("関西");
    // With the version of what they have now seen, the second one may decide.
    const decided = await changeOrganisation(db, {
      organisationId,
      version: stale.current.updatedAt,
      fields: second,
      ...act,
    });
    expect(decided).toEqual({ ok: true });
  });

  test("of several that save at the same moment one wins, the others are told", async () => {
    const { db, close } = await freshDatabase();
    const staff = await createPerson(db, { role: "staff" });
    const act = { actorId: staff.id, now: momentAfter(NOW, 1000) };
    const created = await createOrganisation(db, {
      fields: FIELDS,
      actorId: staff.id,
      now: NOW,
    });
    if (!created.ok) throw new Error(created.reason);
    const saves = await Promise.all(
      ["a", "b", "c", "d"].map((region) =>
        changeOrganisation(db, {
          organisationId: created.organisationId,
          version: NOW,
          fields: { ...FIELDS, region },
          ...act,
        }),
      ),
    );
    expect(saves.filter((save) => save.ok)).toHaveLength(1);
    for (const save of saves) if (!save.ok) expect(save.reason).toBe("stale");
    await close();
  });

  test("an organisation that is not there is unknown", async ({ db }) => {
    const staff = await createPerson(db, { role: "staff" });
    expect(
      await changeOrganisation(db, {
        organisationId: 999_999_999,
        version: NOW,
        fields: FIELDS,
        actorId: staff.id,
        now: NOW,
      }),
    ).toEqual({ ok: false, reason: "unknown" });
  });
});

describe("leads", () => {
  test("are people of the organisation; naming and taking back twice is harmless", async ({
    db,
  }) => {
    const staff = await createPerson(db, { role: "staff" });
    const own = await factories.createOrganisation(db);
    const other = await factories.createOrganisation(db);
    const member = await createPerson(db, { organisationId: own.id });
    const stranger = await createPerson(db, { organisationId: other.id });
    const act = { organisationId: own.id, actorId: staff.id, now: NOW };
    expect(await nameLead(db, { ...act, personId: stranger.id })).toEqual({
      ok: false,
      reason: "not-a-member",
    });
    expect(await nameLead(db, { ...act, personId: staff.id })).toMatchObject({ ok: false });
    for (let i = 0; i < 2; i += 1) {
      expect(await nameLead(db, { ...act, personId: member.id })).toEqual({ ok: true });
    }
    const leads = () =>
      db.select().from(organisationLeads).where(eq(organisationLeads.organisationId, own.id));
    expect(await leads()).toMatchObject([{ personId: member.id, namedBy: staff.id }]);
    for (let i = 0; i < 2; i += 1) await unnameLead(db, { ...act, personId: member.id });
    expect(await leads()).toEqual([]);
    const audited = await db
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(eq(auditLog.actorId, staff.id))
      .orderBy(auditLog.id);
    expect(audited.map(({ action }) => action)).toEqual([
      "organisation.lead-named",
      "organisation.lead-removed",
    ]);
  });
});

describe("the list for staff", () => {
  test("pages through everything once in every order, and filters", async ({ db }) => {
    const before = await listOrganisations(db, { today: "2026-06-01", limit: 1000 });
    expect(before.organisations).toEqual([]);
    for (const [i, name] of ["さくら", "いろは", "かえで", "うめ", "Zebra"].entries()) {
      await factories.createOrganisation(db, {
        name,
        tier: i % 2 ? "S" : "3",
        contractEndsOn: i === 0 ? null : `2026-0${i + 3}-01`,
        domain: `d${i}.example`,
      });
    }
    const names = async (query: Partial<Parameters<typeof listOrganisations>[1]>) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listOrganisations(db, {
          today: "2026-06-01",
          limit: 2,
          ...query,
          cursor,
        });
        seen.push(...page.organisations.map(({ name }) => name));
        cursor = page.next;
      } while (cursor);
      return seen;
    };
    expect(await names({})).toEqual(["Zebra", "いろは", "うめ", "かえで", "さくら"]);
    expect(await names({ sort: "newest" })).toEqual([
      "Zebra",
      "うめ",
      "かえで",
      "いろは",
      "さくら",
    ]);
    expect(await names({ sort: "contract-end" })).toEqual([
      "いろは",
      "かえで",
      "うめ",
      "Zebra",
      "さくら",
    ]);
    expect(await names({ q: "ｚｅｂ" })).toEqual(["Zebra"]);
    expect(await names({ q: "d3.exam" })).toEqual(["うめ"]);
    expect(await names({ q: "%_" })).toEqual([]);
    expect(await names({ tier: "S" })).toEqual(["いろは", "うめ"]);
    expect(await names({ contract: "ended" })).toEqual(["いろは", "かえで"]);
    expect(await names({ contract: "live" })).toEqual(["Zebra", "うめ", "さくら"]);
    const broken = await listOrganisations(db, { today: "2026-06-01", cursor: "%%%" });
    expect(broken.organisations).toHaveLength(5);
  });
});
