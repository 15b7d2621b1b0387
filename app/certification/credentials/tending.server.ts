import { and, eq, gt, isNull, lte } from "drizzle-orm";
import { after, DAY, dayIn } from "#app/lib/time.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { Db } from "#db/client.server.ts";
import { credentialReminders, credentials } from "#db/schema/credentials.ts";
import { noteCredential } from "./credential-history.server.ts";
import { credentialTopic } from "./credential-topic.ts";
import { dueReminder, RENEWAL_DAYS } from "./credentials.ts";
import { renewCredential } from "./renewing.server.ts";
import { findVersionTerms } from "./version-terms.server.ts";

const BATCH = 100;

/**
 * What time does to credentials: renews those for which the evidence has come together, reminds of
 * those that end soon, and ends those whose grace is over. Safe to run again and at once.
 *
 * @returns how many were renewed, reminded of and ended
 * @throws AggregateError once everything else is done, when some failed
 */
export async function tendCredentials(db: Db, { now }: { now: Date }) {
  const done = { renewed: 0, reminded: 0, lapsed: 0 };
  const failures: unknown[] = [];
  let after = 0;
  for (;;) {
    const ids = await listEnding(db, { now, after });
    for (const credentialId of ids) {
      try {
        const renewed = await renewCredential(db, { credentialId, actorId: null, now });
        if (renewed.ok) done.renewed += 1;
        else if (await lapse(db, { credentialId, now })) done.lapsed += 1;
        else if (await remind(db, { credentialId, now })) done.reminded += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    after = ids.at(-1) ?? 0;
    if (ids.length < BATCH) break;
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some credentials were not tended");
  return done;
}

/** Ids of live credentials whose term ends within the time of renewal, or has ended. */
async function listEnding(
  db: Db,
  { now, after: last }: { now: Date; after: number },
): Promise<number[]> {
  const rows = await db
    .select({ id: credentials.id })
    .from(credentials)
    .where(
      and(
        isNull(credentials.endedAt),
        lte(credentials.expiresAt, after(now, RENEWAL_DAYS * DAY)),
        gt(credentials.id, last),
      ),
    )
    .orderBy(credentials.id)
    .limit(BATCH);
  return rows.map(({ id }) => id);
}

/** Ends a credential whose grace is over, and tells its holder. */
async function lapse(
  db: Db,
  { credentialId, now }: { credentialId: number; now: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [ended] = await tx
      .update(credentials)
      .set({ endedAt: now, ending: "lapsed" })
      .where(
        and(
          eq(credentials.id, credentialId),
          isNull(credentials.endedAt),
          lte(credentials.lapsesAt, now),
        ),
      )
      .returning();
    if (!ended) return false;
    const version = await findVersionTerms(tx, ended.versionId);
    const onceKey = await noteCredential(tx, {
      credentialId,
      event: "lapsed",
      actorId: null,
      at: now,
    });
    await notify(tx, {
      kind: "credential-lapsed",
      about: credentialTopic({ ...ended, ...version }),
      actorId: null,
      detail: {},
      recipients: [ended.personId],
      onceKey,
      now,
    });
    return true;
  });
}

/** Reminds the holder at 60, 30 and 7 days; once each, and only of the latest that is due. */
async function remind(
  db: Db,
  { credentialId, now }: { credentialId: number; now: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [credential] = await tx
      .select()
      .from(credentials)
      .where(and(eq(credentials.id, credentialId), isNull(credentials.endedAt)))
      .for("update");
    const days = credential && dueReminder(credential.expiresAt, now);
    if (!credential || days === undefined) return false;
    const { expiresAt } = credential;
    const [reminder] = await tx
      .insert(credentialReminders)
      .values({ credentialId, expiresAt, days, sentAt: now })
      .onConflictDoNothing()
      .returning();
    if (!reminder) return false;
    const version = await findVersionTerms(tx, credential.versionId);
    const onceKey = await noteCredential(tx, {
      credentialId,
      event: "reminded",
      actorId: null,
      detail: { days },
      at: now,
    });
    await notify(tx, {
      kind: "credential-expiring",
      about: credentialTopic({ ...credential, ...version }),
      actorId: null,
      detail: { days, date: dayIn("Asia/Tokyo", expiresAt) },
      recipients: [credential.personId],
      onceKey,
      now,
    });
    return true;
  });
}
