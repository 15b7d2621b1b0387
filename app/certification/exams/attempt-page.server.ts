import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { areaColumns } from "#app/areas/areas.server.ts";
import type { Area } from "#app/areas/areas.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import {
  examAttemptItems,
  examAttempts,
  examItemOptions,
  examItems,
  exams,
} from "#db/schema/exams.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import type { AttemptEnding, ExamItemKind, Locale } from "#db/vocabulary.ts";
import { endIfDue, lockOwnAttempt } from "./attempt-ending.server.ts";

/** An attempt as its owner sees it. */
export type OwnAttempt = {
  id: number;
  number: number;
  exam: { id: number; slug: string; nameJa: string; nameEn: string; locale: Locale };
  startedAt: Date;
  deadlineAt: Date;
  endedAt: Date | null;
  ending: AttemptEnding | null;
  correctCount: number | null;
  itemCount: number;
  passPercent: number;
  passed: boolean | null;
};

/**
 * Somebody's own attempt; undefined for anybody else's. Whoever looks after the deadline finds it
 * ended and graded.
 */
export async function findOwnAttempt(
  db: Db,
  { personId, attemptId, now }: { personId: number; attemptId: number; now: Date },
): Promise<OwnAttempt | undefined> {
  const found = await readOwnAttempt(db, { personId, attemptId });
  if (!found || found.endedAt || now < found.deadlineAt) return found;
  await db.transaction(async (tx) => {
    const attempt = await lockOwnAttempt(tx, { attemptId, personId });
    if (attempt) await endIfDue(tx, attempt, now);
  });
  return readOwnAttempt(db, { personId, attemptId });
}

async function readOwnAttempt(
  db: DbOrTx,
  { personId, attemptId }: { personId: number; attemptId: number },
): Promise<OwnAttempt | undefined> {
  const [row] = await db
    .select({
      id: examAttempts.id,
      number: examAttempts.number,
      exam: {
        id: exams.id,
        slug: exams.slug,
        nameJa: exams.nameJa,
        nameEn: exams.nameEn,
        locale: exams.locale,
      },
      startedAt: examAttempts.startedAt,
      deadlineAt: examAttempts.deadlineAt,
      endedAt: examAttempts.endedAt,
      ending: examAttempts.ending,
      correctCount: examAttempts.correctCount,
      itemCount: examAttempts.itemCount,
      passPercent: examAttempts.passPercent,
      passed: examAttempts.passed,
    })
    .from(examAttempts)
    .innerJoin(exams, eq(exams.id, examAttempts.examId))
    .where(and(eq(examAttempts.id, attemptId), eq(examAttempts.personId, personId)));
  return row;
}

/** How far one is with each question of an attempt. */
export type ItemProgress = { position: number; answered: boolean; marked: boolean };

export async function listProgress(
  db: DbOrTx,
  { attemptId }: { attemptId: number },
): Promise<ItemProgress[]> {
  return db
    .select({
      position: examAttemptItems.position,
      answered: sql<boolean>`${examAttemptItems.answer} is not null`,
      marked: sql<boolean>`${examAttemptItems.markedAt} is not null`,
    })
    .from(examAttemptItems)
    .where(eq(examAttemptItems.attemptId, attemptId))
    .orderBy(asc(examAttemptItems.position));
}

/** A question as it is put to those who sit an exam: nothing in it tells what is right. */
export type ShownQuestion = {
  kind: ExamItemKind;
  locale: Locale;
  stemHtml: string;
  /** In the order shown. */
  options: { id: number; html: string }[];
};

export type SatQuestion = ShownQuestion & {
  position: number;
  answer: number[] | null;
  revision: number;
  marked: boolean;
};

/** One question of an attempt that is under way, for its owner. */
export async function findQuestion(
  db: DbOrTx,
  { attemptId, position }: { attemptId: number; position: number },
): Promise<SatQuestion | undefined> {
  const [row] = await db
    .select({
      position: examAttemptItems.position,
      kind: examItems.kind,
      locale: examItems.locale,
      stemHtml: examItems.stemHtml,
      optionIds: examAttemptItems.optionIds,
      answer: examAttemptItems.answer,
      revision: examAttemptItems.revision,
      marked: sql<boolean>`${examAttemptItems.markedAt} is not null`,
    })
    .from(examAttemptItems)
    .innerJoin(examAttempts, eq(examAttempts.id, examAttemptItems.attemptId))
    .innerJoin(examItems, eq(examItems.id, examAttemptItems.itemId))
    .where(
      and(
        eq(examAttemptItems.attemptId, attemptId),
        eq(examAttemptItems.position, position),
        isNull(examAttempts.endedAt),
      ),
    );
  if (!row) return undefined;
  const { optionIds, ...question } = row;
  const options = await db
    .select({ id: examItemOptions.id, html: examItemOptions.textHtml })
    .from(examItemOptions)
    .where(inArray(examItemOptions.id, optionIds));
  const byId = new Map(options.map((option) => [option.id, option]));
  return { ...question, options: optionIds.flatMap((id) => byId.get(id) ?? []) };
}

export type AreaResult = { area: Area; right: number; of: number };

/** Right answers by product area of an attempt that has ended; which questions they were is not told. */
export async function listAreaResults(
  db: DbOrTx,
  { attemptId }: { attemptId: number },
): Promise<AreaResult[]> {
  const rows = await db
    .select({
      area: areaColumns,
      right: sql<number>`(count(*) filter (where ${examAttemptItems.correct}))::int`,
      of: sql<number>`count(*)::int`,
    })
    .from(examAttemptItems)
    .innerJoin(examItems, eq(examItems.id, examAttemptItems.itemId))
    .innerJoin(productAreas, eq(productAreas.id, examItems.productAreaId))
    .where(eq(examAttemptItems.attemptId, attemptId))
    .groupBy(productAreas.id)
    .orderBy(asc(productAreas.position), asc(productAreas.id));
  return rows;
}
