import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { COLOUR_SCHEMES, LOCALES, ROLES } from "../vocabulary.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { files } from "./files.ts";
import { organisations } from "./organisations.ts";
import { productAreas } from "./product-areas.ts";

/**
 * Everyone who can act or is named as an author. People brought in by an import have neither
 * e-mail nor password and cannot log in. Staff and admins belong to the vendor: no organisation.
 */
export const people = pgTable(
  "people",
  {
    id: identity(),
    handle: text().notNull().unique(),
    email: text(),
    emailVerifiedAt: moment(),
    passwordHash: text(),
    name: text().notNull(),
    reading: text().notNull().default(""),
    title: text().notNull().default(""),
    bio: text().notNull().default(""),
    locale: text({ enum: LOCALES }).notNull().default("ja"),
    timeZone: text().notNull().default("Asia/Tokyo"),
    colourScheme: text({ enum: COLOUR_SCHEMES }).notNull().default("system"),
    role: text({ enum: ROLES }).notNull().default("member"),
    organisationId: reference().references(() => organisations.id),
    showsOrganisation: boolean().notNull().default(true),
    avatarFileId: uuid().references(() => files.id, { onDelete: "set null" }),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [
    check("people_role", oneOf(t.role, ROLES)),
    check("people_locale", oneOf(t.locale, LOCALES)),
    check("people_colour_scheme", oneOf(t.colourScheme, COLOUR_SCHEMES)),
    check("people_handle", sql`${t.handle} ~ '^[a-z0-9][a-z0-9-]{1,38}$'`),
    check("people_email_lower", sql`${t.email} = lower(${t.email})`),
    check("people_name", sql`length(${t.name}) between 1 and 200`),
    uniqueIndex("people_email_unique").on(t.email),
    index("people_organisation").on(t.organisationId, t.id),
    // The order of every list of people; see nameOrder in app/people/name-search.server.ts.
    index("people_name_order").on(
      sql`(coalesce(nullif(${t.reading}, ''), lower(${t.name})) collate "C")`,
      t.id,
    ),
    index("people_role_index").on(t.role).where(sql`${t.role} <> 'member'`),
  ],
);

/** Product areas in which a person helps others. */
export const personSkills = pgTable(
  "person_skills",
  {
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    productAreaId: reference()
      .notNull()
      .references(() => productAreas.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.productAreaId] }),
    index("person_skills_area").on(t.productAreaId, t.personId),
  ],
);

/** A suspension is in force while `liftedAt` is empty; at most one per person at a time. */
export const suspensions = pgTable(
  "suspensions",
  {
    id: identity(),
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    reason: text().notNull(),
    suspendedBy: reference()
      .notNull()
      .references(() => people.id),
    suspendedAt: moment().notNull(),
    liftedBy: reference().references(() => people.id),
    liftedAt: moment(),
  },
  (t) => [
    uniqueIndex("suspensions_in_force").on(t.personId).where(sql`${t.liftedAt} is null`),
    check("suspensions_lifted", sql`(${t.liftedBy} is null) = (${t.liftedAt} is null)`),
  ],
);

/** Product areas a member wants to hear of. */
export const areaFollows = pgTable(
  "area_follows",
  {
    personId: reference()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    productAreaId: reference()
      .notNull()
      .references(() => productAreas.id, { onDelete: "cascade" }),
    createdAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.productAreaId] }),
    index("area_follows_area").on(t.productAreaId),
  ],
);
