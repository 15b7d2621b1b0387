import { and, desc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import { listDeeds } from "#app/points/deeds.server.ts";
import { barOf } from "#app/points/points.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { contributions } from "#db/schema/certifications.ts";
import { answers, questions } from "#db/schema/questions.ts";
import { listAttendedEvents } from "./attended-events.server.ts";
import { CONTRIBUTIONS_OF, countsSince, deedsOf, measurePeople } from "./measuring.server.ts";
import type { Evidence, Progress, Requirement } from "./requirements.ts";

const EVIDENCE_SHOWN = 20;

type Of = {
  personId: number;
  requirements: Requirement[];
  examId: number | null;
  /** Works handed in for the practical. */
  works: number;
  now: Date;
};

/** How far a person is with each requirement, with the newest rows behind each figure. */
export async function findProgress(db: DbOrTx, of: Of): Promise<Progress[]> {
  const { personId, requirements, works } = of;
  const values = (await measurePeople(db, { ...of, personIds: [personId] })).get(personId) ?? {};
  return Promise.all(
    requirements.map(async (requirement) => {
      const value = requirement.kind === "practical" ? works : (values[requirement.kind] ?? 0);
      return {
        ...requirement,
        value,
        met: value >= requirement.threshold,
        evidence: await listEvidence(db, requirement, of),
      };
    }),
  );
}

async function listEvidence(
  db: DbOrTx,
  requirement: Requirement,
  { personId, examId, now }: Of,
): Promise<Evidence[]> {
  const { kind } = requirement;
  const since = countsSince(requirement, now);
  switch (kind) {
    case "accepted-answers":
    case "helpful-votes":
      return listAnswerEvidence(db, { personId, kind, since });
    case "events-attended":
      return listAttendedEvents(db, { personId, since, limit: EVIDENCE_SHOWN });
    case "success-presentations":
      return listContributionEvidence(db, { personId, kind, since });
    case "exam":
      return listExamEvidence(db, { personId, examId });
    default:
      return [];
  }
}

async function listAnswerEvidence(
  db: DbOrTx,
  {
    personId,
    kind,
    since,
  }: { personId: number; kind: "accepted-answers" | "helpful-votes"; since: Date },
): Promise<Evidence[]> {
  const deeds = deedsOf(await listDeeds(db, { personIds: [personId] }), kind, since)
    .filter((deed) => !barOf(deed))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, EVIDENCE_SHOWN);
  if (deeds.length === 0) return [];
  const titles = await db
    .select({ answerId: answers.id, title: questions.title })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .where(
      inArray(
        answers.id,
        deeds.map(({ answerId }) => answerId),
      ),
    );
  const titleOf = new Map(titles.map(({ answerId, title }) => [answerId, title]));
  return deeds.map(({ answerId, questionId, at }) => ({
    title: titleOf.get(answerId) ?? "",
    at,
    to: `/questions/${questionId}#answer-${answerId}`,
  }));
}

async function listContributionEvidence(
  db: DbOrTx,
  { personId, kind, since }: { personId: number; kind: keyof typeof CONTRIBUTIONS_OF; since: Date },
): Promise<Evidence[]> {
  const rows = await db
    .select({ title: contributions.title, day: contributions.happenedOn })
    .from(contributions)
    .where(
      and(
        eq(contributions.personId, personId),
        inArray(contributions.kind, [...CONTRIBUTIONS_OF[kind]]),
        isNull(contributions.removedAt),
        gte(contributions.happenedOn, since.toISOString().slice(0, 10)),
      ),
    )
    .orderBy(desc(contributions.happenedOn))
    .limit(EVIDENCE_SHOWN);
  return rows.map(({ title, day }) => ({ title, at: `${day}T00:00:00Z`, to: null }));
}

async function listExamEvidence(
  db: DbOrTx,
  { personId, examId }: { personId: number; examId: number | null },
): Promise<Evidence[]> {
  const rows = await db.execute<{ id: string; name: string; at: string }>(sql`
    select a.id, e.name_ja as name, a.ended_at as at
    from exam_attempts a join exams e on e.id = a.exam_id
    where a.person_id = ${personId} and a.exam_id = ${examId}::bigint and a.passed
    order by a.ended_at desc limit 1`);
  return [...rows].map(({ id, name, at }) => ({
    title: name,
    at: new Date(at),
    to: `/exam-attempts/${id}`,
  }));
}
