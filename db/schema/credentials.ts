import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  CREDENTIAL_ENDINGS,
  CREDENTIAL_EVENTS,
  RENEWAL_WAYS,
  SIGNING_ALGORITHMS,
} from "../vocabulary.ts";
import { applications } from "./applications.ts";
import { certifications, certificationVersions } from "./certifications.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { examAttempts } from "./exams.ts";
import { people } from "./people.ts";

/**
 * 認定証: one person's issued certification. It is live until `endedAt`. `expiresAt` is the day it
 * names; `lapsesAt` is the end of the grace after it, when time ends it unless it was renewed.
 */
export const credentials = pgTable(
  "credentials",
  {
    id: identity(),
    /** Its public address. */
    publicId: uuid().notNull().unique(),
    /** For people: what is printed and read out. */
    number: text().notNull().unique(),
    certificationId: reference()
      .notNull()
      .references(() => certifications.id),
    versionId: reference()
      .notNull()
      .references(() => certificationVersions.id),
    level: smallint().notNull(),
    personId: reference()
      .notNull()
      .references(() => people.id),
    applicationId: reference()
      .unique()
      .references(() => applications.id),
    issuedBy: reference().references(() => people.id),
    issuedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    lapsesAt: moment().notNull(),
    endedAt: moment(),
    ending: text({ enum: CREDENTIAL_ENDINGS }),
    revokedBy: reference().references(() => people.id),
    revokeReason: text(),
    /** Since when the holder keeps the public page to themselves. */
    hiddenAt: moment(),
    /** Its place in the status list. */
    statusIndex: integer().notNull().unique(),
  },
  (t) => [
    check("credentials_ending", sql`${t.ending} is null or ${oneOf(t.ending, CREDENTIAL_ENDINGS)}`),
    check("credentials_ended", sql`(${t.endedAt} is null) = (${t.ending} is null)`),
    check(
      "credentials_revoked",
      sql`num_nonnulls(${t.revokedBy}, ${t.revokeReason}) = case when ${t.ending} = 'revoked' then 2 else 0 end`,
    ),
    check(
      "credentials_span",
      sql`${t.issuedAt} < ${t.expiresAt} and ${t.expiresAt} <= ${t.lapsesAt}`,
    ),
    check("credentials_index", sql`${t.statusIndex} >= 0`),
    uniqueIndex("credentials_live")
      .on(t.personId, t.certificationId)
      .where(sql`${t.endedAt} is null`),
    index("credentials_person").on(t.personId, t.level).where(sql`${t.endedAt} is null`),
    index("credentials_lapse").on(t.lapsesAt).where(sql`${t.endedAt} is null`),
    index("credentials_expiry").on(t.expiresAt).where(sql`${t.endedAt} is null`),
    index("credentials_certification").on(t.certificationId, t.issuedAt),
    index("credentials_history").on(t.personId, t.issuedAt),
  ],
);

/** How a credential got another term. */
export const credentialRenewals = pgTable(
  "credential_renewals",
  {
    id: identity(),
    credentialId: reference()
      .notNull()
      .references(() => credentials.id),
    way: text({ enum: RENEWAL_WAYS }).notNull(),
    attemptId: reference()
      .unique()
      .references(() => examAttempts.id),
    /** For `answers`: how many counted. */
    answers: integer(),
    formerExpiresAt: moment().notNull(),
    expiresAt: moment().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    check("credential_renewals_way", oneOf(t.way, RENEWAL_WAYS)),
    uniqueIndex("credential_renewals_once").on(t.credentialId, t.formerExpiresAt),
  ],
);

/** What happened to a credential, append-only. */
export const credentialHistory = pgTable(
  "credential_history",
  {
    id: identity(),
    credentialId: reference()
      .notNull()
      .references(() => credentials.id),
    event: text({ enum: CREDENTIAL_EVENTS }).notNull(),
    actorId: reference().references(() => people.id),
    detail: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    at: moment().notNull(),
  },
  (t) => [
    check("credential_history_event", oneOf(t.event, CREDENTIAL_EVENTS)),
    index("credential_history_credential").on(t.credentialId, t.id),
  ],
);

/** Reminders sent before a term ends; once for each term and number of days. */
export const credentialReminders = pgTable(
  "credential_reminders",
  {
    credentialId: reference()
      .notNull()
      .references(() => credentials.id),
    expiresAt: moment().notNull(),
    days: smallint().notNull(),
    sentAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.credentialId, t.expiresAt, t.days] })],
);

/** Keys that credentials are signed with. Old ones stay: what they signed is verified with them. */
export const signingKeys = pgTable(
  "signing_keys",
  {
    kid: text().primaryKey(),
    algorithm: text({ enum: SIGNING_ALGORITHMS }).notNull(),
    publicJwk: jsonb().$type<Record<string, unknown>>().notNull(),
    privateJwk: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: moment().notNull(),
    /** Since when nothing new is signed with it. */
    retiredAt: moment(),
  },
  (t) => [
    check("signing_keys_algorithm", oneOf(t.algorithm, SIGNING_ALGORITHMS)),
    uniqueIndex("signing_keys_current").on(t.algorithm).where(sql`${t.retiredAt} is null`),
  ],
);

/** A credential as it was signed; made when first asked for, and anew when `fingerprint` changes. */
export const credentialDocuments = pgTable("credential_documents", {
  credentialId: reference()
    .primaryKey()
    .references(() => credentials.id, { onDelete: "cascade" }),
  /** SHA-256 of all that the documents say, without the signatures. */
  fingerprint: text().notNull(),
  jwt: text().notNull(),
  document: jsonb().$type<Record<string, unknown>>().notNull(),
  signedAt: moment().notNull(),
});
