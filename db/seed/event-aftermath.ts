import { and, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { attendances, eventMaterials, surveyInvitations } from "#db/schema/attendances.ts";
import { people } from "#db/schema/people.ts";
import { registrations } from "#db/schema/registrations.ts";
import { surveyWords } from "./content/events.ts";
import { organisations } from "./content/index.ts";
import type { Given, PlannedEvent } from "./events.ts";
import { fraction } from "./fraction.ts";
import { insertRows, type Row } from "./insert-rows.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Who came to the meetings that are over, what they thought of them, and what was handed out. */
export async function seedAftermath(
  tx: DbOrTx,
  { now }: Given,
  planned: PlannedEvent[],
): Promise<void> {
  for (const event of planned) {
    if (event.content.came === undefined) continue;
    const confirmed = await tx
      .select({
        id: registrations.id,
        personId: registrations.personId,
        key: people.handle,
        organisationId: registrations.organisationId,
      })
      .from(registrations)
      .innerJoin(people, eq(people.id, registrations.personId))
      .where(and(eq(registrations.eventId, event.id), eq(registrations.state, "confirmed")))
      .orderBy(registrations.id);
    const { content } = event;
    const came = confirmed.filter(
      ({ key }) => fraction("came", content.key, key) < (content.came ?? 0),
    );
    await insertAttendances(tx, event, came);
    await insertSurvey(tx, event, came, now);
  }
  await insertMaterials(tx, planned);
}

type Guest = { id: number; personId: number; key: string; organisationId: number | null };

async function insertAttendances(
  tx: DbOrTx,
  { id: eventId, content, startsAt, madeBy }: PlannedEvent,
  came: Guest[],
): Promise<void> {
  const isOnline = content.place === "online";
  const rows: (typeof attendances.$inferInsert)[] = came.map(({ id, key, ...guest }) => {
    const late = Math.round(fraction("late", content.key, key) * 25 - 20);
    const at = new Date(startsAt.getTime() + late * MINUTE);
    const way = isOnline ? "online" : fraction("way", content.key, key) < 0.6 ? "qr" : "list";
    return {
      eventId,
      registrationId: id,
      ...guest,
      way,
      at,
      recordedAt: at,
      recordedBy: way === "online" ? guest.personId : madeBy.id,
      key: `seed-${id}`,
    } as const;
  });
  for (const [index, { name, affiliation }] of (content.walkIns ?? []).entries()) {
    const company = organisations.findIndex((one) => one.name === affiliation);
    const at = new Date(startsAt.getTime() + (index + 2) * MINUTE);
    rows.push({
      eventId,
      guestName: name,
      guestAffiliation: affiliation,
      organisationId: company < 0 ? null : company + 1,
      way: "walk-in",
      at,
      recordedAt: at,
      recordedBy: madeBy.id,
      key: `seed-walk-in-${index}`,
    });
  }
  if (rows.length > 0) await tx.insert(attendances).values(rows);
}

async function insertSurvey(
  tx: DbOrTx,
  { id: eventId, content, endsAt }: PlannedEvent,
  came: Guest[],
  now: Date,
): Promise<void> {
  const rows: Row<typeof surveyInvitations>[] = came.map(({ personId, key }) => {
    const asked = { eventId, personId, invitedAt: new Date(endsAt.getTime() + 5 * MINUTE) };
    if (fraction("answered", content.key, key) >= (content.answered ?? 0)) return asked;
    const mood = fraction("mood", content.key, key);
    const answeredAt = new Date(endsAt.getTime() + fraction("when", key) * 2 * DAY);
    if (answeredAt > now) return asked;
    const words = <T>(list: readonly T[], of: string) =>
      list[Math.floor(fraction(of, content.key, key) * list.length)];
    return {
      ...asked,
      satisfaction: mood < 0.05 ? 2 : mood < 0.2 ? 3 : mood < 0.6 ? 4 : 5,
      recommendation: mood < 0.1 ? 5 : mood < 0.35 ? 7 + Math.round(mood * 2) : mood < 0.7 ? 9 : 10,
      nextStep: words(surveyWords.nextSteps, "next") ?? "",
      comment: words(surveyWords.comments, "comment") ?? "",
      answeredAt,
      version: 1,
    };
  });
  if (rows.length > 0) await tx.insert(surveyInvitations).values(rows);
}

async function insertMaterials(tx: DbOrTx, planned: PlannedEvent[]): Promise<void> {
  const rows = planned.flatMap(({ id, content, sessionIds, endsAt, madeBy }) =>
    (content.materials ?? []).map(({ title, url, session, audience }) => ({
      eventId: id,
      sessionId: session === undefined ? null : (sessionIds[session] ?? null),
      title,
      url,
      audience,
      addedBy: madeBy.id,
      addedAt: new Date(endsAt.getTime() + DAY),
    })),
  );
  await insertRows(tx, eventMaterials, rows);
}
