import { and, asc, eq } from "drizzle-orm";
import { createItem } from "#app/certification/exams/item-commands.server.ts";
import type { ItemDraft } from "#app/certification/exams/items.ts";
import { startAttempt } from "#app/certification/exams/starting.server.ts";
import type { Db } from "#db/client.server.ts";
import { applications } from "#db/schema/applications.ts";
import { examAreas, examAttemptItems, examItemOptions, exams } from "#db/schema/exams.ts";
import { createCertification } from "#test/support/certification.ts";
import { createArea, createPerson, NOW } from "#test/support/factories.ts";

type Row<T extends { $inferInsert: object }> = Partial<T["$inferInsert"]>;

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const later = (milliseconds: number, from: Date = NOW) =>
  new Date(from.getTime() + milliseconds);

let serial = 0;

/** An exam of four items in 30 minutes; half of them right passes. */
export async function createTestExam(
  db: Db,
  { areaIds = [], ...values }: Row<typeof exams> & { areaIds?: number[] } = {},
) {
  serial += 1;
  const [exam] = await db
    .insert(exams)
    .values({
      slug: `exam-${serial}`,
      nameJa: `認定試験${serial}`,
      nameEn: `Exam ${serial}`,
      itemCount: 4,
      timeLimitMinutes: 30,
      passPercent: 50,
      coolingOffDays: 7,
      maxAttempts: 3,
      createdAt: NOW,
      updatedAt: NOW,
      ...values,
    })
    .returning();
  if (!exam) throw new Error("no exam");
  const rows = areaIds.map((productAreaId) => ({ examId: exam.id, productAreaId }));
  if (rows.length > 0) await db.insert(examAreas).values(rows);
  return exam;
}

/** A draft of an item; its first option is the right one. */
export function draft(areaId: number, values: Partial<ItemDraft> = {}): ItemDraft {
  serial += 1;
  return {
    areaId,
    kind: "single",
    locale: "ja",
    stem: `**問題${serial}**：正しいものはどれですか。`,
    options: ["甲", "乙", "丙", "丁"].map((text, index) => ({ text, isCorrect: index === 0 })),
    explanation: "",
    ...values,
  };
}

export async function addItem(
  db: Db,
  {
    areaId,
    actorId,
    code,
    ...values
  }: Partial<ItemDraft> & { areaId: number; actorId: number; code?: string },
): Promise<number> {
  const made = await createItem(db, {
    code: code ?? `item-${serial}-${areaId}`,
    draft: draft(areaId, values),
    actorId,
    now: NOW,
  });
  if (!made.ok) throw new Error(made.reason);
  return made.itemId;
}

/** Two areas with `perArea` items each, an exam, and somebody whose application asks for it. */
export async function scene(
  db: Db,
  { perArea = 4, ...values }: Row<typeof exams> & { perArea?: number } = {},
) {
  const staff = await createPerson(db, { role: "staff" });
  const areas = [await createArea(db), await createArea(db)];
  for (const { id } of areas) {
    for (let n = 0; n < perArea; n += 1) await addItem(db, { areaId: id, actorId: staff.id });
  }
  const exam = await createTestExam(db, values);
  const { certification, version } = await createCertification(db, {
    version: { examId: exam.id },
    requirements: [{ kind: "exam", threshold: 1 }],
  });
  const apply = async (person: { id: number }) => {
    await db.insert(applications).values({
      certificationId: certification.id,
      versionId: version.id,
      personId: person.id,
      state: "draft",
      startedAt: NOW,
    });
  };
  const applicant = await createPerson(db);
  await apply(applicant);
  return { staff, areas, exam, certification, version, applicant, apply };
}

export type Scene = Awaited<ReturnType<typeof scene>>;

/** An attempt that has begun. */
export async function started(
  db: Db,
  { exam, applicant }: { exam: { id: number }; applicant: { id: number } },
  now: Date = NOW,
): Promise<number> {
  const outcome = await startAttempt(db, { personId: applicant.id, examId: exam.id, now });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.attemptId;
}

/** The question at a place of an attempt, with the answer that is right and one that is wrong. */
export async function questionAt(db: Db, attemptId: number, position: number) {
  const [item] = await db
    .select()
    .from(examAttemptItems)
    .where(and(eq(examAttemptItems.attemptId, attemptId), eq(examAttemptItems.position, position)));
  if (!item) throw new Error("no such question");
  const options = await db
    .select()
    .from(examItemOptions)
    .where(eq(examItemOptions.itemId, item.itemId))
    .orderBy(asc(examItemOptions.position));
  const right = options.filter(({ isCorrect }) => isCorrect).map(({ id }) => id);
  const wrong = options.filter(({ isCorrect }) => !isCorrect).map(({ id }) => id);
  return { ...item, options, right, wrong };
}
