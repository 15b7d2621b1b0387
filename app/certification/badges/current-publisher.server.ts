import { currentConfig } from "#app/lib/current-config.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { type Publisher, publisherOf } from "./publisher.ts";

/** Who publishes here and now, as settings and environment say. */
export async function currentPublisher(db: DbOrTx, now: Date): Promise<Publisher> {
  return publisherOf(currentConfig(), await findPortalSettings(db, now));
}
