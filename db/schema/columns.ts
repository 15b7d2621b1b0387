import { sql } from "drizzle-orm";
import { bigint, customType, timestamp } from "drizzle-orm/pg-core";

/** Numeric primary key; numbers stay exact up to 2^53. */
export const identity = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/** Column that holds the key of another row. */
export const reference = () => bigint({ mode: "number" });

/** Moment in time with zone; what happened "now" is handed in by the caller, not by the database. */
export const moment = () => timestamp({ withTimezone: true, mode: "date" });

export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** `column in ('a', 'b')` for check constraints over a closed word list of our own. */
export function oneOf(column: unknown, words: readonly string[]) {
  return sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(", "))})`;
}
