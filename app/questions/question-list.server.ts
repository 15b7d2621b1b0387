import { type AnyColumn, and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { MaybeViewer, Viewer } from "#app/auth/viewer.ts";
import { personSummary, toPersonSummary } from "#app/people/person-summary.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { questions } from "#db/schema/questions.ts";
import { type Cursor, type ListSort, PAGE_SIZE, type QuestionFilter } from "./question-list.ts";
import { searchTerms, tsqueryText } from "./search-terms.ts";
import { visibleQuestions } from "./visibility.server.ts";

const sortColumns = {
  newest: questions.createdAt,
  active: questions.lastActivityAt,
  helpful: questions.helpfulCount,
} as const;

/** One page of questions and where the next one starts. */
export async function listQuestions(
  db: DbOrTx,
  { viewer, filter }: { viewer: MaybeViewer; filter: QuestionFilter },
) {
  const rows = await listRows(db, {
    where: and(visibleQuestions(viewer), ...conditions(filter, viewer), afterCursor(filter)),
    orderBy: sortColumns[filter.sort],
    limit: PAGE_SIZE + 1,
  });
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  const next: Cursor | undefined =
    rows.length > PAGE_SIZE && last
      ? { value: sortValue(last, filter.sort), id: last.id }
      : undefined;
  return { questions: page, next };
}

export type ListedQuestion = ReturnType<typeof toListed>;

function conditions(filter: QuestionFilter, viewer: MaybeViewer): (SQL | undefined)[] {
  const byState: Record<NonNullable<QuestionFilter["state"]>, SQL> = {
    open: inArray(questions.state, ["open", "answered", "needs-info"]),
    // Word for word the condition of its index.
    unanswered: sql`${questions.answerCount} = 0 and ${questions.state} in ('open', 'needs-info')`,
    solved: eq(questions.state, "solved"),
    "needs-info": eq(questions.state, "needs-info"),
  };
  return [
    filter.state && byState[filter.state],
    filter.mine ? eq(questions.authorId, viewer?.id ?? 0) : undefined,
    filter.watching
      ? sql`exists (select from question_watches w where w.question_id = ${questions.id} and w.person_id = ${viewer?.id ?? 0} and w.unwatched_at is null)`
      : undefined,
    filter.area
      ? sql`${questions.productAreaId} = (select a.id from product_areas a where a.slug = ${filter.area})`
      : undefined,
    filter.tag
      ? sql`${questions.id} in (select qt.question_id from question_tags qt join tags t on t.id = qt.tag_id where t.name = ${filter.tag})`
      : undefined,
  ];
}

function afterCursor({ after, sort }: QuestionFilter): SQL | undefined {
  if (!after) return undefined;
  const value =
    sort === "helpful"
      ? sql`${after.value}::bigint`
      : sql`${new Date(after.value).toISOString()}::timestamptz`;
  return sql`(${sortColumns[sort]}, ${questions.id}) < (${value}, ${after.id})`;
}

function sortValue(question: ListedQuestion, sort: ListSort): number {
  if (sort === "helpful") return question.helpfulCount;
  return (sort === "active" ? question.lastActivityAt : question.createdAt).getTime();
}

function selectRows(db: DbOrTx) {
  return db
    .select({
      id: questions.id,
      title: questions.title,
      excerpt: sql<string>`left(${questions.bodyText}, 140)`,
      locale: questions.locale,
      state: questions.state,
      scope: questions.scope,
      answerCount: questions.answerCount,
      helpfulCount: questions.helpfulCount,
      createdAt: questions.createdAt,
      lastActivityAt: questions.lastActivityAt,
      area: {
        slug: productAreas.slug,
        nameJa: productAreas.nameJa,
        nameEn: productAreas.nameEn,
      },
      tags: sql<
        string[]
      >`array(select t.name from question_tags qt join tags t on t.id = qt.tag_id where qt.question_id = ${questions.id} order by t.name)`,
      author: personSummary,
    })
    .from(questions)
    .innerJoin(productAreas, eq(productAreas.id, questions.productAreaId))
    .innerJoin(people, eq(people.id, questions.authorId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectRows>>[number];

function toListed(row: Row) {
  return { ...row, author: toPersonSummary(row.author) };
}

/**
 * The rows of the first questions in an order, the highest first. They are chosen before anything
 * is joined to them, so that the work does not depend on how many others would fit.
 */
async function listRows(
  db: DbOrTx,
  { where, orderBy, limit }: { where: SQL | undefined; orderBy: AnyColumn | SQL; limit: number },
) {
  const order = [desc(orderBy), desc(questions.id)];
  const chosen = db
    .select({ id: questions.id })
    .from(questions)
    .where(where)
    .orderBy(...order)
    .limit(limit);
  const rows = await selectRows(db)
    .where(inArray(questions.id, chosen))
    .orderBy(...order);
  return rows.map(toListed);
}

/** Questions that hold every word of `words`, best match first; at most `limit`. */
export async function searchQuestions(
  db: DbOrTx,
  { viewer, words, limit = PAGE_SIZE }: { viewer: MaybeViewer; words: string; limit?: number },
) {
  const terms = searchTerms(words.slice(0, 200));
  if (terms.length === 0) return [];
  const query = sql`${tsqueryText(terms, "&")}::tsquery`;
  return listRows(db, {
    where: and(visibleQuestions(viewer), sql`${questions.searchVector} @@ ${query}`),
    orderBy: sql`ts_rank(${questions.searchVector}, ${query})`,
    limit,
  });
}

/** What waits for a member on the home page: their unsolved questions, unanswered ones they could help with. */
export async function listForMember(db: DbOrTx, { viewer }: { viewer: Viewer }) {
  const [mine, inMyAreas] = await Promise.all([
    listRows(db, {
      where: and(
        visibleQuestions(viewer),
        eq(questions.authorId, viewer.id),
        inArray(questions.state, ["open", "answered", "needs-info"]),
      ),
      orderBy: questions.createdAt,
      limit: 5,
    }),
    listRows(db, {
      where: and(
        visibleQuestions(viewer),
        eq(questions.state, "open"),
        sql`${questions.authorId} <> ${viewer.id}`,
        sql`${questions.productAreaId} in (
            select s.product_area_id from person_skills s where s.person_id = ${viewer.id}
            union select f.product_area_id from area_follows f where f.person_id = ${viewer.id})`,
      ),
      orderBy: questions.createdAt,
      limit: 5,
    }),
  ]);
  return { mine, inMyAreas };
}

/** The questions solved last, for whoever looks in from outside. */
export async function listRecentlySolved(
  db: DbOrTx,
  { viewer, limit }: { viewer: MaybeViewer; limit: number },
) {
  return listRows(db, {
    where: and(visibleQuestions(viewer), eq(questions.state, "solved")),
    orderBy: questions.lastActivityAt,
    limit,
  });
}

/** Questions a person asked that the viewer may see, newest first. */
export async function listQuestionsOf(
  db: DbOrTx,
  { viewer, personId, limit }: { viewer: MaybeViewer; personId: number; limit: number },
) {
  return listRows(db, {
    where: and(visibleQuestions(viewer), eq(questions.authorId, personId)),
    orderBy: questions.createdAt,
    limit,
  });
}

/** Whether the viewer follows an area or a tag that the list is narrowed to. */
export async function findFollows(
  db: DbOrTx,
  { viewer, area, tag }: { viewer: Viewer; area?: string; tag?: string },
): Promise<{ area: boolean; tag: boolean }> {
  if (!area && !tag) return { area: false, tag: false };
  const [row] = await db
    .select({
      area: sql<boolean>`exists (select from area_follows f join product_areas a on a.id = f.product_area_id where f.person_id = ${viewer.id} and a.slug = ${area ?? ""})`,
      tag: sql<boolean>`exists (select from tag_follows f join tags t on t.id = f.tag_id where f.person_id = ${viewer.id} and t.name = ${tag ?? ""})`,
    })
    .from(people)
    .where(eq(people.id, viewer.id));
  return row ?? { area: false, tag: false };
}

/** The newest public questions, whole, for the feed. */
export async function listPublicQuestions(db: DbOrTx, { limit }: { limit: number }) {
  return db
    .select({
      id: questions.id,
      title: questions.title,
      bodyHtml: questions.bodyHtml,
      createdAt: questions.createdAt,
      editedAt: questions.editedAt,
      authorName: people.name,
    })
    .from(questions)
    .innerJoin(people, eq(people.id, questions.authorId))
    .where(visibleQuestions(undefined))
    .orderBy(desc(questions.createdAt), desc(questions.id))
    .limit(limit);
}

/** Addresses of public questions for the site map, the latest active first. */
export async function listPublicAddresses(db: DbOrTx, { limit }: { limit: number }) {
  return db
    .select({ id: questions.id, lastActivityAt: questions.lastActivityAt })
    .from(questions)
    .where(visibleQuestions(undefined))
    .orderBy(desc(questions.lastActivityAt), desc(questions.id))
    .limit(limit);
}
