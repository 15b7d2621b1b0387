import { asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { areaColumns } from "#app/areas/areas.server.ts";
import type { Area } from "#app/areas/areas.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { examAreas, examAttempts, examItems, exams } from "#db/schema/exams.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { type BankState, bankState } from "./exams.ts";
import { countItemsInUse } from "./item-reading.server.ts";

export type Exam = typeof exams.$inferSelect & {
  /** Areas it draws from; none means every area that has items. */
  areas: Area[];
};

/** An exam by its id; for staff. */
export async function findExam(
  db: DbOrTx,
  { examId }: { examId: number },
): Promise<Exam | undefined> {
  const [exam] = await selectExams(db).where(eq(exams.id, examId));
  return exam && withAreas(db, exam);
}

/** An exam by the word in its address. */
export async function findExamBySlug(
  db: DbOrTx,
  { slug }: { slug: string },
): Promise<Exam | undefined> {
  const [exam] = await selectExams(db).where(eq(exams.slug, slug));
  return exam && withAreas(db, exam);
}

function selectExams(db: DbOrTx) {
  return db.select().from(exams).$dynamic();
}

async function withAreas(db: DbOrTx, exam: typeof exams.$inferSelect): Promise<Exam> {
  const areas = await db
    .select(areaColumns)
    .from(examAreas)
    .innerJoin(productAreas, eq(productAreas.id, examAreas.productAreaId))
    .where(eq(examAreas.examId, exam.id))
    .orderBy(asc(productAreas.position), asc(productAreas.id));
  return { ...exam, areas };
}

export type ExamFigures = {
  ended: number;
  passed: number;
  /** Mean share of right answers, from 0 to 1; null before the first attempt has ended. */
  meanShare: number | null;
};

export type StaffExam = Exam & { figures: ExamFigures; bank: BankState };

/** Every exam with its figures and whether the bank suffices, those in use first; for staff. */
export async function listExamsForStaff(db: DbOrTx): Promise<StaffExam[]> {
  const [rows, areas, figures, inUse] = await Promise.all([
    selectExams(db).orderBy(sql`${exams.retiredAt} is not null`, asc(exams.id)),
    db
      .select({ examId: examAreas.examId, area: areaColumns })
      .from(examAreas)
      .innerJoin(productAreas, eq(productAreas.id, examAreas.productAreaId))
      .orderBy(asc(productAreas.position), asc(productAreas.id)),
    listFigures(db),
    countItemsInUse(db),
  ]);
  const areasOf = Map.groupBy(areas, ({ examId }) => examId);
  return rows.map((row) => {
    const exam = { ...row, areas: (areasOf.get(row.id) ?? []).map(({ area }) => area) };
    return withBank(exam, figures, inUse);
  });
}

/** One exam with its figures and whether the bank suffices; for staff. */
export async function findExamForStaff(
  db: DbOrTx,
  { examId }: { examId: number },
): Promise<StaffExam | undefined> {
  const exam = await findExam(db, { examId });
  if (!exam) return undefined;
  const [figures, inUse] = await Promise.all([listFigures(db), countItemsInUse(db)]);
  return withBank(exam, figures, inUse);
}

/** The areas an exam can draw from: those that are offered, and those it has. */
export async function listExamAreas(db: DbOrTx, { areas }: Pick<Exam, "areas">): Promise<Area[]> {
  const ids = areas.map(({ id }) => id);
  return db
    .select(areaColumns)
    .from(productAreas)
    .where(
      or(
        isNull(productAreas.retiredAt),
        ids.length > 0 ? inArray(productAreas.id, ids) : undefined,
      ),
    )
    .orderBy(asc(productAreas.position), asc(productAreas.id));
}

function withBank(
  exam: Exam,
  figures: ReadonlyMap<number, ExamFigures>,
  inUse: ItemsInUse,
): StaffExam {
  return {
    ...exam,
    figures: figures.get(exam.id) ?? { ended: 0, passed: 0, meanShare: null },
    bank: bankState(exam.itemCount, itemsByArea(exam, inUse)),
  };
}

type ItemsInUse = Awaited<ReturnType<typeof countItemsInUse>>;

/** Items in use of each area that an exam draws from, also of those that have none. */
function itemsByArea(exam: Pick<Exam, "locale" | "areas">, inUse: ItemsInUse): Map<number, number> {
  const sameLanguage = inUse.filter(({ locale }) => locale === exam.locale);
  const counts = new Map(sameLanguage.map(({ areaId, count }) => [areaId, count]));
  if (exam.areas.length === 0) return counts;
  return new Map(exam.areas.map(({ id }) => [id, counts.get(id) ?? 0]));
}

async function listFigures(db: DbOrTx): Promise<Map<number, ExamFigures>> {
  const rows = await db
    .select({
      examId: examAttempts.examId,
      ended: sql<number>`count(*)::int`,
      passed: sql<number>`(count(*) filter (where ${examAttempts.passed}))::int`,
      meanShare: sql<number>`avg(${examAttempts.correctCount}::float8 / ${examAttempts.itemCount})`,
    })
    .from(examAttempts)
    .where(sql`${examAttempts.endedAt} is not null`)
    .groupBy(examAttempts.examId);
  return new Map(rows.map(({ examId, ...figures }) => [examId, figures]));
}

export type AreaBalance = {
  area: Area;
  /** Items in use by language. */
  inUse: { ja: number; en: number };
};

/** Items in use of every area that is offered or has some, in the order of the areas; for staff. */
export async function listAreaBalance(db: DbOrTx): Promise<AreaBalance[]> {
  return db
    .select({
      area: areaColumns,
      inUse: {
        ja: sql<number>`(count(${examItems.id}) filter (where ${examItems.locale} = 'ja'))::int`,
        en: sql<number>`(count(${examItems.id}) filter (where ${examItems.locale} = 'en'))::int`,
      },
    })
    .from(productAreas)
    .leftJoin(
      examItems,
      sql`${examItems.productAreaId} = ${productAreas.id} and ${examItems.retiredAt} is null`,
    )
    .groupBy(productAreas.id)
    .having(sql`${productAreas.retiredAt} is null or count(${examItems.id}) > 0`)
    .orderBy(asc(productAreas.position), asc(productAreas.id));
}
