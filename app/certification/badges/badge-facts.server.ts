import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { translator } from "#app/i18n/i18n.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { applications } from "#db/schema/applications.ts";
import {
  certificationRequirements,
  certifications,
  certificationVersions,
} from "#db/schema/certifications.ts";
import { credentialRenewals, credentials } from "#db/schema/credentials.ts";
import { people } from "#db/schema/people.ts";
import { REQUIREMENT_KINDS } from "#db/vocabulary.ts";
import type { Requirement } from "../requirements/requirements.ts";
import { criteriaNarrative, evidenceLines } from "./criteria.ts";
import type { BadgeFacts } from "./open-badge.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A credential with what its page and its documents say of it; undefined when there is none. */
export async function findIssuedCredential(db: DbOrTx, { publicId }: { publicId: string }) {
  if (!UUID.test(publicId)) return undefined;
  const [row] = await db
    .select({
      id: credentials.id,
      publicId: credentials.publicId,
      number: credentials.number,
      level: credentials.level,
      issuedAt: credentials.issuedAt,
      expiresAt: credentials.expiresAt,
      lapsesAt: credentials.lapsesAt,
      endedAt: credentials.endedAt,
      ending: credentials.ending,
      hiddenAt: credentials.hiddenAt,
      statusIndex: credentials.statusIndex,
      renewedAt: sql<string | null>`(select max(r.at) from ${credentialRenewals} r
        where r.credential_id = ${credentials.id})`,
      holder: {
        id: people.id,
        handle: people.handle,
        name: people.name,
        email: people.email,
        locale: people.locale,
        timeZone: people.timeZone,
      },
      slug: certifications.slug,
      version: {
        id: certificationVersions.id,
        number: certificationVersions.number,
        nameJa: certificationVersions.nameJa,
        nameEn: certificationVersions.nameEn,
        summaryJa: certificationVersions.summaryJa,
        summaryEn: certificationVersions.summaryEn,
      },
      requirements: sql<Requirement[]>`coalesce((
        select json_agg(json_build_object('kind', r.kind, 'threshold', r.threshold,
            'withinMonths', r.within_months)
          order by array_position(${sql.param([...REQUIREMENT_KINDS])}::text[], r.kind))
        from ${certificationRequirements} r
        where r.version_id = ${certificationVersions.id}), '[]')`,
      measured: applications.measured,
    })
    .from(credentials)
    .innerJoin(people, eq(people.id, credentials.personId))
    .innerJoin(certifications, eq(certifications.id, credentials.certificationId))
    .innerJoin(certificationVersions, eq(certificationVersions.id, credentials.versionId))
    .leftJoin(applications, eq(applications.id, credentials.applicationId))
    .where(eq(credentials.publicId, publicId));
  return row;
}

export type IssuedCredential = NonNullable<Awaited<ReturnType<typeof findIssuedCredential>>>;

/** What a badge of the credential says, in its holder's language. */
export function badgeFacts(credential: IssuedCredential, issuerName: string): BadgeFacts {
  const { holder, version, requirements, measured } = credential;
  const t = translator(holder.locale, "credentials");
  const words = { t, certification: translator(holder.locale, "certification") };
  const isEnglish = holder.locale === "en";
  const totals = evidenceLines(words, requirements, measured ?? {});
  return {
    publicId: credential.publicId,
    number: credential.number,
    awardedAt: credential.issuedAt,
    validFrom: credential.renewedAt ? new Date(credential.renewedAt) : credential.issuedAt,
    validUntil: credential.expiresAt,
    statusIndex: credential.statusIndex,
    issuerName,
    locale: holder.locale,
    holder: {
      name: holder.name,
      email: holder.email === null ? undefined : hashedEmail(holder.email, credential.publicId),
    },
    certification: {
      slug: credential.slug,
      version: version.number,
      name: isEnglish ? version.nameEn : version.nameJa,
      summary: isEnglish ? version.summaryEn : version.summaryJa,
      criteria: criteriaNarrative(words, requirements),
    },
    evidence:
      totals.length === 0
        ? undefined
        : { name: t("evidence.name"), narrative: totals.map((line) => `- ${line}`).join("\n") },
  };
}

/**
 * An Open Badges `IdentityHash`. The salt stands in the document anyway; that it differs for each
 * credential is what counts, and a random id gives that.
 */
function hashedEmail(email: string, publicId: string): { hash: string; salt: string } {
  const salt = publicId.replaceAll("-", "");
  const hash = createHash("sha256").update(email).update(salt).digest("hex");
  return { hash: `sha256$${hash}`, salt };
}
