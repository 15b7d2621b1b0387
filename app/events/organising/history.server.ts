import { desc, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { eventHistory } from "#db/schema/events.ts";
import { people } from "#db/schema/people.ts";

/** What happened to an event, the latest first, at most 100 entries; for those who run it. */
export async function listHistory(db: DbOrTx, { eventId }: { eventId: number }) {
  return db
    .select({
      id: eventHistory.id,
      kind: eventHistory.kind,
      actorName: people.name,
      detail: eventHistory.detail,
      at: eventHistory.at,
    })
    .from(eventHistory)
    .leftJoin(people, eq(people.id, eventHistory.actorId))
    .where(eq(eventHistory.eventId, eventId))
    .orderBy(desc(eventHistory.id))
    .limit(100);
}
