import { newCode } from "#app/events/admission/codes.server.ts";
import { findPerson, type Person } from "./log-in.ts";
import { type Meeting, makeMeeting } from "./meetings.ts";
import type { Portal } from "./portal.ts";

type State = "applied" | "confirmed" | "waitlisted";

export type Gathering = Meeting & {
  registrations: Record<string, Person & { registrationId: number }>;
};

/** An event in two weeks whose ticket takes approval, with guests in the order given. */
export async function makeGathering(
  portal: Portal,
  {
    title,
    capacity = 2,
    guests,
  }: {
    title: string;
    capacity?: number;
    /** Handles, or names of demo accounts. */
    guests: Record<string, State>;
  },
): Promise<Gathering> {
  const { sql } = portal;
  const question = { kind: "text" as const, label: "聞きたいこと" };
  const meeting = await makeMeeting(portal, { title, capacity, questions: [question] });
  const { id, ticketId } = meeting;
  await sql`update ticket_types set admission = 'approval', last_queue_number = 100
    where id = ${ticketId}`;
  const registrations: Gathering["registrations"] = {};
  for (const [index, [who, state]] of Object.entries(guests).entries()) {
    const person = await findPerson(portal, who);
    const [row] = await sql<{ id: number }[]>`
      insert into registrations (event_id, ticket_type_id, person_id, organisation_id, applied_by,
        applied_at, state, queue_number, confirmed_at, code)
      select ${id}, ${ticketId}, id, organisation_id, id, now() + ${index} * interval '1 second',
        ${state}, ${state === "waitlisted" ? index + 1 : null},
        ${state === "confirmed" ? sql`now()` : null}, ${newCode()}
      from people where id = ${person.id} returning id::int`;
    await sql`insert into registration_answers (registration_id, question_id, answer)
      select ${row?.id ?? 0}, id, ${`${person.name}の質問です。`} from event_questions where event_id = ${id}`;
    registrations[who] = { ...person, registrationId: row?.id ?? 0 };
  }
  return { ...meeting, registrations };
}
