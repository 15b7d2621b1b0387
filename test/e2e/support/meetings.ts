import type { Portal } from "./portal.ts";

export type Meeting = { id: number; path: string; ticketId: number };

type Question = {
  kind: "text" | "choice" | "choices";
  label: string;
  choices?: string[];
  required?: boolean;
};

/** An event in two weeks with one ticket, straight into the tables. */
export async function makeMeeting(
  { sql }: Portal,
  {
    title,
    scope = "customers",
    place = "on-site",
    capacity = 20,
    questions = [],
  }: {
    title: string;
    scope?: "customers" | "public";
    place?: "on-site" | "online";
    capacity?: number;
    questions?: Question[];
  },
): Promise<Meeting> {
  const [event] = await sql<{ id: number }[]>`
    insert into events (uid, kind, place, scope, title, summary, starts_at, ends_at, venue_name,
      venue_note, online_url, check_in_code, published_at, published_by, created_by, created_at,
      updated_at, search_vector)
    select gen_random_uuid()::text, 'study-session', ${place}, ${scope}, ${title}, '集まります。',
      date_trunc('hour', now()) + interval '14 days', date_trunc('hour', now()) + interval '14 days 2 hours',
      '試験ホール', '裏口からお入りください。', 'https://meet.example/secret', 'ABC123', now(), p.id,
      p.id, now(), now(), ''
    from people p where p.email = 'staff@portal.example' returning id::int`;
  const id = event?.id ?? 0;
  const [ticket] = await sql<{ id: number }[]>`
    insert into ticket_types (event_id, position, name, place, capacity, admission)
    values (${id}, 1, '一般', ${place}, ${capacity}, 'first-come') returning id::int`;
  for (const [index, { kind, label, choices = [], required = false }] of questions.entries()) {
    await sql`insert into event_questions (event_id, position, kind, label, choices, is_required)
      values (${id}, ${index + 1}, ${kind}, ${label}, ${choices}, ${required})`;
  }
  return { id, path: `/events/${id}`, ticketId: ticket?.id ?? 0 };
}
