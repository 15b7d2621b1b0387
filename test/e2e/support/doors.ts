import { newCode } from "#app/events/admission/codes.server.ts";
import { findPerson, type Person } from "./log-in.ts";
import type { Portal } from "./portal.ts";

export type Door = {
  id: number;
  /** Of the event, for self check-in. */
  code: string;
  guests: Record<string, Person & { code: string }>;
};

/** An event straight into the tables that began ten minutes ago, with one ticket and its guests. */
export async function makeDoor(
  portal: Portal,
  {
    title,
    place = "on-site",
    onlineUrl = "",
    confirmed = [],
    waitlisted = [],
  }: {
    title: string;
    place?: "on-site" | "online";
    onlineUrl?: string;
    /** Handles, or names of demo accounts. */
    confirmed?: string[];
    waitlisted?: string[];
  },
): Promise<Door> {
  const { sql } = portal;
  const staff = await findPerson(portal, "staff");
  const code = newCode(6);
  const [event] = await sql<{ id: number }[]>`
    insert into events (uid, kind, place, scope, title, starts_at, ends_at, venue_name, online_url,
      check_in_code, published_at, published_by, created_by, created_at, updated_at, search_vector)
    values (gen_random_uuid()::text, 'user-group', ${place}, 'customers', ${title},
      now() - interval '10 minutes', now() + interval '2 hours', '本社ホール', ${onlineUrl}, ${code},
      now(), ${staff.id}, ${staff.id}, now(), now(), '') returning id::int`;
  const id = event?.id ?? 0;
  const [ticket] = await sql<{ id: number }[]>`
    insert into ticket_types (event_id, position, name, place, capacity, admission)
    values (${id}, 1, '一般', ${place}, 100, 'first-come') returning id::int`;
  const guests: Door["guests"] = {};
  const register = async (who: string, state: "confirmed" | "waitlisted") => {
    const person = await findPerson(portal, who);
    const own = newCode();
    const queueNumber = state === "waitlisted" ? 1 + Object.keys(guests).length : null;
    await sql`
      insert into registrations (event_id, ticket_type_id, person_id, organisation_id, applied_by,
        applied_at, state, queue_number, confirmed_at, code)
      select ${id}, ${ticket?.id ?? 0}, id, organisation_id, id, now(), ${state}, ${queueNumber},
        ${state === "confirmed" ? sql`now()` : null}, ${own} from people where id = ${person.id}`;
    guests[who] = { ...person, code: own };
  };
  for (const who of confirmed) await register(who, "confirmed");
  for (const who of waitlisted) await register(who, "waitlisted");
  return { id, code, guests };
}

/** Who is recorded as there, and how; what was undone aside. */
export function arrivalsOf({ sql }: Portal, { id }: { id: number }) {
  return sql<{ name: string; way: string }[]>`
    select coalesce(p.name, a.guest_name) as name, a.way from attendances a
    left join people p on p.id = a.person_id
    where a.event_id = ${id} and a.undone_at is null order by a.id`;
}
