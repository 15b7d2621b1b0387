import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { ROLES, TOKEN_PURPOSES } from "../vocabulary.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { people } from "./people.ts";

/** `id` is the SHA-256 of the secret in the cookie: a leaked table opens no session. */
export const sessions = pgTable(
  "sessions",
  {
    id: text().primaryKey(),
    userId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    expiresAt: moment().notNull(),
    endsAt: moment().notNull(),
    createdAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
    userAgent: text().notNull().default(""),
    address: text().notNull().default(""),
  },
  (t) => [index("sessions_user").on(t.userId), index("sessions_expires").on(t.expiresAt)],
);

/** Single-use secrets sent by mail or held between two steps; only their SHA-256 is kept. */
export const tokens = pgTable(
  "tokens",
  {
    id: identity(),
    purpose: text({ enum: TOKEN_PURPOSES }).notNull(),
    hash: text().notNull().unique(),
    personId: reference().references(() => people.id, { onDelete: "cascade" }),
    email: text(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [
    check("tokens_purpose", oneOf(t.purpose, TOKEN_PURPOSES)),
    index("tokens_person").on(t.personId, t.purpose),
    index("tokens_expires").on(t.expiresAt),
  ],
);

export const invitations = pgTable(
  "invitations",
  {
    id: identity(),
    hash: text().notNull().unique(),
    email: text().notNull(),
    role: text({ enum: ROLES }).notNull().default("member"),
    organisationId: reference().references(() => organisations.id, { onDelete: "cascade" }),
    asLead: boolean().notNull().default(false),
    message: text().notNull().default(""),
    invitedBy: reference()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    acceptedBy: reference().references(() => people.id),
    acceptedAt: moment(),
    withdrawnBy: reference().references(() => people.id),
    withdrawnAt: moment(),
  },
  (t) => [
    check("invitations_role", oneOf(t.role, ROLES)),
    check(
      "invitations_organisation",
      sql`(${t.role} = 'member') = (${t.organisationId} is not null)`,
    ),
    check("invitations_email_lower", sql`${t.email} = lower(${t.email})`),
    index("invitations_organisation_index").on(t.organisationId, t.createdAt),
    index("invitations_email").on(t.email),
  ],
);

/** Second factor of a staff account; `confirmedAt` is empty until a first code was right. */
export const totpEnrolments = pgTable("totp_enrolments", {
  personId: reference()
    .primaryKey()
    .references(() => people.id, { onDelete: "cascade" }),
  secret: text().notNull(),
  createdAt: moment().notNull(),
  confirmedAt: moment(),
  lastUsedStep: integer(),
});

export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    hash: text().notNull(),
    createdAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.hash] })],
);
