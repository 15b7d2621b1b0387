import { and, desc, isNotNull } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import { visibleEvents } from "../visibility.server.ts";

/** What the web may know of, the same for everyone, whoever asks. */
const isPublic = and(isNotNull(events.publishedAt), visibleEvents(undefined));

/** Public events for the feed, the latest announced first. */
export async function listPublicEvents(db: DbOrTx, { limit }: { limit: number }) {
  return db
    .select({
      id: events.id,
      title: events.title,
      summary: events.summary,
      bodyHtml: events.bodyHtml,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      timeZone: events.timeZone,
      postponedAt: events.postponedAt,
      cancelledAt: events.cancelledAt,
      publishedAt: events.publishedAt,
      updatedAt: events.updatedAt,
    })
    .from(events)
    .where(isPublic)
    .orderBy(desc(events.updatedAt), desc(events.id))
    .limit(limit);
}

/** Addresses of public events for the site map, the latest first. */
export async function listPublicEventAddresses(db: DbOrTx, { limit }: { limit: number }) {
  return db
    .select({ id: events.id, updatedAt: events.updatedAt })
    .from(events)
    .where(isPublic)
    .orderBy(desc(events.startsAt), desc(events.id))
    .limit(limit);
}
