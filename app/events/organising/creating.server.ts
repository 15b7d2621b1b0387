import { randomUUID } from "node:crypto";
import type { SQL } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { portalUrl } from "#app/lib/current-config.server.ts";
import { after, MINUTE } from "#app/lib/time.ts";
import { prepareBody } from "#app/questions/post-body.server.ts";
import { searchVectorOf } from "#app/questions/search-terms.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import {
  eventOrganisers,
  eventQuestions,
  eventSessions,
  events,
  ticketTypes,
} from "#db/schema/events.ts";
import type { EventKind } from "#db/vocabulary.ts";
import { newCode } from "../admission/codes.server.ts";
import { noteEvent } from "../event-desk.server.ts";
import { mayCreateEvents } from "./desk.server.ts";
import { newDraw } from "./lottery.server.ts";
import { templateOf } from "./templates.ts";

/** What a new event cannot take from a template. */
export type NewEvent = {
  kind: EventKind;
  title: string;
  startsAt: Date;
  timeZone: string;
};

/**
 * Begins an event as a draft from the template of its kind, in the language of whoever creates it,
 * who becomes its organiser.
 */
export async function createFromTemplate(
  db: Db,
  { viewer, event, now }: { viewer: Viewer; event: NewEvent; now: Date },
): Promise<{ ok: true; eventId: number } | { ok: false; reason: "not-allowed" }> {
  if (!(await mayCreateEvents(db, viewer))) return { ok: false, reason: "not-allowed" };
  const template = templateOf(event.kind, viewer.locale);
  const prepared = await prepareBody(db, template.body);
  if (!prepared.ok) throw new Error(`A template cannot be rendered: ${prepared.reason}`);
  const { columns } = prepared.body;
  return db.transaction(async (tx) => {
    const { place, scope, invitedOnly, summary, offerHours, colleaguesMax } = template;
    const eventId = await insertDraft(tx, {
      viewer,
      now,
      values: {
        ...event,
        ...columns,
        endsAt: after(event.startsAt, template.minutes * MINUTE),
        place,
        scope,
        invitedOnly,
        summary,
        offerHours,
        colleaguesMax,
        searchVector: searchVectorOf({
          title: event.title,
          text: `${summary}\n${columns.bodyText}`,
        }),
      },
    });
    const of = <Item>(items: readonly Item[]) =>
      items.map((item, index) => ({ ...item, eventId, position: index + 1 }));
    await tx
      .insert(eventSessions)
      .values(template.sessions.map((session) => ({ ...session, eventId, createdAt: now })));
    await tx.insert(ticketTypes).values(
      of(template.tickets).map((ticket) => ({
        ...ticket,
        ...newDraw(ticket.admission, null),
      })),
    );
    await tx.insert(eventQuestions).values(of(template.questions));
    await noteEvent(tx, {
      eventId,
      kind: "created",
      actorId: viewer.id,
      detail: { template: event.kind },
      at: now,
    });
    return { ok: true, eventId };
  });
}

type DraftColumns = Omit<
  typeof events.$inferInsert,
  "uid" | "checkInCode" | "createdBy" | "createdAt" | "updatedAt" | "searchVector"
> & { searchVector: SQL<string> };

/** Stores a draft with a name for calendars and a code for the door, and its first organiser. */
export async function insertDraft(
  tx: DbOrTx,
  { viewer, values, now }: { viewer: Viewer; values: DraftColumns; now: Date },
): Promise<number> {
  const [event] = await tx
    .insert(events)
    .values({
      ...values,
      uid: `${randomUUID()}@${new URL(portalUrl("/")).hostname}`,
      checkInCode: newCode(6),
      createdBy: viewer.id,
      createdAt: now,
      updatedAt: now,
    })
    .returning({ id: events.id });
  if (!event) throw new Error("The event was not stored");
  await tx
    .insert(eventOrganisers)
    .values({ eventId: event.id, personId: viewer.id, addedBy: viewer.id, addedAt: now });
  return event.id;
}
