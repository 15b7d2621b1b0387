import { randomUUID } from "node:crypto";
import { hashSecret } from "#app/auth/secrets.server.ts";
import { findAfterwardsPlaces } from "./afterwards-event-pages.ts";
import { findCertificationPlaces } from "./certification-pages.ts";
import { issueTo } from "./credential.ts";
import { findDoorPlaces } from "./door-event-pages.ts";
import { findExamPlaces } from "./exams.ts";
import { findGuestPlaces } from "./guests-event-pages.ts";
import { findListingPlaces } from "./listing-event-pages.ts";
import { findPerson } from "./log-in.ts";
import { findOrganisingPlaces } from "./organising-event-pages.ts";
import { findPairPlaces } from "./pair-session-pages.ts";
import type { Portal } from "./portal.ts";

/** Things in the demo community, and links by mail, that addresses of pages name. */
export type Places = Awaited<ReturnType<typeof findPlaces>>;

/** Somebody with a second factor, for the pages that only they see. */
export const SECURED = "mizutani-keisuke";

export async function findPlaces(portal: Portal) {
  const { sql } = portal;
  const member = await findPerson(portal, "member");
  const lead = await findPerson(portal, "lead");
  const supporter = await findPerson(portal, "supporter");
  const number = async (query: PromiseLike<Record<string, unknown>[]>): Promise<number> => {
    const [row] = await query;
    if (!row) throw new Error("The demo community lacks something that a page shows");
    return Number(row.id);
  };
  const [own] = await sql<{ id: number; domain: string }[]>`
    select o.id::int, d.domain from organisations o join organisation_domains d on d.organisation_id = o.id
    where o.id = (select organisation_id from people where id = ${member.id})`;
  const secret = async (purpose: string, email: string, personId: number | null) => {
    const made = randomUUID();
    await sql`insert into tokens (purpose, hash, person_id, email, data, created_at, expires_at)
      values (${purpose}, ${hashSecret(made)}, ${personId}, ${email}, '{}', now(), now() + interval '1 hour')`;
    return made;
  };
  const invitation = randomUUID();
  const invited = `${invitation.slice(0, 8)}@invited.example`;
  await sql`insert into invitations
      (hash, email, organisation_id, message, invited_by, created_at, expires_at)
    values (${hashSecret(invitation)}, ${invited}, ${own?.id ?? 0}, 'お待ちしています。', ${lead.id},
      now(), now() + interval '1 day')`;
  const unsubscribing = randomUUID();
  await sql`insert into unsubscribe_links (hash, person_id, target, created_at)
    values (${hashSecret(unsubscribing)}, ${member.id}, 'commented', now())`;
  const secured = await findPerson(portal, SECURED);
  await sql`insert into totp_enrolments (person_id, secret, created_at, confirmed_at)
    values (${secured.id}, 'JBSWY3DPEHPK3PXP', now(), now()) on conflict do nothing`;
  return {
    listing: await findListingPlaces(portal),
    organising: await findOrganisingPlaces(portal),
    afterwards: await findAfterwardsPlaces(portal),
    guests: await findGuestPlaces(portal),
    doors: await findDoorPlaces(portal),
    member,
    secured,
    organisation: own?.id ?? 0,
    /** Addresses as they stand in the database, `/questions/1`. */
    solved: await number(sql`select id from questions where state = 'solved' and scope = 'public'
      and answer_count > 1 order by id limit 1`),
    unanswered: await number(sql`select id from questions where state = 'open' and answer_count = 0
      and author_id <> ${member.id} order by id limit 1`),
    closed: await number(sql`select id from questions where state = 'closed' order by id limit 1`),
    duplicate: await number(
      sql`select id from questions where state = 'duplicate' order by id limit 1`,
    ),
    edited: await number(
      sql`select id from answers where edited_at is not null order by id limit 1`,
    ),
    answer: await number(sql`select id from answers order by id limit 1`),
    comment: await number(sql`select id from comments order by id limit 1`),
    offered: await number(sql`select question_id as id from routing_offers
      where person_id = ${supporter.id} and state in ('offered', 'taken') order by id limit 1`),
    unsubscribing,
    exams: await findExamPlaces(portal),
    programme: await findCertificationPlaces(portal),
    credential: await issueTo(portal, "supporter"),
    pair: await findPairPlaces(portal),
    area: await number(sql`select id from product_areas order by id limit 1`),
    ring: await number(sql`insert into voting_rings
        (first_id, second_id, first_votes, first_given, second_votes, second_given, found_at)
      values (${Math.min(member.id, lead.id)}, ${Math.max(member.id, lead.id)}, 6, 8, 5, 9, now())
      on conflict (first_id, second_id) where dismissed_at is null
        do update set found_at = excluded.found_at
      returning id`),
    signup: await secret("signup", `${randomUUID().slice(0, 8)}@${own?.domain}`, null),
    reset: await secret("reset-password", member.email, member.id),
    newAddress: await secret("change-email", `neu-${member.email}`, member.id),
    invitation,
    mail: await number(sql`insert into outgoing_mails
        (message_id, kind, to_address, locale, params, subject, html, text, created_at)
      values (${`<${invitation}@portal.example>`}, 'signup', ${invited}, 'ja', '{}', '登録のご案内',
        '<html lang="ja"><title>登録のご案内</title><body><main><h1>登録のご案内</h1></main></body></html>',
        '登録のご案内', now())
      returning id`),
  };
}
