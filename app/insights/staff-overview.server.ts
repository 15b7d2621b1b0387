import { and, asc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { applications } from "#db/schema/applications.ts";
import { invitations } from "#db/schema/auth.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { questions } from "#db/schema/questions.ts";

/** Where counting stops: beyond it a screen says "or more". */
export const COUNT_LIMIT = 1_000;

/** How long a question may be without an answer before staff must look at it. */
const PATIENCE = DAY;

export type StaffCounts = {
  unanswered: number;
  applications: number;
  organisations: number;
  invitations: number;
  suspended: number;
};

/** What the first page of the workspace counts, in one round trip, each up to `COUNT_LIMIT`. */
export async function countForStaff(db: DbOrTx, { now }: { now: Date }): Promise<StaffCounts> {
  const counted = (rows: SQL) => sql`(select count(*)::int from (${rows} limit ${COUNT_LIMIT}) t)`;
  const openInvitation = and(
    isNull(invitations.acceptedAt),
    isNull(invitations.withdrawnAt),
    gt(invitations.expiresAt, now),
  );
  const [row] = await db.execute<StaffCounts>(sql`select
    ${counted(sql`select 1 from ${questions} where ${isWaiting(now)}`)} as unanswered,
    ${counted(sql`select 1 from ${applications} where ${inArray(applications.state, ["submitted", "in-review"])}`)} as applications,
    ${counted(sql`select 1 from ${organisations}`)} as organisations,
    ${counted(sql`select 1 from ${invitations} where ${openInvitation}`)} as invitations,
    ${counted(sql`select 1 from ${suspensions} where ${isNull(suspensions.liftedAt)}`)} as suspended`);
  if (!row) throw new Error("Nothing counted");
  return row;
}

/** Open, without an answer, and asked longer ago than anyone should wait. */
function isWaiting(now: Date): SQL {
  return and(
    isNull(questions.deletedAt),
    eq(questions.answerCount, 0),
    eq(questions.state, "open"),
    lt(questions.createdAt, after(now, -PATIENCE)),
  ) as SQL;
}

export type WaitingQuestion = {
  id: number;
  title: string;
  createdAt: Date;
  area: { nameJa: string; nameEn: string };
  asker: { handle: string; name: string };
  organisation: { id: number; name: string } | null;
};

/** Questions that wait for a first answer too long, longest first. For staff. */
export async function listWaitingQuestions(
  db: DbOrTx,
  { now, limit, cursor }: { now: Date; limit: number; cursor?: string | null },
): Promise<{ questions: WaitingQuestion[]; next?: string }> {
  const from = decodeCursor(cursor, ["number", "number"]);
  const askedAt = new Date(Number(from?.[0]));
  const rows = await db
    .select({
      id: questions.id,
      title: questions.title,
      createdAt: questions.createdAt,
      area: { nameJa: productAreas.nameJa, nameEn: productAreas.nameEn },
      asker: { handle: people.handle, name: people.name },
      organisation: { id: organisations.id, name: organisations.name },
    })
    .from(questions)
    .innerJoin(productAreas, eq(productAreas.id, questions.productAreaId))
    .innerJoin(people, eq(people.id, questions.authorId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        isWaiting(now),
        from &&
          or(
            gt(questions.createdAt, askedAt),
            and(eq(questions.createdAt, askedAt), gt(questions.id, Number(from[1]))),
          ),
      ),
    )
    .orderBy(asc(questions.createdAt), asc(questions.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (last) => [last.createdAt.getTime(), last.id]);
  return { questions: page.rows, next: page.next };
}
