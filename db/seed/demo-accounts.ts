import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";

export const DEMO_PASSWORD = "demo-portal";

/** Mail addresses of the demo accounts, from most to least power. */
export const DEMO_ACCOUNTS = ["admin", "staff", "supporter", "lead", "member"].map(
  (name) => `${name}@portal.example`,
);

/** Whether neither a person nor anything that could collide with the demo community is there. */
export async function isEmpty(db: DbOrTx): Promise<boolean> {
  const [row] = await db.execute<{ empty: boolean }>(sql`
    select not exists (select from people) and not exists (select from organisations)
      and not exists (select from product_areas) as empty`);
  return row?.empty === true;
}
