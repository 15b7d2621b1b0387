import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";

/** What speaks for another term of a credential: since when it counts, and what has come together. */
export type RenewalEvidence = {
  since: Date;
  /** Passed attempt of the renewal exam, if there is one that no other term was given for. */
  attemptId: number | null;
  /** Answers accepted or verified again, each once; nothing from one's own company. */
  answers: number;
};

/**
 * Evidence gathered since the current term began. A renewal exam counts from the day on which the
 * term can be renewed, answers throughout the term.
 */
export async function findRenewalEvidence(
  db: DbOrTx,
  {
    credential,
    renewalExamId,
    examSince,
    now,
  }: {
    credential: { id: number; personId: number; issuedAt: Date };
    renewalExamId: number | null;
    examSince: Date;
    now: Date;
  },
): Promise<RenewalEvidence> {
  const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;
  const since = sql`coalesce(
    (select max(r.at) from credential_renewals r where r.credential_id = ${credential.id}),
    ${at(credential.issuedAt)})`;
  const [row] = await db.execute<{ since: string; attempt_id: string | null; answers: number }>(sql`
    select ${since} as since,
      (select e.id from exam_attempts e
        where e.exam_id = ${renewalExamId}::bigint and e.person_id = ${credential.personId} and e.passed
          and e.ended_at between ${at(examSince)} and ${at(now)}
          and not exists (select from credential_renewals r where r.attempt_id = e.id)
        order by e.ended_at limit 1) as attempt_id,
      (select count(*)::int from answers a
        join questions q on q.id = a.question_id and q.deleted_at is null and q.state <> 'hidden'
        where a.author_id = ${credential.personId} and a.deleted_at is null
          and q.author_id <> a.author_id
          and q.organisation_id is distinct from a.organisation_id
          and (exists (select from accepted_answers c where c.answer_id = a.id
                and c.accepted_at between ${since} and ${at(now)})
            or exists (select from answer_verifications v where v.answer_id = a.id
                and a.created_at < ${since} and v.verified_at between ${since} and ${at(now)}))) as answers`);
  if (!row) throw new Error("A select without from gives one row");
  return {
    since: new Date(row.since),
    attemptId: row.attempt_id === null ? null : Number(row.attempt_id),
    answers: row.answers,
  };
}
