import type { Locale } from "#db/vocabulary.ts";
import type { Addresses } from "./addresses.ts";

export type Document = Record<string, unknown>;

export const CONTEXT_VC = "https://www.w3.org/ns/credentials/v2";
export const CONTEXT_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
const CONTEXT_EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
const SCHEMA =
  "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

/** All that a badge says. Nothing else about the holder or their work may get into it. */
export type BadgeFacts = {
  publicId: string;
  number: string;
  awardedAt: Date;
  /** Later than `awardedAt` when it was renewed: of two documents the newer one counts. */
  validFrom: Date;
  validUntil: Date;
  statusIndex: number;
  issuerName: string;
  locale: Locale;
  holder: { name: string; email?: { hash: string; salt: string } };
  certification: {
    slug: string;
    version: number;
    name: string;
    summary: string;
    criteria: string;
  };
  /** Totals in words, "accepted answers: 12"; never a text or a link of what was counted. */
  evidence?: { name: string; narrative: string };
};

/** How whoever reads the document finds out that it was revoked. */
export type StatusEntry = { id: string; type: string } & Record<string, string>;

/**
 * An `OpenBadgeCredential` without a proof (Open Badges 3.0, Verifiable Credentials Data Model 2.0).
 * Times are whole seconds, since a JWT says them again in seconds.
 */
export function openBadge(facts: BadgeFacts, at: Addresses, status: StatusEntry): Document {
  const { certification, evidence, holder, publicId } = facts;
  return {
    "@context": [CONTEXT_VC, CONTEXT_BADGES, CONTEXT_EXTENSIONS],
    id: at.credential(publicId),
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: certification.name,
    description: certification.summary,
    issuer: issuerOf(facts.issuerName, at),
    validFrom: wholeSecond(facts.validFrom),
    validUntil: wholeSecond(facts.validUntil),
    awardedDate: wholeSecond(facts.awardedAt),
    credentialSubject: {
      id: at.holder(publicId),
      type: ["AchievementSubject"],
      identifier: identifiersOf(holder),
      licenseNumber: facts.number,
      achievement: {
        id: at.certification(certification.slug),
        type: ["Achievement"],
        achievementType: "Certification",
        name: certification.name,
        description: certification.summary,
        version: String(certification.version),
        inLanguage: facts.locale,
        criteria: {
          id: at.certification(certification.slug),
          narrative: certification.criteria,
        },
        image: {
          id: at.picture(certification.slug, {
            version: certification.version,
            locale: facts.locale,
          }),
          type: "Image",
          caption: certification.name,
        },
      },
    },
    ...(evidence && { evidence: [{ type: ["Evidence"], ...evidence }] }),
    credentialStatus: status,
    credentialSchema: [{ id: SCHEMA, type: "1EdTechJsonSchemaValidator2019" }],
  };
}

/** The issuer as it is named inside of credentials. */
export function issuerOf(name: string, at: Addresses) {
  return { id: at.issuer, type: ["Profile"], name, url: at.home };
}

/** `YYYY-MM-DDThh:mm:ssZ`. */
export function wholeSecond(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** What a VC-JWT says about the same: Open Badges 3.0, "JWT Payload Format". */
export function jwtClaims(document: Document): Document {
  const { issuer, credentialSubject, id, validFrom, validUntil } = document as {
    issuer: { id: string };
    credentialSubject: { id: string };
    id: string;
    validFrom: string;
    validUntil?: string;
  };
  return {
    ...document,
    iss: issuer.id,
    jti: id,
    sub: credentialSubject.id,
    nbf: Date.parse(validFrom) / 1000,
    ...(validUntil && { exp: Date.parse(validUntil) / 1000 }),
  };
}

/**
 * By whom the holder is known: by name, and by an e-mail address that only confirms what one already
 * knows. People without an address are known by name alone.
 */
function identifiersOf({ name, email }: BadgeFacts["holder"]) {
  // Every version of the schema takes an extension; "name" itself is missing from the first ones.
  const known = {
    type: "IdentityObject",
    hashed: false,
    identityHash: name,
    identityType: "ext:name",
  };
  if (!email) return [known];
  return [
    {
      type: "IdentityObject",
      hashed: true,
      identityHash: email.hash,
      identityType: "emailAddress",
      salt: email.salt,
    },
    known,
  ];
}
