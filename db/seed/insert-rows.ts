import { DrizzleQueryError, getTableName, sql } from "drizzle-orm";
import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core";
import type { DbOrTx } from "#db/client.server.ts";

/** A row to insert, with a key of our choosing where the database would make one. */
export type Row<T extends PgTable> = PgInsertValue<T, true>;

// PostgreSQL takes 65,535 parameters in a statement; the widest table has about 20 columns.
const BATCH = 500;

/**
 * Inserts any number of rows, in their order.
 *
 * @throws the database's own error: drizzle's would quote the whole statement
 */
export async function insertRows<T extends PgTable>(
  tx: DbOrTx,
  table: T,
  rows: Row<T>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    try {
      await tx.insert(table).overridingSystemValue().values(batch);
    } catch (error) {
      throw error instanceof DrizzleQueryError && error.cause ? error.cause : error;
    }
  }
}

/** Lets the next key that the database makes follow the highest one in the table. */
export async function continueKeys(tx: DbOrTx, table: PgTable): Promise<void> {
  const name = getTableName(table);
  await tx.execute(
    sql`select setval(pg_get_serial_sequence(${name}, 'id'), (select max(id) from ${table}))`,
  );
}
