import type { Visit } from "./pages.ts";
import type { Portal } from "./portal.ts";

/** Events of the demo community as those who run them meet them. */
export type OrganisingPlaces = Awaited<ReturnType<typeof findOrganisingPlaces>>;

export async function findOrganisingPlaces({ sql }: Portal) {
  const one = async (query: PromiseLike<{ id: number }[]>): Promise<number> => {
    const [row] = await query;
    if (!row) throw new Error("The demo community lacks an event that organisers' pages show");
    return row.id;
  };
  const coming = await one(sql<{ id: number }[]>`
    select e.id::int from events e where e.published_at is not null and e.starts_at > now()
      and e.cancelled_at is null and e.postponed_at is null
      and exists (select from event_sessions s join session_speakers p on p.session_id = s.id
        where s.event_id = e.id)
      and exists (select from event_questions q where q.event_id = e.id)
    order by e.id limit 1`);
  return {
    coming,
    draft: await one(sql<{ id: number }[]>`
      select e.id::int from events e where e.published_at is null and e.cancelled_at is null
      order by e.id limit 1`),
    ticket: await one(sql<{ id: number }[]>`
      select id::int from ticket_types where event_id = ${coming} order by id limit 1`),
    session: await one(sql<{ id: number }[]>`
      select s.id::int from event_sessions s join session_speakers p on p.session_id = s.id
      where s.event_id = ${coming} order by s.id limit 1`),
    question: await one(sql<{ id: number }[]>`
      select id::int from event_questions where event_id = ${coming} order by id limit 1`),
    /** Asks for talks, and has some. */
    calling: await one(sql<{ id: number }[]>`
      select e.id::int from events e where e.published_at is not null
        and exists (select from talk_proposals t where t.event_id = e.id)
      order by e.proposals_close_at > now() desc nulls last, e.id limit 1`),
    series: await one(sql<{ id: number }[]>`
      select e.series_id::int as id from events e where e.series_id is not null
        and e.published_at is not null and not e.invited_only and e.scope = 'public'
      order by e.id limit 1`),
  };
}

const by =
  (as: string) =>
  (path: string): Visit => ({ path, as });
const member = by("member");
const staff = by("staff");

/** Every page of those who run events, and what leads to them. */
export function organisingEventPages({
  coming,
  draft,
  ticket,
  session,
  question,
  calling,
  series,
}: OrganisingPlaces): Record<string, Visit[]> {
  const at = (rest: string) => `/events/${coming}/${rest}`;
  const desk = (rest: string) => [staff(at(rest))];
  return {
    "events.new.tsx": [
      staff("/events/new"),
      staff("/events/new?template=workshop"),
      staff(`/events/new?copy=${coming}`),
    ],
    "events.organising.tsx": [staff("/events/organising")],
    "staff.events.tsx": [
      staff("/staff/events"),
      staff("/staff/events?state=draft"),
      staff("/staff/events?q=nothing-of-the-kind"),
    ],
    "events.$eventId_.edit.tsx": [staff(at("edit")), staff(`/events/${draft}/edit`)],
    "events.$eventId_.timetable.tsx": desk("timetable"),
    "events.$eventId_.timetable_.new.tsx": desk("timetable/new"),
    "events.$eventId_.timetable_.$sessionId.tsx": [
      staff(at(`timetable/${session}`)),
      staff(at(`timetable/${session}?q=a`)),
    ],
    "events.$eventId_.tickets.tsx": desk("tickets"),
    "events.$eventId_.tickets_.new.tsx": desk("tickets/new"),
    "events.$eventId_.tickets_.$ticketTypeId.tsx": desk(`tickets/${ticket}`),
    "events.$eventId_.questions.tsx": desk("questions"),
    "events.$eventId_.questions_.new.tsx": desk("questions/new"),
    "events.$eventId_.questions_.$questionId.tsx": desk(`questions/${question}`),
    "events.$eventId_.publication.tsx": [
      staff(at("publication")),
      staff(`/events/${draft}/publication`),
    ],
    "events.$eventId_.date.tsx": desk("date"),
    "events.$eventId_.postponement.tsx": desk("postponement"),
    "events.$eventId_.cancellation.tsx": desk("cancellation"),
    "events.$eventId_.organisers.tsx": [staff(at("organisers")), staff(at("organisers?q=a"))],
    "events.$eventId_.copies.tsx": desk("copies"),
    "events.$eventId_.proposals.tsx": [staff(`/events/${calling}/proposals`)],
    "events.$eventId_.proposals_.new.tsx": [member(`/events/${calling}/proposals/new`)],
    "event-series._index.tsx": [staff("/event-series")],
    "event-series.$seriesId.tsx": [{ path: `/event-series/${series}` }],
    "event-series.$seriesId_.edit.tsx": [staff(`/event-series/${series}/edit`)],
  };
}
