import { productAreas as areas, organisations as companies } from "#db/seed/content/index.ts";
import type { Sql } from "./fill.ts";
import { SIZES } from "./sizes.ts";
import { nameParts } from "./texts.ts";

/** Product areas, organisations with domains and leads, people with skills and sessions. */
export async function fillPeople(sql: Sql): Promise<void> {
  await sql`
    insert into product_areas (slug, name_ja, name_en, position, created_at)
    select a.slug, a.ja, a.en, a.position, now() - interval '2 years'
    from unnest(
      ${areas.map(({ slug }) => slug)}::text[],
      ${areas.map(({ nameJa }) => nameJa)}::text[],
      ${areas.map(({ nameEn }) => nameEn)}::text[]
    ) with ordinality as a (slug, ja, en, position)`;
  await sql`
    insert into organisations
      (name, tier, phase, industry, region, contract_starts_on, contract_ends_on, created_at, updated_at)
    select format('%s %s', names[1 + i % cardinality(names)], i),
      (array['S', '1', '2', '3'])[1 + floor(4 * sqrt(pg_temp.part(i, 1)))::int],
      (array['introduction', 'trial', 'established'])[1 + floor(3 * pg_temp.part(i, 2))::int],
      '製造業', '関東', current_date - 700, current_date + 200,
      now() - interval '700 days', now() - interval '700 days'
    from generate_series(1, ${SIZES.organisations}::int) i,
      (select ${companies.map(({ name }) => name)}::text[] as names) n`;
  await sql`
    insert into organisation_domains (domain, organisation_id, created_at)
    select format('customer-%s.example', id), id, created_at from organisations`;
  await insertPeople(sql);
  await sql`
    insert into organisation_leads (organisation_id, person_id, named_at)
    select organisation_id, min(id), now() - interval '1 year' from people
    where organisation_id is not null group by organisation_id`;
  for (const table of ["person_skills", "area_follows"]) {
    await sql`
      insert into ${sql(table)}
      select p.id, a.id ${table === "area_follows" ? sql`, p.created_at` : sql``}
      from people p join product_areas a on pg_temp.part(p.id * 100 + a.id, 5) < 0.15`;
  }
  await sql`
    insert into sessions (id, user_id, expires_at, ends_at, created_at, last_seen_at, user_agent)
    select encode(sha256(i::text::bytea), 'hex'), 1 + i % ${SIZES.people}::int,
      now() + interval '20 days', now() + interval '60 days', now() - interval '10 days', now(),
      'Mozilla/5.0'
    from generate_series(1, 3000) i`;
}

async function insertPeople(sql: Sql): Promise<void> {
  const { family, given } = nameParts();
  await sql`
    insert into people (handle, email, email_verified_at, name, reading, title, bio, role,
      organisation_id, created_at, updated_at)
    select format('person-%s', i), format('person-%s@customer.example', i), joined.at,
      f.name || ' ' || g.name, f.reading || ' ' || g.reading,
      (array['情報システム部', '営業企画', 'マーケティング担当', '店舗運営', ''])[1 + i % 5], '',
      case when i = 1 then 'admin' when i <= ${SIZES.staff}::int then 'staff' else 'member' end,
      case when i > ${SIZES.staff}::int
        then 1 + floor(${SIZES.organisations}::int * pg_temp.part(i, 3) ^ 1.5) end,
      joined.at, joined.at
    from generate_series(1, ${SIZES.people}::int) i
    cross join lateral (select now() - interval '730 days' as at) joined
    join unnest(${family.map((part) => part[0] ?? "")}::text[],
      ${family.map((part) => part[1] ?? "")}::text[]) with ordinality f (name, reading, n)
      on f.n = 1 + i % ${family.length}::int
    join unnest(${given.map((part) => part[0] ?? "")}::text[],
      ${given.map((part) => part[1] ?? "")}::text[]) with ordinality g (name, reading, n)
      on g.n = 1 + (i / ${family.length}::int) % ${given.length}::int
    order by i`;
}
