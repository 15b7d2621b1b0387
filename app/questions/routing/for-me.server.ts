import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { personSummary, toPersonSummary } from "#app/people/person-summary.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { questions } from "#db/schema/questions.ts";
import { questionRoutings, routingOffers } from "#db/schema/routing.ts";
import { visibleQuestions } from "../visibility.server.ts";
import { OPEN_OFFERS } from "./offers.server.ts";

/** Questions offered to the viewer or taken by them, the one that moves on first at the top. */
export async function listForMe(db: DbOrTx, { viewer }: { viewer: Viewer }) {
  const rows = await db
    .select({
      id: questions.id,
      title: questions.title,
      locale: questions.locale,
      state: questions.state,
      createdAt: questions.createdAt,
      excerpt: sql<string>`left(${questions.bodyText}, 160)`,
      area: {
        slug: productAreas.slug,
        nameJa: productAreas.nameJa,
        nameEn: productAreas.nameEn,
      },
      author: personSummary,
      offer: routingOffers.state,
      step: questionRoutings.step,
      nextAt: questionRoutings.nextAt,
    })
    .from(routingOffers)
    .innerJoin(questions, eq(questions.id, routingOffers.questionId))
    .innerJoin(questionRoutings, eq(questionRoutings.questionId, questions.id))
    .innerJoin(productAreas, eq(productAreas.id, questions.productAreaId))
    .innerJoin(people, eq(people.id, questions.authorId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        eq(routingOffers.personId, viewer.id),
        inArray(routingOffers.state, OPEN_OFFERS),
        visibleQuestions(viewer),
      ),
    )
    .orderBy(
      sql`${questionRoutings.nextAt} nulls last`,
      asc(routingOffers.offeredAt),
      asc(questions.id),
    )
    .limit(100);
  return rows.map((row) => ({ ...row, author: toPersonSummary(row.author) }));
}
