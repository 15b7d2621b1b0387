import { and, eq, inArray, isNull } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { announceInboxes } from "./live-channel.server.ts";
import type { ThreadKey, TopicKind } from "./topics.ts";

type Withdrawn = {
  thread: ThreadKey;
  kind: TopicKind | readonly TopicKind[];
  /** Those who were told; everybody unless given. */
  personIds?: readonly number[];
  now: Date;
};

/**
 * Takes back what people were told of some kinds about a topic, because it is no longer so: it does
 * not count as unread any more, and no mail about it leaves that has not left already.
 */
export async function withdrawNews(
  tx: DbOrTx,
  { thread, kind, personIds, now }: Withdrawn,
): Promise<void> {
  const kinds = typeof kind === "string" ? [kind] : [...kind];
  const ofKind = and(
    eq(notifications.threadKey, thread),
    inArray(notifications.kind, kinds),
    personIds && inArray(notifications.personId, [...personIds]),
  );
  await tx
    .update(notifications)
    .set({ mailOutcome: "obsolete", mailDueAt: null, mailSettledAt: now })
    .where(and(ofKind, eq(notifications.mailOutcome, "waiting")));
  const read = await tx
    .update(notifications)
    .set({ readAt: now })
    .where(and(ofKind, isNull(notifications.readAt)))
    .returning({ personId: notifications.personId });
  await announceInboxes(
    tx,
    read.map(({ personId }) => personId),
  );
}
