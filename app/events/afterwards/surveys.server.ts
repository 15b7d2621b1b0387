import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { surveyInvitations } from "#db/schema/attendances.ts";
import { events } from "#db/schema/events.ts";
import { visibleEvents } from "../visibility.server.ts";
import { findSurveyLink } from "./survey-links.server.ts";
import { isSurveyOpen, surveyClosesAt } from "./surveys.ts";

export type SurveyAnswer = {
  satisfaction: number;
  recommendation: number | null;
  nextStep: string;
  comment: string;
};

/** One person's survey of one event: theirs by logging in, or by the link in their mail. */
export type Asked = { viewer: Viewer; eventId: number } | { secret: string };
type Invitation = { invitationId: number };

/** The survey somebody is asked to fill in, with what they said so far. */
export async function findSurvey(db: DbOrTx, { now, ...asked }: Asked & { now: Date }) {
  const found = await findInvitation(db, asked, now);
  if (!found.ok) return found;
  const [row] = await db
    .select({
      event: { id: events.id, title: events.title, endsAt: events.endsAt },
      openedAt: events.surveyOpenedAt,
      satisfaction: surveyInvitations.satisfaction,
      recommendation: surveyInvitations.recommendation,
      nextStep: surveyInvitations.nextStep,
      comment: surveyInvitations.comment,
      answeredAt: surveyInvitations.answeredAt,
    })
    .from(surveyInvitations)
    .innerJoin(events, eq(events.id, surveyInvitations.eventId))
    .where(and(eq(surveyInvitations.id, found.invitationId), isNotNull(events.surveyOpenedAt)));
  if (!row?.openedAt) return { ok: false, reason: "not-found" } as const;
  const { openedAt, ...survey } = row;
  return {
    ok: true as const,
    survey: {
      ...survey,
      isOpen: isSurveyOpen(openedAt, now),
      closesAt: surveyClosesAt(openedAt),
    },
  };
}

type Refusal = { ok: false; reason: "not-found" | "not-allowed" | "closed" };

/** Records what somebody says; what they said before is replaced as long as the survey is open. */
export async function answerSurvey(
  db: Db,
  { answer, now, ...asked }: Asked & { answer: SurveyAnswer; now: Date },
): Promise<{ ok: true } | Refusal> {
  return record(db, asked, answer, now);
}

/** Records the one click of a mail; whatever else was said stays as it is. */
export async function answerSatisfaction(
  db: Db,
  { satisfaction, now, ...asked }: Asked & { satisfaction: number; now: Date },
): Promise<{ ok: true } | Refusal> {
  return record(db, asked, { satisfaction }, now);
}

async function record(
  db: Db,
  asked: Asked,
  answer: Partial<SurveyAnswer>,
  now: Date,
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const found = await findSurvey(tx, { ...asked, now });
    if (!found.ok) return found;
    if (!found.survey.isOpen) return { ok: false, reason: "closed" };
    const invitation = await findInvitation(tx, asked, now);
    if (!invitation.ok) return invitation;
    await tx
      .update(surveyInvitations)
      .set({ ...answer, answeredAt: now, version: sql`${surveyInvitations.version} + 1` })
      .where(eq(surveyInvitations.id, invitation.invitationId));
    return { ok: true };
  });
}

async function findInvitation(
  db: DbOrTx,
  asked: Asked,
  now: Date,
): Promise<({ ok: true } & Invitation) | { ok: false; reason: "not-found" | "not-allowed" }> {
  if ("secret" in asked) {
    const link = await findSurveyLink(db, { secret: asked.secret, now });
    return link
      ? { ok: true, invitationId: link.invitationId }
      : { ok: false, reason: "not-found" };
  }
  const { viewer, eventId } = asked;
  const [row] = await db
    .select({ invitationId: surveyInvitations.id, isVisible: visibleEvents(viewer) })
    .from(events)
    .leftJoin(
      surveyInvitations,
      and(eq(surveyInvitations.eventId, events.id), eq(surveyInvitations.personId, viewer.id)),
    )
    .where(eq(events.id, eventId));
  if (row?.invitationId) return { ok: true, invitationId: row.invitationId };
  // Only those who came are asked: the page is not for the others who see the event.
  return { ok: false, reason: row?.isVisible ? "not-allowed" : "not-found" };
}
