import { randomInt, randomUUID } from "node:crypto";
import { findPerson } from "./log-in.ts";
import type { Portal } from "./portal.ts";

/** A credential of a demo account, issued yesterday: its public id. Of a certification of its own. */
export async function issueTo(portal: Portal, who: string): Promise<string> {
  const { sql } = portal;
  const { id } = await findPerson(portal, who);
  const name = `e2e-${randomUUID().slice(0, 8)}`;
  const [made] = await sql<{ publicId: string }[]>`
    with c as (
      insert into certifications (slug, level, created_by, created_at)
      values (${name}, 2, ${id}, now()) returning id),
    v as (
      insert into certification_versions (certification_id, number, name_ja, name_en, summary_ja,
        summary_en, created_by, created_at, published_by, published_at)
      select id, 1, '認定アドバイザー', 'Certified advisor', '困りごとを一緒に解決できます。',
        'Solves problems together with others.', ${id}, now(), ${id}, now() from c
      returning id, certification_id),
    r as (
      insert into certification_requirements (version_id, kind, threshold, within_months)
      select id, 'accepted-answers', 5, 12 from v)
    insert into credentials (public_id, number, certification_id, version_id, level, person_id,
      issued_at, expires_at, lapses_at, status_index)
    select ${randomUUID()}, ${name.toUpperCase()}, certification_id, id, 2, ${id},
      now() - interval '1 day', now() + interval '364 days', now() + interval '394 days',
      ${randomInt(131_072)} from v
    returning public_id as "publicId"`;
  if (!made) throw new Error("The credential was not issued");
  return made.publicId;
}
