import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { questions } from "#db/schema/questions.ts";
import { questionRoutings } from "#db/schema/routing.ts";

const PAGE = 50;

/** Questions for which no helper was found in time (CSの受付), the longest there first. */
export async function listStaffQueue(db: DbOrTx, { cursor }: { cursor?: string | null }) {
  const taker = alias(people, "taker");
  const [since, id] = decodeCursor(cursor, ["number", "number"]) ?? [];
  const rows = await db
    .select({
      id: questions.id,
      title: questions.title,
      locale: questions.locale,
      state: questions.state,
      createdAt: questions.createdAt,
      queuedAt: questionRoutings.stepSince,
      area: {
        slug: productAreas.slug,
        nameJa: productAreas.nameJa,
        nameEn: productAreas.nameEn,
      },
      asker: { handle: people.handle, name: people.name },
      organisation: { id: organisations.id, name: organisations.name, tier: organisations.tier },
      taker: taker.name,
      takerId: taker.id,
    })
    .from(questionRoutings)
    .innerJoin(questions, eq(questions.id, questionRoutings.questionId))
    .innerJoin(productAreas, eq(productAreas.id, questions.productAreaId))
    .innerJoin(people, eq(people.id, questions.authorId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(taker, eq(taker.id, questionRoutings.takenBy))
    .where(
      and(
        eq(questionRoutings.step, "staff"),
        isNull(questions.deletedAt),
        since === undefined
          ? undefined
          : sql`(${questionRoutings.stepSince}, ${questions.id}) > (to_timestamp(${since}::float8 / 1000), ${id}::bigint)`,
      ),
    )
    .orderBy(asc(questionRoutings.stepSince), asc(questions.id))
    .limit(PAGE + 1);
  return pageOf(rows, PAGE, (last) => [last.queuedAt.getTime(), last.id]);
}
