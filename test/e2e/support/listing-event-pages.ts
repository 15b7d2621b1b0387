import type { Page } from "@playwright/test";
import type { Visit } from "./pages.ts";
import type { Portal } from "./portal.ts";

/** Events of the demo community as the demo member meets them. */
export type ListingPlaces = Awaited<ReturnType<typeof findListingPlaces>>;

export async function findListingPlaces({ sql }: Portal) {
  const one = async (query: PromiseLike<{ id: number }[]>): Promise<number> => {
    const [row] = await query;
    if (!row) throw new Error("The demo community lacks an event that a page shows");
    return row.id;
  };
  const own = (state: string) =>
    one(sql<{ id: number }[]>`
      select e.id::int from events e join registrations r on r.event_id = e.id
      join people p on p.id = r.person_id
      where p.email = 'member@portal.example' and r.state = ${state} and e.starts_at > now()
        and e.cancelled_at is null and e.postponed_at is null order by e.id limit 1`);
  const shown = sql`e.published_at is not null and not e.invited_only
    and e.scope in ('public', 'customers')`;
  const draw = async (isHeld: boolean) => {
    const [row] = await sql<{ path: string }[]>`
      select '/events/' || e.id || '/draws/' || t.id as path
      from ticket_types t join events e on e.id = t.event_id
      where t.admission = 'lottery' and (t.drawn_at is not null) = ${isHeld} and ${shown}
      order by e.id limit 1`;
    if (!row) throw new Error("The demo community lacks a draw that a page shows");
    return row.path;
  };
  return {
    confirmed: await own("confirmed"),
    offered: await own("offered"),
    applied: await own("applied"),
    open: await one(sql<{ id: number }[]>`
      select e.id::int from events e where ${shown} and e.scope = 'public' and e.starts_at > now()
        and e.cancelled_at is null and e.postponed_at is null order by e.id limit 1`),
    /** Several tickets, places on site and online, questions and a timetable with speakers. */
    large: await one(sql<{ id: number }[]>`
      select e.id::int from events e where ${shown} and e.place = 'hybrid' and e.starts_at > now()
        and e.cancelled_at is null and e.postponed_at is null
        and exists (select from event_questions q where q.event_id = e.id) order by e.id limit 1`),
    past: await one(sql<{ id: number }[]>`
      select e.id::int from events e where ${shown} and e.ends_at < now()
        and e.cancelled_at is null order by e.id limit 1`),
    cancelled: await one(sql<{ id: number }[]>`
      select e.id::int from events e where ${shown} and e.cancelled_at is not null
      order by e.id limit 1`),
    postponed: await one(sql<{ id: number }[]>`
      select e.id::int from events e where ${shown} and e.postponed_at is not null
        and e.cancelled_at is null order by e.id limit 1`),
    draft: await one(sql<{ id: number }[]>`
      select e.id::int from events e where e.published_at is null and e.cancelled_at is null
      order by e.id limit 1`),
    drawn: await draw(true),
    toDraw: await draw(false),
  };
}

const visitor = (path: string): Visit => ({ path });
const by =
  (as: string) =>
  (path: string, then?: Visit["then"]): Visit => ({ path, as, then });
const member = by("member");
const staff = by("staff");

/** Pages of events that everybody reads, visited by those to whom they look different. */
export function listingEventPages(places: ListingPlaces): Record<string, Visit[]> {
  const at = (id: number) => `/events/${id}`;
  return {
    "events._index.tsx": [
      visitor("/events"),
      member("/events"),
      member("/events?when=mine"),
      member("/events?when=past&place=online"),
      member("/events?region=どこにもない"),
    ],
    "events.month.tsx": [
      visitor("/events/month"),
      member("/events/month"),
      member("/events/month?month=2031-02"),
    ],
    "events.$eventId.tsx": [
      visitor(at(places.open)),
      member(at(places.large)),
      member(at(places.confirmed)),
      member(at(places.offered)),
      member(at(places.applied)),
      member(at(places.past)),
      member(at(places.cancelled)),
      member(at(places.postponed)),
      staff(at(places.large)),
      staff(at(places.draft)),
    ],
    "events.$eventId_.registrations_.new.tsx": [
      member(`${at(places.large)}/registrations/new`),
      member(`${at(places.large)}/registrations/new`, sendEmpty),
    ],
    "events.$eventId_.registration.tsx": [
      member(`${at(places.confirmed)}/registration`),
      member(`${at(places.offered)}/registration`),
    ],
    "events.$eventId_.draws.$ticketTypeId.tsx": [member(places.drawn), member(places.toDraw)],
  };
}

/** What the browser would keep back too, the server refuses with words. */
async function sendEmpty(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: "自分が参加する" }).uncheck();
  await page.getByRole("button", { name: "この内容で申し込む" }).click();
  await page.getByRole("alert").waitFor();
}
