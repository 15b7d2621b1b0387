import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { PHASES, TIERS } from "../vocabulary.ts";
import { identity, moment, oneOf, reference } from "./columns.ts";
import { people } from "./people.ts";

export const organisations = pgTable(
  "organisations",
  {
    id: identity(),
    name: text().notNull(),
    tier: text({ enum: TIERS }).notNull(),
    phase: text({ enum: PHASES }).notNull(),
    industry: text().notNull().default(""),
    region: text().notNull().default(""),
    contractStartsOn: date({ mode: "string" }),
    contractEndsOn: date({ mode: "string" }),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [
    check("organisations_tier", oneOf(t.tier, TIERS)),
    check("organisations_phase", oneOf(t.phase, PHASES)),
    check("organisations_name", sql`length(${t.name}) between 1 and 200`),
    check(
      "organisations_contract",
      sql`${t.contractEndsOn} is null or ${t.contractStartsOn} is null or ${t.contractEndsOn} >= ${t.contractStartsOn}`,
    ),
    uniqueIndex("organisations_name_unique").on(sql`lower(${t.name})`),
  ],
);

/** Mail domains whose owners may sign up as members of the organisation. */
export const organisationDomains = pgTable(
  "organisation_domains",
  {
    domain: text().primaryKey(),
    organisationId: reference()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    createdAt: moment().notNull(),
  },
  (t) => [
    check("organisation_domains_lower", sql`${t.domain} = lower(${t.domain})`),
    index("organisation_domains_organisation").on(t.organisationId),
  ],
);

/** The fact that a person is named lead (企業責任者) of an organisation. */
export const organisationLeads = pgTable(
  "organisation_leads",
  {
    organisationId: reference()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    personId: reference()
      .notNull()
      .references((): AnyPgColumn => people.id, { onDelete: "cascade" }),
    namedBy: reference().references((): AnyPgColumn => people.id),
    namedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.personId] }),
    index("organisation_leads_person").on(t.personId),
  ],
);
