import type { Sql } from "./fill.ts";
import { SIZES } from "./sizes.ts";

/**
 * Meetings of ten years with their sessions, tickets and people: a big one of two hundred, and so
 * many small ones. Every tenth is still to come.
 */
export async function fillEvents(sql: Sql): Promise<void> {
  await insertEvents(sql);
  await insertProgrammes(sql);
  await insertRegistrations(sql);
}

async function insertEvents(sql: Sql): Promise<void> {
  await sql`
    insert into events (uid, kind, place, scope, title, summary, body_source, body_html, body_text,
      renderer_version, phases, starts_at, ends_at, region, venue_name, venue_address, map_url,
      online_url, check_in_code, published_at, published_by, created_by, created_at, updated_at,
      search_vector)
    select format('%s@portal.example', md5(i::text)),
      (array['user-group', 'invited-meeting', 'webinar', 'workshop', 'study-session'])[1 + i % 5],
      (array['on-site', 'online', 'hybrid'])[1 + i % 3],
      case when i % 4 = 0 then 'public' else 'customers' end,
      format('第%s回 %s', i, t.title), 'みんなで集まり、使い方を見せ合います。',
      b.source, b.html, b.body_text, b.version,
      case when i % 3 = 0 then array['introduction']::text[] else '{}' end,
      begins.at, begins.at + interval '2 hours', (array['東京都', '大阪府', '福岡県', ''])[1 + i % 4],
      'セミナールーム', '東京都千代田区丸の内9-9-9', 'https://maps.example/hall',
      'https://meet.example/hall', '123456', begins.at - interval '40 days', 1 + i % 5, 1 + i % 5,
      begins.at - interval '50 days', begins.at - interval '40 days', t.vector || b.vector
    from generate_series(1, ${SIZES.events}::int) i
    cross join lateral (select now() + interval '1 day' *
      (365 - 4000 * (${SIZES.events}::int - i)::float8 / ${SIZES.events}::int) as at) begins
    join question_titles t on t.n = 1 + (i::bigint * 7919) % ${SIZES.questions}::int
    join question_texts b on b.n = 1 + i % (select count(*) from question_texts)
    order by i`;
  await sql`
    insert into event_areas (event_id, product_area_id)
    select e.id, a.id from events e join product_areas a on pg_temp.part(e.id * 100 + a.id, 60) < 0.15`;
}

async function insertProgrammes(sql: Sql): Promise<void> {
  await sql`
    insert into event_sessions (event_id, starts_after, minutes, title, description, created_at)
    select e.id, i * 20, 20, format('セッション %s', i + 1), '発表のあとに質問の時間があります。', e.created_at
    from events e cross join generate_series(0, 4) i order by e.id, i`;
  await sql`
    insert into session_speakers (session_id, position, person_id)
    select s.id, i, ${SIZES.staff}::int + 1 + (s.id * 13 + i * 701) % ${SIZES.people - SIZES.staff}::int
    from event_sessions s cross join generate_series(1, 2) i`;
  await sql`
    insert into ticket_types (event_id, position, name, place, capacity, admission, last_queue_number)
    select e.id, i, (array['会場', 'オンライン'])[i], (array['on-site', 'online'])[i],
      case when e.id % 100 = 0 then 200 else 20 end, 'first-come', 100000
    from events e cross join generate_series(1, 2) i order by e.id, i`;
}

/** Half of the tickets are full, with a line; a person comes once to a meeting. */
async function insertRegistrations(sql: Sql): Promise<void> {
  await sql`
    insert into registrations (event_id, ticket_type_id, person_id, organisation_id, applied_by,
      applied_at, state, queue_number, confirmed_at, code)
    select t.event_id, t.id, p.id, p.organisation_id, p.id, e.published_at + interval '1 hour' * i,
      case when i <= t.capacity then 'confirmed' else 'waitlisted' end,
      case when i > t.capacity then i end,
      case when i <= t.capacity then e.published_at + interval '1 hour' * i end,
      upper(substr(md5(format('%s %s', t.id, i)), 1, 8))
    from ticket_types t
    join events e on e.id = t.event_id
    cross join lateral generate_series(1,
      (t.capacity * (case when t.id % 4 < 2 then 1.2 else 0.6 end))::int) i
    join people p on p.id = ${SIZES.staff}::int + 1
      + (t.event_id * 31 + (t.position - 1) * 700 + i * 7) % ${SIZES.people - SIZES.staff}::int
    where e.id > ${SIZES.events - SIZES.eventsWithGuests}::int
    on conflict do nothing`;
  await sql`
    insert into attendances (event_id, person_id, registration_id, organisation_id, way, at,
      recorded_at, recorded_by, key)
    select r.event_id, r.person_id, r.id, r.organisation_id, 'list', e.starts_at, e.starts_at,
      e.created_by, r.code
    from registrations r join events e on e.id = r.event_id
    where r.state = 'confirmed' and e.ends_at < now() and r.id % 5 > 0`;
}
