import { type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import type { DumpLink, DumpUser, DumpVote } from "./stackexchange-rows.ts";

/**
 * Temporary tables for what can only be used when other rows are in. They keep the memory of the
 * import flat, and tags wait here so that their unique names are locked for a moment only.
 */
const TABLES = {
  import_users: "external_id text primary key, name text, about_html text, created_at timestamptz",
  import_votes: "post_id text primary key, helpful int not null, accepted_at timestamptz",
  import_tags: "question_id bigint not null, name text not null",
  import_acceptances: "question_id text primary key, answer_id text not null",
  import_closures: "question_id bigint primary key, closed_at timestamptz not null",
  import_links:
    "id bigint primary key, post_id text not null, related_post_id text not null, created_at timestamptz not null",
  import_duplicates:
    "question_id bigint primary key, canonical_id bigint not null, marked_at timestamptz not null",
  import_touched: "question_id bigint primary key",
};

export async function createStaging(tx: DbOrTx): Promise<void> {
  for (const [name, columns] of Object.entries(TABLES)) {
    await tx.execute(sql.raw(`create temporary table ${name} (${columns}) on commit drop`));
  }
}

/** Lets the planner know what the tables hold, before they are joined. */
export async function analyzeStaging(tx: DbOrTx): Promise<void> {
  for (const name of Object.keys(TABLES)) await tx.execute(sql.raw(`analyze ${name}`));
}

export async function dropStaging(tx: DbOrTx): Promise<void> {
  await tx.execute(sql.raw(`drop table ${Object.keys(TABLES).join(", ")}`));
}

export async function stageUsers(tx: DbOrTx, users: DumpUser[]): Promise<void> {
  await tx.execute(sql`
    insert into import_users
    select "id", "name", "aboutHtml", "createdAt"
    from jsonb_to_recordset(${asJson(users)})
      as r ("id" text, "name" text, "aboutHtml" text, "createdAt" timestamptz)
    on conflict do nothing`);
}

export async function stageVotes(tx: DbOrTx, votes: DumpVote[]): Promise<void> {
  await tx.execute(sql`
    insert into import_votes
    select "postId", count(*) filter (where "kind" = 'helpful'), max("at") filter (where "kind" = 'accepted')
    from jsonb_to_recordset(${asJson(votes)}) as r ("postId" text, "kind" text, "at" timestamptz)
    group by "postId"
    on conflict (post_id) do update set
      helpful = import_votes.helpful + excluded.helpful,
      accepted_at = greatest(import_votes.accepted_at, excluded.accepted_at)`);
}

export async function stageLinks(tx: DbOrTx, links: DumpLink[]): Promise<void> {
  await tx.execute(sql`
    insert into import_links
    select "id", "postId", "relatedPostId", "createdAt"
    from jsonb_to_recordset(${asJson(links)})
      as r ("id" bigint, "postId" text, "relatedPostId" text, "createdAt" timestamptz)
    on conflict do nothing`);
}

export type StagedQuestion = {
  /** Number in the dump. */
  externalId: string;
  acceptedAnswerId: string | undefined;
  /** Only for questions that are new. */
  added?: { questionId: number; tags: string[]; closedAt: Date | undefined };
};

/** Keeps of questions what follows when all answers are in. */
export async function stageQuestions(tx: DbOrTx, staged: StagedQuestion[]): Promise<void> {
  const tags: { id: number; name: string }[] = [];
  const closures: { id: number; at: Date }[] = [];
  for (const { added } of staged) {
    if (!added) continue;
    tags.push(...added.tags.map((name) => ({ id: added.questionId, name })));
    if (added.closedAt) closures.push({ id: added.questionId, at: added.closedAt });
  }
  const acceptances = staged.filter(({ acceptedAnswerId }) => acceptedAnswerId !== undefined);
  await tx.execute(sql`
    with tag as (
      insert into import_tags
      select r.id, r.name from jsonb_to_recordset(${asJson(tags)}) as r (id bigint, name text)
    ), closure as (
      insert into import_closures
      select r.id, r.at from jsonb_to_recordset(${asJson(closures)}) as r (id bigint, at timestamptz)
    )
    insert into import_acceptances
    select "externalId", "acceptedAnswerId"
    from jsonb_to_recordset(${asJson(acceptances)}) as r ("externalId" text, "acceptedAnswerId" text)
    on conflict do nothing`);
}

/** Up-votes by post, from Votes.xml. */
export async function findStagedVotes(tx: DbOrTx, postIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.execute<{ post_id: string; helpful: number }>(
    sql`select post_id, helpful from import_votes where post_id = any(${sql.param(postIds)}::text[])`,
  );
  return new Map(rows.map((row) => [row.post_id, row.helpful]));
}

export type StagedUser = { name: string; aboutHtml: string; createdAt: Date };

export async function findStagedUsers(tx: DbOrTx, ids: string[]): Promise<Map<string, StagedUser>> {
  const rows = await tx.execute<{
    external_id: string;
    name: string;
    about_html: string;
    created_at: string;
  }>(sql`select * from import_users where external_id = any(${sql.param(ids)}::text[])`);
  return new Map(
    rows.map((row) => [
      row.external_id,
      { name: row.name, aboutHtml: row.about_html, createdAt: new Date(row.created_at) },
    ]),
  );
}

/** Rows as one parameter for `jsonb_to_recordset`, whatever their number. */
function asJson(rows: object[]): SQL {
  return sql`${JSON.stringify(rows)}::text::jsonb`;
}
