import { and, eq, gt, lte, sql } from "drizzle-orm";
import { hashSecret, newSecret } from "#app/auth/secrets.server.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { surveyInvitations, surveyLinks } from "#db/schema/attendances.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { SURVEY_DAYS } from "./surveys.ts";

/**
 * Makes the secret of a link that opens one person's survey of one event without logging in; its
 * hash is stored. Undefined when they are not asked.
 */
export async function issueSurveyLink(
  tx: DbOrTx,
  { personId, eventId, now }: { personId: number; eventId: number; now: Date },
): Promise<string | undefined> {
  const [invitation] = await tx
    .select({ id: surveyInvitations.id })
    .from(surveyInvitations)
    .where(and(eq(surveyInvitations.eventId, eventId), eq(surveyInvitations.personId, personId)));
  if (!invitation) return undefined;
  const secret = newSecret();
  await tx
    .insert(surveyLinks)
    .values({ hash: hashSecret(secret), invitationId: invitation.id, createdAt: now });
  return secret;
}

/** Whose survey of which event a link opens; undefined for one unknown, too old, or of a suspended. */
export async function findSurveyLink(db: DbOrTx, { secret, now }: { secret: string; now: Date }) {
  const [link] = await db
    .select({
      invitationId: surveyInvitations.id,
      eventId: surveyInvitations.eventId,
      personId: surveyInvitations.personId,
      locale: people.locale,
    })
    .from(surveyLinks)
    .innerJoin(surveyInvitations, eq(surveyInvitations.id, surveyLinks.invitationId))
    .innerJoin(people, eq(people.id, surveyInvitations.personId))
    .where(
      and(
        eq(surveyLinks.hash, hashSecret(secret)),
        gt(surveyLinks.createdAt, after(now, -SURVEY_DAYS * DAY)),
        sql`not exists (select from ${suspensions}
          where ${suspensions.personId} = ${people.id} and ${suspensions.liftedAt} is null)`,
      ),
    );
  return link;
}

/** Deletes links that open nothing any more. */
export async function purgeSurveyLinks(db: DbOrTx, { now }: { now: Date }): Promise<void> {
  await db.delete(surveyLinks).where(lte(surveyLinks.createdAt, after(now, -SURVEY_DAYS * DAY)));
}
