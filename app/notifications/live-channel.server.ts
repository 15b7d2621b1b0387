import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";

/** PostgreSQL channel on which web processes hear whose inbox changed. */
export const LIVE_CHANNEL = "portal_inbox";

/** A payload may have 8,000 bytes. */
const IDS_PER_MESSAGE = 400;

/**
 * Tells every web process whose inbox changed, when the caller's transaction commits. The message
 * carries ids only: whoever listens reads the rest with the rights of the person concerned.
 */
export async function announceInboxes(tx: DbOrTx, personIds: number[]): Promise<void> {
  for (let start = 0; start < personIds.length; start += IDS_PER_MESSAGE) {
    const payload = personIds.slice(start, start + IDS_PER_MESSAGE).join(",");
    await tx.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${payload})`);
  }
}

/** The ids in a message; what is not an id is ignored. */
export function announcedIds(payload: string): number[] {
  return payload.split(",").map(Number).filter(Number.isSafeInteger);
}
