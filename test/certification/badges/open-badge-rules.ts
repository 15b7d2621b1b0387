import Ajv2019 from "ajv/dist/2019.js";
import addFormats from "ajv-formats";

/**
 * The rules of the Open Badges 3.0 data model for what our documents use, as JSON Schema: written
 * from the tables of the specification ("Data Models", classes AchievementCredential,
 * AchievementSubject, Achievement, Criteria, Evidence, Image, IdentityObject, Profile,
 * CredentialStatus, CredentialSchema, Proof). Unlike the published schema it lets nothing pass that
 * it does not know, so that nobody adds a member without looking.
 */
const text = { type: "string", minLength: 1 };
const address = { type: "string", format: "uri" };
const moment = { type: "string", format: "date-time", pattern: "Z$" };
const typed = (name: string) => ({ type: "array", minItems: 1, contains: { const: name } });
const closed = (required: Record<string, object>, optional: Record<string, object> = {}) => ({
  type: "object",
  required: Object.keys(required),
  properties: { ...required, ...optional },
  additionalProperties: false,
});

const profile = closed({ id: address, type: typed("Profile"), name: text, url: address });
const image = closed({ id: address, type: { const: "Image" }, caption: text });
const hashedEmail = closed({
  type: { const: "IdentityObject" },
  hashed: { const: true },
  identityHash: { type: "string", pattern: "^sha256\\$[0-9a-f]{64}$" },
  identityType: { const: "emailAddress" },
  salt: { type: "string", pattern: "^[0-9a-f]{32}$" },
});
const plainName = closed({
  type: { const: "IdentityObject" },
  hashed: { const: false },
  identityHash: text,
  identityType: { const: "ext:name" },
});
const achievement = closed({
  id: address,
  type: typed("Achievement"),
  achievementType: { const: "Certification" },
  name: text,
  description: text,
  version: text,
  inLanguage: { enum: ["ja", "en"] },
  criteria: closed({ id: address, narrative: text }),
  image,
});
const bitstringEntry = closed({
  id: address,
  type: { const: "BitstringStatusListEntry" },
  statusPurpose: { const: "revocation" },
  statusListIndex: { type: "string", pattern: "^\\d+$" },
  statusListCredential: address,
});
const revocationList = closed({ id: address, type: { const: "1EdTechRevocationList" } });
const proof = closed({
  type: { const: "DataIntegrityProof" },
  created: moment,
  verificationMethod: address,
  cryptosuite: { const: "eddsa-rdfc-2022" },
  proofPurpose: { const: "assertionMethod" },
  proofValue: { type: "string", pattern: "^z[1-9A-HJ-NP-Za-km-z]+$" },
});
const seconds = { type: "integer" };

const rules = closed(
  {
    "@context": {
      const: [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
      ],
    },
    id: address,
    type: { const: ["VerifiableCredential", "OpenBadgeCredential"] },
    name: text,
    description: text,
    issuer: profile,
    validFrom: moment,
    validUntil: moment,
    awardedDate: moment,
    credentialSubject: closed({
      id: address,
      type: typed("AchievementSubject"),
      identifier: { type: "array", items: { oneOf: [hashedEmail, plainName] }, minItems: 1 },
      licenseNumber: text,
      achievement,
    }),
    // One object, not a list: Open Badges 3.0 knows no second status.
    credentialStatus: { oneOf: [bitstringEntry, revocationList] },
    credentialSchema: {
      type: "array",
      items: closed({ id: address, type: { const: "1EdTechJsonSchemaValidator2019" } }),
    },
  },
  {
    evidence: {
      type: "array",
      items: closed({ type: typed("Evidence"), name: text, narrative: text }),
    },
    proof: { type: "array", items: proof, minItems: 1, maxItems: 1 },
    // The claims of a VC-JWT.
    iss: address,
    jti: address,
    sub: address,
    nbf: seconds,
    exp: seconds,
  },
);

const ajv = new Ajv2019({ allErrors: true, strict: false });
addFormats(ajv);
const validate = ajv.compile(rules);

/** What a credential has that the rules do not allow; empty when it keeps them. */
export function breaches(document: object): string[] {
  if (validate(document)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
