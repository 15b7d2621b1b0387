import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { credentials } from "#db/schema/credentials.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { measurePeople } from "../requirements/measuring.server.ts";
import { isCounted } from "../requirements/requirements.ts";
import type { Version } from "./definition-reading.server.ts";

const BATCH = 500;

/**
 * Who would meet what a version asks today: all that can be counted, whatever is still open of exam
 * and practical. Measures every member, in batches.
 */
export async function listQualifying(
  db: DbOrTx,
  { version, now }: { version: Version; now: Date },
) {
  const { requirements, examId, certificationId } = version;
  const counted = requirements.filter(({ kind }) => isCounted(kind));
  const asksExam = requirements.some(({ kind }) => kind === "exam");
  const members = await db
    .select({ id: people.id })
    .from(people)
    .where(
      and(eq(people.role, "member"), isNotNull(people.email), isNotNull(people.organisationId)),
    )
    .orderBy(asc(people.id));
  const passed = new Map<number, boolean>();
  for (let start = 0; start < members.length; start += BATCH) {
    const personIds = members.slice(start, start + BATCH).map(({ id }) => id);
    const asked = [...counted, ...requirements.filter(({ kind }) => kind === "exam")];
    const measured = await measurePeople(db, { personIds, requirements: asked, examId, now });
    for (const [id, values] of measured) {
      const qualifies = counted.every(({ kind, threshold }) => (values[kind] ?? 0) >= threshold);
      if (qualifies) passed.set(id, (values.exam ?? 0) > 0);
    }
  }
  if (passed.size === 0) return [];
  const rows = await db
    .select({
      id: people.id,
      handle: people.handle,
      name: people.name,
      organisationName: organisations.name,
      holdsIt: sql<boolean>`exists (select from ${credentials} where ${and(
        eq(credentials.personId, people.id),
        eq(credentials.certificationId, certificationId),
        isNull(credentials.endedAt),
      )})`,
    })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(inArray(people.id, [...passed.keys()]))
    .orderBy(asc(people.reading), asc(people.id));
  return rows.map((row) => ({ ...row, exam: asksExam ? (passed.get(row.id) ?? false) : null }));
}
