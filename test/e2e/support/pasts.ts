import { hashSecret, newSecret } from "#app/auth/secrets.server.ts";
import { findPerson } from "./log-in.ts";
import type { Portal } from "./portal.ts";

export type Past = {
  id: number;
  sessionId: number;
  /** Of the link in the mail of the first who came. */
  secret: string;
};

/**
 * An event straight into the tables that ended two hours ago, with one session by `speaker`, to
 * which `came` came; its survey is open.
 */
export async function makePast(
  portal: Portal,
  { title, came, speaker }: { title: string; came: string[]; speaker: string },
): Promise<Past> {
  const { sql } = portal;
  const staff = await findPerson(portal, "staff");
  const talker = await findPerson(portal, speaker);
  const [event] = await sql<{ id: number }[]>`
    insert into events (uid, kind, place, scope, title, starts_at, ends_at, venue_name,
      check_in_code, published_at, published_by, survey_opened_at, created_by, created_at,
      updated_at, search_vector)
    values (gen_random_uuid()::text, 'user-group', 'on-site', 'customers', ${title},
      now() - interval '4 hours', now() - interval '2 hours', '本社ホール', 'PAST99',
      now() - interval '9 days', ${staff.id}, now(), ${staff.id}, now(), now(), '')
    returning id::int`;
  const id = event?.id ?? 0;
  await sql`insert into event_areas (event_id, product_area_id)
    select ${id}, id from product_areas where retired_at is null order by id limit 1`;
  const [session] = await sql<{ id: number }[]>`
    insert into event_sessions (event_id, starts_after, minutes, title, created_at)
    values (${id}, 0, 40, '在庫の見直し', now()) returning id::int`;
  const sessionId = session?.id ?? 0;
  await sql`insert into session_speakers (session_id, position, person_id)
    values (${sessionId}, 1, ${talker.id})`;
  let secret = "";
  for (const who of came) {
    const person = await findPerson(portal, who);
    await sql`insert into attendances (event_id, person_id, organisation_id, way, at, recorded_at,
        recorded_by, key)
      select ${id}, id, organisation_id, 'list', now() - interval '4 hours', now(), ${staff.id},
        gen_random_uuid()::text from people where id = ${person.id}`;
    const [invitation] = await sql<{ id: number }[]>`
      insert into survey_invitations (event_id, person_id, invited_at)
      values (${id}, ${person.id}, now()) returning id::int`;
    const made = newSecret();
    await sql`insert into survey_links (hash, invitation_id, created_at)
      values (${hashSecret(made)}, ${invitation?.id ?? 0}, now())`;
    secret ||= made;
  }
  return { id, sessionId, secret };
}
