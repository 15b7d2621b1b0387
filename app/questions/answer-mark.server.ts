import { type SQL, sql } from "drizzle-orm";
import type { AnswerMark } from "./answer-mark.tsx";

/** For the row of a new answer: the highest live credential of its author, if there is one. */
export function highestCredential(personId: number): SQL<number | null> {
  return sql<number | null>`(select c.id from credentials c
    where c.person_id = ${personId} and c.ended_at is null
    order by c.level desc, c.issued_at desc, c.id desc limit 1)`;
}

/** The mark of an answer as it was when answered, in queries over `answers` and other tables. */
export const answerMark = sql<AnswerMark | null>`(
  select json_build_object('level', c.level, 'nameJa', v.name_ja, 'nameEn', v.name_en,
    'isOver', c.ended_at is not null)
  from credentials c join certification_versions v on v.id = c.version_id
  where c.id = answers.credential_id)`;
