import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { examAreas, exams } from "#db/schema/exams.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { violatedConstraint } from "#db/violations.ts";
import { type ExamFields, examDifferences } from "./exam-conflict.ts";
import { type Exam, findExam } from "./exam-reading.server.ts";
import type { Act } from "./item-commands.server.ts";

type ExamRefusal = { ok: false; reason: "slug-taken" | "area-unknown" };

/** Sets up an exam. It can be sat as soon as a certification asks for it and the bank suffices. */
export async function createExam(
  db: Db,
  { fields, ...act }: Act & { fields: ExamFields },
): Promise<{ ok: true; examId: number } | ExamRefusal> {
  const { areaIds, ...columns } = fields;
  return refusingSlug(() =>
    db.transaction(async (tx) => {
      if (!(await areAllKnown(tx, areaIds, []))) return areaUnknown;
      const [row] = await tx
        .insert(exams)
        .values({ ...columns, createdAt: act.now, updatedAt: act.now })
        .returning({ id: exams.id });
      if (!row) throw new Error("The exam was not stored");
      await setAreas(tx, row.id, areaIds);
      await audit(tx, act, "exam.created", row.id, { name: fields.nameJa });
      return { ok: true as const, examId: row.id };
    }),
  );
}

/** Somebody saved the exam after the form was opened; nothing was changed. */
export type StaleExam = { ok: false; reason: "stale"; current: Exam };

/**
 * Changes an exam from its next attempt on: those under way keep their number of items, deadline and
 * pass mark.
 *
 * @param revision of what the form showed
 */
export async function changeExam(
  db: Db,
  {
    examId,
    revision,
    fields,
    ...act
  }: Act & { examId: number; revision: number; fields: ExamFields },
): Promise<{ ok: true } | { ok: false; reason: "unknown" } | ExamRefusal | StaleExam> {
  const { areaIds, ...columns } = fields;
  return refusingSlug(() =>
    db.transaction(async (tx) => {
      await tx.select({ id: exams.id }).from(exams).where(eq(exams.id, examId)).for("update");
      const current = await findExam(tx, { examId });
      if (!current) return { ok: false as const, reason: "unknown" as const };
      if (current.revision !== revision) {
        return { ok: false as const, reason: "stale" as const, current };
      }
      const formerIds = current.areas.map(({ id }) => id);
      if (!(await areAllKnown(tx, areaIds, formerIds))) return areaUnknown;
      const changes = examDifferences(fieldsOf(current), fields);
      if (changes.length === 0) return { ok: true as const };
      await tx
        .update(exams)
        .set({ ...columns, revision: revision + 1, updatedAt: act.now })
        .where(eq(exams.id, examId));
      await setAreas(tx, examId, areaIds);
      const detail = changes.map(({ field, theirs, yours }) => [
        field,
        { from: theirs, to: yours },
      ]);
      await audit(tx, act, "exam.changed", examId, Object.fromEntries(detail));
      return { ok: true as const };
    }),
  );
}

/** Takes an exam out of use, or back in. Attempts under way go on. */
export async function setExamRetired(
  db: Db,
  { examId, retired, ...act }: Act & { examId: number; retired: boolean },
): Promise<{ ok: true; exam: Exam } | { ok: false; reason: "not-found" }> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(exams)
      .set({
        retiredAt: retired
          ? sql`coalesce(${exams.retiredAt}, ${sql.param(act.now, exams.retiredAt)})`
          : null,
      })
      .where(eq(exams.id, examId))
      .returning({ id: exams.id });
    const exam = row && (await findExam(tx, { examId }));
    if (!exam) return { ok: false, reason: "not-found" };
    const action = retired ? "exam.retired" : "exam.restored";
    await audit(tx, act, action, examId, { name: exam.nameJa });
    return { ok: true, exam };
  });
}

const areaUnknown = { ok: false, reason: "area-unknown" } as const;

/** Whether every area can be chosen: it is in use, or the exam has it already. */
async function areAllKnown(tx: DbOrTx, areaIds: number[], formerIds: number[]): Promise<boolean> {
  const added = areaIds.filter((id) => !formerIds.includes(id));
  if (added.length === 0) return true;
  const found = await tx
    .select({ id: productAreas.id })
    .from(productAreas)
    .where(and(inArray(productAreas.id, added), isNull(productAreas.retiredAt)));
  return found.length === new Set(added).size;
}

async function setAreas(tx: DbOrTx, examId: number, areaIds: number[]): Promise<void> {
  await tx.delete(examAreas).where(eq(examAreas.examId, examId));
  const rows = [...new Set(areaIds)].map((productAreaId) => ({ examId, productAreaId }));
  if (rows.length > 0) await tx.insert(examAreas).values(rows);
}

/** A stored exam as its form shows it. */
export function fieldsOf({ areas, ...exam }: Exam): ExamFields {
  return { ...exam, areaIds: areas.map(({ id }) => id) };
}

async function refusingSlug<Result>(
  command: () => Promise<Result>,
): Promise<Result | { ok: false; reason: "slug-taken" }> {
  try {
    return await command();
  } catch (error) {
    if (violatedConstraint(error) !== "exams_slug_unique") throw error;
    return { ok: false, reason: "slug-taken" };
  }
}

function audit(
  tx: DbOrTx,
  { actorId, address, now }: Act,
  action: string,
  targetId: number,
  detail: Record<string, unknown>,
): Promise<void> {
  return recordAudit(tx, {
    actorId,
    action,
    targetKind: "exam",
    targetId,
    detail,
    address,
    at: now,
  });
}
