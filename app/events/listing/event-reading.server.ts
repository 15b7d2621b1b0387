import { asc, eq, sql } from "drizzle-orm";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import {
  type PersonSummaryRow,
  personSummary,
  toPersonSummary,
} from "#app/people/person-summary.server.ts";
import type { PersonSummary } from "#app/ui/person-line.tsx";
import type { DbOrTx } from "#db/client.server.ts";
import { eventSeries, eventSessions, events, sessionSpeakers } from "#db/schema/events.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import {
  findOwnRegistration,
  listTicketStandings,
  type OwnRegistration,
} from "../admission/reading.server.ts";
import { selfCheckInState } from "../check-in/check-in.ts";
import { registrationWindow, stateOf } from "../events.ts";
import { runsEvent, visibleEvents } from "../visibility.server.ts";

/** A speaker with a page of their own, or a guest who is only named. */
export type Speaker =
  | { id: number; person: PersonSummary }
  | { id: number; person: null; name: string; affiliation: string };

export type TimetableItem = {
  id: number;
  startsAt: Date;
  minutes: number;
  title: string;
  description: string;
  track: string;
  speakers: Speaker[];
};

/** What only those who will be there are told. */
export type Inside = {
  venueNote: string;
  onlineNote: string;
  /** There is a place online to go to; it is reached through the portal's own joining link. */
  hasLink: boolean;
};

/** What of an event's row everybody may know for whom it exists. */
const shownColumns = {
  id: events.id,
  kind: events.kind,
  place: events.place,
  scope: events.scope,
  invitedOnly: events.invitedOnly,
  title: events.title,
  summary: events.summary,
  bodyHtml: events.bodyHtml,
  coverFileId: events.coverFileId,
  seriesId: events.seriesId,
  phases: events.phases,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  timeZone: events.timeZone,
  region: events.region,
  venueName: events.venueName,
  venueAddress: events.venueAddress,
  mapUrl: events.mapUrl,
  registrationOpensAt: events.registrationOpensAt,
  registrationClosesAt: events.registrationClosesAt,
  offerHours: events.offerHours,
  colleaguesMax: events.colleaguesMax,
  proposalsCloseAt: events.proposalsCloseAt,
  publishAt: events.publishAt,
  publishedAt: events.publishedAt,
  postponedAt: events.postponedAt,
  cancelledAt: events.cancelledAt,
  message: events.message,
  updatedAt: events.updatedAt,
};

export type EventPage = NonNullable<Awaited<ReturnType<typeof findEventPage>>>;

/**
 * An event as the viewer may see it, with its tickets until it is over and what became of the
 * viewer's application; undefined where it does not exist for them. At most four queries.
 */
export async function findEventPage(
  db: DbOrTx,
  { viewer, eventId, now }: { viewer: MaybeViewer; eventId: number; now: Date },
) {
  const found = await findEvent(db, { viewer, eventId });
  if (!found) return undefined;
  const { event, secrets, runs, speaks } = found;
  const state = stateOf(event, now);
  const [timetable, tickets, own] = await Promise.all([
    listTimetable(db, event),
    state === "finished" ? [] : listTicketStandings(db, { eventId, viewer }),
    viewer ? findOwnRegistration(db, { viewer, eventId }) : undefined,
  ]);
  return {
    event,
    state,
    window: registrationWindow(event, now),
    seriesName: found.seriesName,
    invitation: found.invitation,
    areas: found.areas,
    organisers: found.organisers.map(toPersonSummary),
    hasQuestions: found.hasQuestions,
    /** There may be materials, recordings or questions from the room. */
    hasRemains: found.hasMaterials || event.startsAt <= now,
    isOrganiser: runs,
    timetable,
    tickets,
    own,
    isAtDoor:
      own?.state === "confirmed" &&
      own.ticket.place === "on-site" &&
      selfCheckInState(event, now) === "open",
    inside: insideOf(secrets, { own, runs, speaks, isOver: isOver(state) }),
  };
}

/** Whether nobody has to be told any more how to get there. */
function isOver(state: ReturnType<typeof stateOf>): boolean {
  return state === "finished" || state === "cancelled" || state === "postponed";
}

type Secrets = { venueNote: string; onlineNote: string; onlineUrl: string };

function insideOf(
  { venueNote, onlineNote, onlineUrl }: Secrets,
  part: { own: OwnRegistration; runs: boolean; speaks: boolean; isOver: boolean },
): Inside | undefined {
  if (part.isOver) return undefined;
  const helps = part.runs || part.speaks;
  const ticket = part.own?.state === "confirmed" ? part.own.ticket : undefined;
  if (!helps && !ticket) return undefined;
  const onSite = helps || ticket?.place === "on-site";
  const online = helps || ticket?.place === "online";
  return {
    venueNote: onSite ? venueNote : "",
    onlineNote: online ? onlineNote : "",
    hasLink: online && onlineUrl !== "",
  };
}

/** Who invited the viewer, and with which words. */
type Invitation = { by: string; message: string };
type AreaName = { slug: string; nameJa: string; nameEn: string };

async function findEvent(
  db: DbOrTx,
  { viewer, eventId }: { viewer: MaybeViewer; eventId: number },
) {
  const [row] = await db
    .select({
      event: shownColumns,
      secrets: {
        venueNote: events.venueNote,
        onlineNote: events.onlineNote,
        onlineUrl: events.onlineUrl,
      },
      seriesName: eventSeries.name,
      runs: runsEvent(viewer),
      speaks: viewer
        ? sql<boolean>`exists (select from session_speakers
            join event_sessions on event_sessions.id = session_speakers.session_id
            where event_sessions.event_id = events.id
              and session_speakers.person_id = ${viewer.id})`
        : sql<boolean>`false`,
      invitation: viewer
        ? sql<Invitation | null>`(select json_build_object('by', p.name, 'message', i.message)
            from event_invitations i join people p on p.id = i.invited_by
            where i.event_id = events.id and i.person_id = ${viewer.id}
              and i.withdrawn_at is null)`
        : sql<null>`null`,
      hasQuestions: sql<boolean>`exists (select from event_questions
        where event_questions.event_id = events.id)`,
      hasMaterials: sql<boolean>`exists (select from event_materials
        where event_materials.event_id = events.id and event_materials.removed_at is null)`,
      areas: sql<AreaName[]>`coalesce((select json_agg(json_build_object('slug', a.slug,
          'nameJa', a.name_ja, 'nameEn', a.name_en) order by a.position, a.id)
        from event_areas ea join product_areas a on a.id = ea.product_area_id
        where ea.event_id = events.id), '[]')`,
      // Whoever made it answers for it where nobody was named.
      organisers: sql<PersonSummaryRow[]>`coalesce((select json_agg(json_build_object(
          'handle', p.handle, 'name', p.name, 'title', p.title, 'avatarFileId', p.avatar_file_id,
          'role', p.role, 'showsOrganisation', p.shows_organisation,
          'organisationName', o.name) order by p.id)
        from people p left join organisations o on o.id = p.organisation_id
        where p.id in (select person_id from event_organisers where event_id = events.id)
          or (p.id = events.created_by and not exists (
            select from event_organisers where event_id = events.id))), '[]')`,
    })
    .from(events)
    .leftJoin(eventSeries, eq(eventSeries.id, events.seriesId))
    .where(sql`${events.id} = ${eventId} and ${visibleEvents(viewer)}`);
  return row;
}

/** The sessions of an event with those who speak, in order of time. */
export async function listTimetable(
  db: DbOrTx,
  { id, startsAt }: { id: number; startsAt: Date },
): Promise<TimetableItem[]> {
  const rows = await db
    .select({
      session: {
        id: eventSessions.id,
        startsAfter: eventSessions.startsAfter,
        minutes: eventSessions.minutes,
        title: eventSessions.title,
        description: eventSessions.description,
        track: eventSessions.track,
      },
      speaker: {
        id: sessionSpeakers.id,
        name: sessionSpeakers.name,
        affiliation: sessionSpeakers.affiliation,
      },
      personId: people.id,
      person: personSummary,
    })
    .from(eventSessions)
    .leftJoin(sessionSpeakers, eq(sessionSpeakers.sessionId, eventSessions.id))
    .leftJoin(people, eq(people.id, sessionSpeakers.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(eventSessions.eventId, id))
    .orderBy(
      asc(eventSessions.startsAfter),
      asc(eventSessions.track),
      asc(eventSessions.id),
      asc(sessionSpeakers.position),
      asc(sessionSpeakers.id),
    );
  const items = new Map<number, TimetableItem>();
  for (const { session, speaker, personId, person } of rows) {
    const { startsAfter, ...shown } = session;
    const item = items.get(session.id) ?? {
      ...shown,
      startsAt: new Date(startsAt.getTime() + startsAfter * 60_000),
      speakers: [],
    };
    items.set(session.id, item);
    if (speaker?.id == null) continue;
    item.speakers.push(
      personId === null
        ? { id: speaker.id, person: null, name: speaker.name, affiliation: speaker.affiliation }
        : { id: speaker.id, person: toPersonSummary(person as PersonSummaryRow) },
    );
  }
  return [...items.values()];
}

/** Whether the event may be found by everybody on the web. */
export function isPublicEvent(event: {
  scope: string;
  invitedOnly: boolean;
  publishedAt: Date | null;
}): boolean {
  return event.scope === "public" && !event.invitedOnly && event.publishedAt !== null;
}
