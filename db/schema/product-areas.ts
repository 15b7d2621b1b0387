import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { identity, moment } from "./columns.ts";

/** Curated parts of the vendor's product that skills, questions, reports and events refer to. */
export const productAreas = pgTable(
  "product_areas",
  {
    id: identity(),
    slug: text().notNull().unique(),
    nameJa: text().notNull(),
    nameEn: text().notNull(),
    descriptionJa: text().notNull().default(""),
    descriptionEn: text().notNull().default(""),
    position: integer().notNull().default(0),
    retiredAt: moment(),
    createdAt: moment().notNull(),
  },
  (t) => [check("product_areas_slug", sql`${t.slug} ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'`)],
);
