import { DAY, after as later } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { eventQuestions, eventSeries, eventSessions, talkProposals } from "#db/schema/events.ts";
import { createEvent, createTicketType } from "#test/support/events.ts";

type Person = { id: number };

const first = ([row]: { id: number }[]) => row?.id ?? 0;

/**
 * A public event that `organiser` runs and that asks for talks, with a proposal of `proposer`; a
 * draft of theirs; a series with the event in it.
 */
export async function organisingOf(
  db: Db,
  { organiser, proposer, staff }: { organiser: Person; proposer: Person; staff: Person },
) {
  const now = new Date();
  const seriesId = first(
    await db
      .insert(eventSeries)
      .values({ name: "月例のユーザー会", createdBy: staff.id, createdAt: now })
      .returning({ id: eventSeries.id }),
  );
  const startsAt = later(now, 20 * DAY);
  const event = await createEvent(db, {
    scope: "public",
    organiser,
    seriesId,
    startsAt,
    proposalsCloseAt: later(now, 10 * DAY),
  });
  const { id: eventId } = event;
  const draft = await createEvent(db, { published: false, organiser, startsAt });
  const ticket = await createTicketType(db, { eventId });
  const sessionId = first(
    await db
      .insert(eventSessions)
      .values({ eventId, startsAfter: 0, minutes: 30, title: "開会", createdAt: now })
      .returning({ id: eventSessions.id }),
  );
  const questionId = first(
    await db
      .insert(eventQuestions)
      .values({ eventId, position: 1, kind: "text", label: "ご意見" })
      .returning({ id: eventQuestions.id }),
  );
  const talk = { title: "わたしの工夫", abstract: "話します。", minutes: 20, proposedAt: now };
  const proposalId = first(
    await db
      .insert(talkProposals)
      .values({ ...talk, eventId, personId: proposer.id })
      .returning({ id: talkProposals.id }),
  );
  return {
    eventId,
    draftId: draft.id,
    seriesId,
    ticketTypeId: ticket.id,
    sessionId,
    questionId,
    proposalId,
  };
}
