import { issueSurveyLink } from "#app/events/afterwards/survey-links.server.ts";
import { HOUR, after as later } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { attendances, eventMaterials, surveyInvitations } from "#db/schema/attendances.ts";
import { eventSessions, sessionSpeakers } from "#db/schema/events.ts";
import { createEvent } from "#test/support/events.ts";

type Party = { id: number; organisation: { id: number } | null };

/** An event that is over and run by a supporter, to which `guest` came; with all that remains. */
export async function afterwardsOf(
  db: Db,
  { organiser, speaker, guest }: { organiser: Party; speaker: Party; guest: Party },
) {
  const now = new Date();
  const event = await createEvent(db, {
    startsAt: later(now, -5 * HOUR),
    surveyOpenedAt: later(now, -HOUR),
    organiser,
  });
  const eventId = event.id;
  const [session] = await db
    .insert(eventSessions)
    .values({ eventId, startsAfter: 0, minutes: 30, title: "事例の紹介", createdAt: now })
    .returning({ id: eventSessions.id });
  const sessionId = session?.id ?? 0;
  await db.insert(sessionSpeakers).values({ sessionId, position: 1, personId: speaker.id });
  await db.insert(attendances).values({
    eventId,
    personId: guest.id,
    organisationId: guest.organisation?.id,
    way: "list",
    at: event.startsAt,
    recordedAt: now,
    recordedBy: event.createdBy,
    key: "walk",
  });
  const [material] = await db
    .insert(eventMaterials)
    .values({
      eventId,
      title: "スライド",
      url: "https://slides.example/walk",
      audience: "attendees",
      addedBy: organiser.id,
      addedAt: now,
    })
    .returning({ id: eventMaterials.id });
  await db.insert(surveyInvitations).values({ eventId, personId: guest.id, invitedAt: now });
  const secret = await issueSurveyLink(db, { personId: guest.id, eventId, now });
  return { eventId, sessionId, materialId: material?.id ?? 0, secret: secret ?? "" };
}
