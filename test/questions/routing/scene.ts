import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { type people, personSkills } from "#db/schema/people.ts";
import {
  helperAbsences,
  helperSettings,
  questionRoutings,
  routingLog,
  routingOffers,
} from "#db/schema/routing.ts";
import { certify } from "#test/support/certification.ts";
import { createPerson, NOW, viewerOf } from "#test/support/factories.ts";

/** Monday, 1 June 2026, ten o'clock in Tokyo. */
export const MONDAY_TEN = new Date("2026-06-01T01:00:00Z");

type HelperValues = Partial<typeof people.$inferInsert> & {
  cap?: number;
  answersJa?: boolean;
  answersEn?: boolean;
  away?: { from: string; to: string };
  areaIds: number[];
};

/** A member with a live credential. */
export async function createHelper(
  db: DbOrTx,
  { cap, answersJa = true, answersEn = false, away, areaIds, ...values }: HelperValues,
): Promise<Viewer> {
  const person = await createPerson(db, values);
  const personId = person.id;
  await certify(db, person);
  const skills = areaIds.map((productAreaId) => ({ personId, productAreaId }));
  if (skills.length > 0) await db.insert(personSkills).values(skills);
  await db.insert(helperSettings).values({
    personId,
    ...(cap !== undefined && { loadCap: cap }),
    answersJa,
    answersEn,
    updatedAt: NOW,
  });
  if (away) {
    await db
      .insert(helperAbsences)
      .values({ personId, fromDay: away.from, toDay: away.to, createdAt: NOW });
  }
  const organisation = values.organisationId ? { id: values.organisationId, name: "会社" } : null;
  return viewerOf(person, organisation, { isSupporter: true });
}

export async function routingOf(db: DbOrTx, questionId: number) {
  const [row] = await db
    .select()
    .from(questionRoutings)
    .where(eq(questionRoutings.questionId, questionId));
  if (!row) throw new Error("not routed");
  return row;
}

/** Who holds an open offer, and who took it, in the order of their keys. */
export async function holdersOf(db: DbOrTx, questionId: number): Promise<number[]> {
  const rows = await db
    .select({ personId: routingOffers.personId })
    .from(routingOffers)
    .where(
      and(
        eq(routingOffers.questionId, questionId),
        inArray(routingOffers.state, ["offered", "taken"]),
      ),
    )
    .orderBy(asc(routingOffers.personId));
  return rows.map(({ personId }) => personId);
}

export async function logOf(db: DbOrTx, questionId: number) {
  return db
    .select()
    .from(routingLog)
    .where(eq(routingLog.questionId, questionId))
    .orderBy(asc(routingLog.id));
}

export async function kindsOf(db: DbOrTx, questionId: number): Promise<string[]> {
  return (await logOf(db, questionId)).map(({ kind }) => kind);
}

/** How many open offers each person holds. */
export async function loads(db: DbOrTx): Promise<Map<number, number>> {
  const rows = await db.execute<{ id: string; n: number }>(sql`
    select person_id as id, count(*)::int as n from routing_offers
    where state in ('offered', 'taken') group by person_id`);
  return new Map(rows.map(({ id, n }) => [Number(id), n]));
}

export const ids = (viewers: Viewer[]) => viewers.map(({ id }) => id).sort((a, b) => a - b);
