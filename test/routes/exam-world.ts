import type { Db } from "#db/client.server.ts";
import { applications } from "#db/schema/applications.ts";
import { addItem, createTestExam, started } from "#test/certification/exams/scene.ts";
import { createCertification } from "#test/support/certification.ts";
import { NOW } from "#test/support/factories.ts";

type Named = { id: number };

/** A question bank and an exam, with two attempts of `candidate` under way. */
export async function examsOf(
  db: Db,
  { area, staff, candidate }: { area: Named; staff: Named; candidate: Named },
) {
  const itemIds: number[] = [];
  for (let n = 0; n < 4; n += 1) {
    itemIds.push(await addItem(db, { areaId: area.id, actorId: staff.id, code: `walk-${n}` }));
  }
  const begin = async () => {
    const exam = await createTestExam(db);
    const { certification, version } = await createCertification(db, {
      createdBy: staff.id,
      version: { examId: exam.id },
      requirements: [{ kind: "exam", threshold: 1 }],
    });
    await db.insert(applications).values({
      certificationId: certification.id,
      versionId: version.id,
      personId: candidate.id,
      startedAt: NOW,
    });
    const attemptId = await started(db, { exam, applicant: candidate }, new Date());
    return { exam, attemptId };
  };
  const { exam, attemptId } = await begin();
  const { attemptId: otherAttemptId } = await begin();
  const itemId = itemIds[0] ?? 0;
  return { examId: exam.id, slug: exam.slug, attemptId, otherAttemptId, itemId };
}
