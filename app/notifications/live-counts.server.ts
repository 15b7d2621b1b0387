import { and, eq, gt, inArray, isNull, notExists, sql } from "drizzle-orm";
import { SECOND } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import type { Listener } from "#db/listen.server.ts";
import { sessions } from "#db/schema/auth.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { announcedIds, LIVE_CHANNEL } from "./live-channel.server.ts";
import { unreadCount } from "./shown.server.ts";

/** An open page that wants to know how many notifications are unread. */
export type Subscriber = {
  personId: number;
  /** It hears no more when this session ends. */
  sessionId: string;
  send(count: number): void;
  end(): void;
};

export type LiveCounts = {
  /** Sends the number now and whenever it changes. Returns what ends that. */
  subscribe(subscriber: Subscriber): () => void;
  /** Ends all streams and the listening. */
  close(): Promise<void>;
};

type Options = {
  db: DbOrTx;
  listen: (onMessage: (payload: string) => void) => Promise<Listener>;
  onError: (error: unknown) => void;
  /** How often every stream is checked: its session, its number, and the listening itself. */
  checkEvery?: number;
  /** Messages within this time are answered by one query. */
  gatherFor?: number;
};

/** Tabs of one person beyond this lose the oldest stream. */
const STREAMS_PER_PERSON = 10;

/**
 * The open pages of this process. News come by PostgreSQL from whichever process they happen in;
 * should a message be lost, the next check finds the right number all the same.
 */
export function createLiveCounts(options: Options): LiveCounts {
  const { db, onError, checkEvery = 30 * SECOND, gatherFor = 100 } = options;
  const subscribers = new Map<Subscriber, number | undefined>();
  const dirty = new Set<number>();
  const nonce = `ping ${crypto.randomUUID()}`;
  let listener: Promise<Listener | undefined> | undefined;
  let isHeard = false;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let checking: ReturnType<typeof setInterval> | undefined;
  let isClosed = false;

  const onMessage = (payload: string) => {
    if (payload === nonce) {
      isHeard = true;
      return;
    }
    for (const id of announcedIds(payload)) dirty.add(id);
    gathering ??= setTimeout(() => {
      gathering = undefined;
      const ids = new Set(dirty);
      dirty.clear();
      refresh([...subscribers.keys()].filter(({ personId }) => ids.has(personId)));
    }, gatherFor);
  };

  const startListening = () => {
    listener = options.listen(onMessage).catch((error) => {
      onError(error);
      return undefined;
    });
  };

  const refresh = async (some: Subscriber[]) => {
    if (some.length === 0) return;
    try {
      const counts = await countsOfSessions(db, {
        sessionIds: [...new Set(some.map(({ sessionId }) => sessionId))],
        now: new Date(),
      });
      for (const subscriber of some) {
        if (!subscribers.has(subscriber)) continue;
        const count = counts.get(subscriber.sessionId);
        if (count === undefined) {
          subscribers.delete(subscriber);
          subscriber.end();
        } else if (subscribers.get(subscriber) !== count) {
          subscribers.set(subscriber, count);
          subscriber.send(count);
        }
      }
    } catch (error) {
      onError(error);
    }
  };

  /** Says a word to itself through the database: if it was not heard by the next time, listen anew. */
  const check = async () => {
    if (subscribers.size === 0) return;
    await refresh([...subscribers.keys()]);
    if (!isHeard && !isClosed) {
      const silent = listener;
      startListening();
      (await silent)?.close().catch(() => {});
    }
    isHeard = false;
    await listener;
    await db.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${nonce})`).catch(onError);
  };

  return {
    subscribe(subscriber) {
      if (isClosed) {
        subscriber.end();
        return () => {};
      }
      if (!listener) {
        // The first check comes before anything was said.
        isHeard = true;
        startListening();
        checking = setInterval(check, checkEvery);
      }
      const own = [...subscribers.keys()].filter((one) => one.personId === subscriber.personId);
      if (own.length >= STREAMS_PER_PERSON && own[0]) {
        subscribers.delete(own[0]);
        own[0].end();
      }
      subscribers.set(subscriber, undefined);
      // What happens from the moment of listening on is heard; what happened before is counted.
      listener?.then(() => refresh([subscriber]));
      return () => subscribers.delete(subscriber);
    },
    async close() {
      isClosed = true;
      clearInterval(checking);
      clearTimeout(gathering);
      for (const subscriber of subscribers.keys()) subscriber.end();
      subscribers.clear();
      await (await listener)?.close();
    },
  };
}

/** Unread notifications by session; sessions that are over or whose person is suspended are absent. */
async function countsOfSessions(
  db: DbOrTx,
  { sessionIds, now }: { sessionIds: string[]; now: Date },
): Promise<Map<string, number>> {
  const suspended = db
    .select({ one: sql`1` })
    .from(suspensions)
    .where(and(eq(suspensions.personId, people.id), isNull(suspensions.liftedAt)));
  const rows = await db
    .select({ id: sessions.id, count: unreadCount() })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.userId))
    .where(
      and(
        inArray(sessions.id, sessionIds),
        gt(sessions.expiresAt, now),
        gt(sessions.endsAt, now),
        notExists(suspended),
      ),
    );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
