import { sql } from "drizzle-orm";
import { check, date, integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment, reference } from "./columns.ts";
import { people } from "./people.ts";

/** Working hours; a weekday without a row is free. An empty table means the default ones. */
export const businessHours = pgTable(
  "business_hours",
  {
    /** 0 = Sunday. */
    weekday: integer().primaryKey(),
    /** Minutes since midnight in the zone of the calendar. */
    opens: integer().notNull(),
    closes: integer().notNull(),
  },
  (t) => [
    check("business_hours_weekday", sql`${t.weekday} between 0 and 6`),
    check(
      "business_hours_span",
      sql`0 <= ${t.opens} and ${t.opens} < ${t.closes} and ${t.closes} <= 1440`,
    ),
  ],
);

/** Days on which the vendor is closed beside weekends and public holidays. */
export const companyClosures = pgTable(
  "company_closures",
  {
    day: date({ mode: "string" }).primaryKey(),
    name: text().notNull(),
    addedBy: reference().references(() => people.id),
    addedAt: moment().notNull(),
  },
  (t) => [check("company_closures_name", sql`length(${t.name}) between 1 and 100`)],
);
