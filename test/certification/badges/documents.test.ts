import { existsSync, readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { decodeJwt } from "jose";
import { findIssuedCredential } from "#app/certification/badges/badge-facts.server.ts";
import { DAY, after as moment } from "#app/lib/time.ts";
import { applications } from "#db/schema/applications.ts";
import { credentialRenewals } from "#db/schema/credentials.ts";
import { createCertification } from "#test/support/certification.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { breaches } from "./open-badge-rules.ts";
import { issued, signed } from "./scene.ts";

const SCHEMA = "../shared/data/openbadges/ob_v3p0_achievementcredential_schema_draft4.json";

/** An approved application that came to something. */
async function withEvidence(db: Parameters<typeof issued>[0], locale: "ja" | "en" = "ja") {
  const holder = await createPerson(db, { locale });
  const of = await createCertification(db, {
    slug: "advisor",
    requirements: [
      { kind: "accepted-answers", threshold: 5, withinMonths: 12 },
      { kind: "exam" },
      { kind: "months-active", threshold: 3 },
    ],
    version: { nameJa: "認定アドバイザー", nameEn: "Certified advisor", number: 3 },
  });
  const [application] = await db
    .insert(applications)
    .values({
      certificationId: of.certification.id,
      versionId: of.version.id,
      personId: holder.id,
      state: "approved",
      statement: "秘密の志望動機",
      measured: { "accepted-answers": 12, exam: 1, "months-active": 0 },
      startedAt: NOW,
    })
    .returning();
  return issued(db, { holder, of, applicationId: application?.id ?? null });
}

describe("the document of a credential", () => {
  test("keeps the rules of Open Badges 3.0 in both forms", async ({ db }) => {
    const { credential } = await withEvidence(db);
    const { jwt, document } = await signed(db, credential.publicId);
    expect(breaches(document)).toEqual([]);
    expect(breaches(decodeJwt(jwt))).toEqual([]);
    expect(breaches({ ...document, email: "x" })).not.toEqual([]);
  });

  test.skipIf(!existsSync(SCHEMA))("passes 1EdTech's JSON Schema", async ({ db }) => {
    const { credential } = await withEvidence(db);
    const { jwt, document } = await signed(db, credential.publicId);
    // Made for version 1.1 of the data model, in which the beginning has another name and no status
    // has members of its own.
    const { $schema, ...schema } = JSON.parse(readFileSync(SCHEMA, "utf8"));
    const ajv = new Ajv({ allErrors: true, strict: false });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    for (const form of [document, decodeJwt(jwt)] as Record<string, unknown>[]) {
      const { id, type } = form.credentialStatus as { id: string; type: string };
      const older = { ...form, issuanceDate: form.validFrom, credentialStatus: { id, type } };
      validate(older);
      expect(validate.errors).toBeNull();
      expect(validate({ ...older, credentialStatus: [{ id, type }] })).toBe(false);
    }
    expect($schema).toContain("draft-04");
  });

  test("says what the version of its issue asked for, and what it came to in totals", async ({
    db,
  }) => {
    const { credential } = await withEvidence(db);
    const { document } = await signed(db, credential.publicId);
    const { achievement, licenseNumber } = document.credentialSubject as {
      achievement: Record<string, unknown> & { criteria: { id: string; narrative: string } };
      licenseNumber: string;
    };
    expect(document.name).toBe("認定アドバイザー");
    expect(licenseNumber).toBe(credential.number);
    expect(achievement.id).toBe("https://community.example.com/certifications/advisor");
    expect(achievement.version).toBe("3");
    expect(achievement.criteria.id).toBe(achievement.id);
    expect(achievement.criteria.narrative.split("\n")).toHaveLength(3);
    const [evidence] = document.evidence as { narrative: string }[];
    expect(evidence?.narrative).toBe("- ベストアンサー：12件\n- 試験：合格");
    expect(JSON.stringify(document)).not.toContain("志望動機");
  });

  test("is in the language of its holder", async ({ db }) => {
    const { credential } = await withEvidence(db, "en");
    const { document } = await signed(db, credential.publicId);
    expect(document.name).toBe("Certified advisor");
    const { achievement } = document.credentialSubject as { achievement: object };
    const said = JSON.stringify([document.description, achievement, document.evidence]);
    expect(said).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });

  test("has no evidence where nothing was measured, and no address where there is none", async ({
    db,
  }) => {
    const holder = await createPerson(db, { email: null, emailVerifiedAt: null });
    const { credential } = await issued(db, { holder });
    const { document } = await signed(db, credential.publicId);
    expect(document).not.toHaveProperty("evidence");
    expect((document.credentialSubject as { identifier: unknown[] }).identifier).toHaveLength(1);
    expect(breaches(document)).toEqual([]);
  });

  test("begins anew with a renewal and keeps the day of the award", async ({ db }) => {
    const { credential } = await issued(db);
    const at = moment(NOW, 300 * DAY);
    await db.insert(credentialRenewals).values({
      credentialId: credential.id,
      way: "answers",
      answers: 4,
      formerExpiresAt: moment(NOW, 200 * DAY),
      expiresAt: credential.expiresAt,
      at,
    });
    const { document } = await signed(db, credential.publicId, { now: moment(at, DAY) });
    expect(document.validFrom).toBe(at.toISOString().replace(".000", ""));
    expect(document.awardedDate).toBe(NOW.toISOString().replace(".000", ""));
    expect(document.validUntil).toBe(credential.expiresAt.toISOString().replace(".000", ""));
  });

  test("is found by its public id alone", async ({ db }) => {
    const { credential } = await issued(db);
    for (const publicId of ["", "1", String(credential.id), "x'; drop table credentials"]) {
      expect(await findIssuedCredential(db, { publicId })).toBeUndefined();
    }
    const found = await findIssuedCredential(db, { publicId: credential.publicId });
    expect(found?.id).toBe(credential.id);
  });
});
