import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";

/**
 * Ends every live registration of an event that is called off. People are told of that by the event
 * itself, before.
 */
export async function endRegistrations(
  tx: DbOrTx,
  { event, actorId, now }: { event: { id: number }; actorId: number; now: Date },
): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  // Whoever changes a ticket holds it: all of them, in the order of their keys, are held here.
  await tx.execute(sql`
    select id from ticket_types where event_id = ${event.id} order by id for no key update`);
  await tx.execute(sql`
    with ended as (
      update registrations set state = 'cancelled', ending = 'event-cancelled', ended_at = ${at},
        queue_number = null, offer_ends_at = null, sequence = sequence + 1
      where event_id = ${event.id} and state not in ('cancelled', 'declined')
      returning id)
    insert into registration_history (registration_id, actor_id, kind, at)
    select id, ${actorId}, 'event-cancelled', ${at} from ended order by id`);
}
