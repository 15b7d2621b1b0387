import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { and, eq, gt, lte, or, sql } from "drizzle-orm";
import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from "lucia";
import { after, DAY, MINUTE } from "#app/lib/time.ts";
import { unreadCount } from "#app/notifications/shown.server.ts";
import { isSupporter } from "#app/people/supporters.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { sessions } from "#db/schema/auth.ts";
import { organisationLeads, organisations } from "#db/schema/organisations.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { hashSecret } from "./secrets.server.ts";
import type { Viewer } from "./viewer.ts";

type UserTable = ConstructorParameters<typeof DrizzlePostgreSQLAdapter>[2];

/** A session unused for this long ends. */
export const IDLE = 30 * DAY;
/** A session older than this ends, however often it is used. */
export const LIFETIME = 90 * DAY;
/** How often, at most, the use of a session is written down. */
export const TOUCH_EVERY = 10 * MINUTE;

declare module "lucia" {
  interface Register {
    UserId: number;
    Lucia: Lucia<{ lastSeenAt: Date }, { viewer: Viewer }>;
    DatabaseSessionAttributes: { lastSeenAt: Date; userAgent: string; address: string };
    DatabaseUserAttributes: { viewer: Viewer };
  }
}

/**
 * Lucia's Drizzle adapter, wrapped: the table holds the SHA-256 of the cookie's secret, a session
 * has an absolute end, `now` comes from the caller, and the person is loaded as the viewer pages
 * need, in the one query that finds the session.
 */
export function sessionAdapter(db: DbOrTx, now: Date): Adapter {
  // The type asks for a key one could insert; ours is given by the database, and only read.
  const inner = new DrizzlePostgreSQLAdapter(db, sessions, people as unknown as UserTable);
  // Lucia compares with the wall clock, everything here with `now`: it is handed the time left.
  const onWallClock = (moment: Date) => new Date(Date.now() + moment.getTime() - now.getTime());
  return {
    getSessionAndUser: (secret) => findSession(db, secret, now, onWallClock),
    getUserSessions: (userId) => inner.getUserSessions(userId),
    setSession: ({ id, userId, attributes }) =>
      inner.setSession({
        id: hashSecret(id),
        userId,
        expiresAt: after(now, IDLE),
        attributes: { ...attributes, createdAt: now, endsAt: after(now, LIFETIME) } as never,
      }),
    updateSessionExpiration: (secret) => touchSession(db, { id: hashSecret(secret), now }),
    deleteSession: (secret) => inner.deleteSession(hashSecret(secret)),
    deleteUserSessions: (userId) => inner.deleteUserSessions(userId),
    deleteExpiredSessions: async () => {
      await db.delete(sessions).where(or(lte(sessions.expiresAt, now), lte(sessions.endsAt, now)));
    },
  };
}

/** Notes that a session was used and moves its idle end, though never past the absolute one. */
export async function touchSession(
  db: DbOrTx,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await db
    .update(sessions)
    .set({
      lastSeenAt: now,
      expiresAt: sql`least(${sessions.endsAt}, ${sql.param(after(now, IDLE), sessions.expiresAt)})`,
    })
    .where(and(eq(sessions.id, id), lte(sessions.lastSeenAt, after(now, -TOUCH_EVERY))));
}

async function findSession(
  db: DbOrTx,
  secret: string,
  now: Date,
  onWallClock: (moment: Date) => Date,
): Promise<[DatabaseSession | null, DatabaseUser | null]> {
  const [row] = await db
    .select({
      session: sessions,
      viewer: {
        id: people.id,
        handle: people.handle,
        name: people.name,
        role: people.role,
        locale: people.locale,
        timeZone: people.timeZone,
        colourScheme: people.colourScheme,
        avatarFileId: people.avatarFileId,
      },
      organisation: { id: organisations.id, name: organisations.name },
      isLead: sql<boolean>`exists (select 1 from ${organisationLeads}
        where ${organisationLeads.personId} = ${people.id}
          and ${organisationLeads.organisationId} = ${people.organisationId})`,
      isSuspended: sql<boolean>`exists (select 1 from ${suspensions}
        where ${suspensions.personId} = ${people.id} and ${suspensions.liftedAt} is null)`,
      isSupporter: isSupporter(),
      unreadCount: unreadCount(),
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.userId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        eq(sessions.id, hashSecret(secret)),
        gt(sessions.expiresAt, now),
        gt(sessions.endsAt, now),
      ),
    );
  if (!row) return [null, null];
  const { id, userId, expiresAt, lastSeenAt, userAgent, address } = row.session;
  const session: DatabaseSession = {
    id: secret,
    userId,
    expiresAt: onWallClock(expiresAt),
    attributes: { lastSeenAt, userAgent, address },
  };
  // A session without a person is deleted by Lucia: that is what a suspension does to it.
  if (row.isSuspended) return [session, null];
  const viewer: Viewer = {
    ...row.viewer,
    organisation: row.organisation,
    isLead: row.isLead,
    isSupporter: row.isSupporter,
    unreadCount: row.unreadCount,
    sessionId: id,
  };
  return [session, { id: userId, attributes: { viewer } }];
}
