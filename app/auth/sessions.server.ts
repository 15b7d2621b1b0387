import { and, desc, eq, gt, ne } from "drizzle-orm";
import { Lucia } from "lucia";
import { currentConfig } from "#app/lib/current-config.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { sessions } from "#db/schema/auth.ts";
import { sessionAdapter, TOUCH_EVERY, touchSession } from "./session-adapter.server.ts";
import { readCookie, SESSION_COOKIE, SESSION_COOKIE_SECONDS, setCookie } from "./session-cookie.ts";
import type { Viewer } from "./viewer.ts";

/** Where a session is used from, as its owner is shown it. */
export type Client = { userAgent: string; address: string };

export type OwnSession = Client & { id: string; createdAt: Date; lastSeenAt: Date };

function lucia(db: DbOrTx, now: Date) {
  return new Lucia(sessionAdapter(db, now), {
    getSessionAttributes: ({ lastSeenAt }) => ({ lastSeenAt }),
    getUserAttributes: ({ viewer }) => ({ viewer }),
  });
}

/**
 * The viewer whose session cookie came with the request. Undefined for anonymous visitors, after
 * 30 idle days, 90 days after login, and for suspended people (whose session is deleted).
 */
export async function resumeSession(
  db: DbOrTx,
  { request, now }: { request: Request; now: Date },
): Promise<Viewer | undefined> {
  const secret = readCookie(request, currentConfig().publicUrl, SESSION_COOKIE);
  if (!secret) return undefined;
  const { user, session } = await lucia(db, now).validateSession(secret);
  if (!user) return undefined;
  const idle = now.getTime() - session.lastSeenAt.getTime();
  if (idle >= TOUCH_EVERY && !session.fresh) {
    await touchSession(db, { id: user.viewer.sessionId, now });
  }
  return user.viewer;
}

/** Logs a person in. Returns the `Set-Cookie` value; the secret in it is stored nowhere else. */
export async function startSession(
  db: DbOrTx,
  { personId, now, ...client }: { personId: number; now: Date } & Client,
): Promise<string> {
  const { id } = await lucia(db, now).createSession(personId, {
    lastSeenAt: now,
    userAgent: client.userAgent.slice(0, 400),
    address: client.address,
  });
  return setCookie(currentConfig().publicUrl, SESSION_COOKIE, id, SESSION_COOKIE_SECONDS);
}

/** The `Set-Cookie` value that takes the session cookie out of the browser. */
export function forgetSessionCookie(): string {
  return setCookie(currentConfig().publicUrl, SESSION_COOKIE, "", 0);
}

/** Ends one session of a person; somebody else's id ends nothing. Says whether one ended. */
export async function endSession(
  db: DbOrTx,
  { personId, sessionId }: { personId: number; sessionId: string },
): Promise<boolean> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, personId)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends a person's sessions except the one to keep; without one, all. Returns how many. */
export async function endOtherSessions(
  db: DbOrTx,
  { personId, keepSessionId }: { personId: number; keepSessionId?: string },
): Promise<number> {
  const others = keepSessionId ? ne(sessions.id, keepSessionId) : undefined;
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, personId), others))
    .returning({ id: sessions.id });
  return ended.length;
}

/** A person's live sessions, last used first. `id` is the stored hash, not the secret. */
export async function listSessions(
  db: DbOrTx,
  { personId, now }: { personId: number; now: Date },
): Promise<OwnSession[]> {
  return db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      address: sessions.address,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(
      and(eq(sessions.userId, personId), gt(sessions.expiresAt, now), gt(sessions.endsAt, now)),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id));
}

/** Deletes sessions past their idle or absolute end; a job's daily work. */
export async function purgeExpiredSessions(db: DbOrTx, { now }: { now: Date }): Promise<void> {
  await lucia(db, now).deleteExpiredSessions();
}
