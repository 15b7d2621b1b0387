import { asc } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import {
  certificationRequirements,
  certifications,
  certificationVersions,
} from "#db/schema/certifications.ts";
import { exams } from "#db/schema/exams.ts";
import * as content from "./content/certifications.ts";

const DAY = 24 * 60 * 60_000;

export type SeedVersion = {
  id: number;
  certificationId: number;
  slug: string;
  level: number;
  termMonths: number;
  graceDays: number;
  asksPractical: boolean;
};

type Seeding = { adminId: number; now: Date };

/**
 * The demo programme's definitions. The first step has two versions: `former`, whose credentials
 * held for half a year, and the one that is published now.
 */
export async function seedDefinitions(tx: DbOrTx, seeding: Seeding) {
  const [exam, renewalExam] = await tx
    .select({ id: exams.id })
    .from(exams)
    .orderBy(asc(exams.id))
    .limit(2);
  const examIds = { examId: exam?.id ?? null, renewalExamId: renewalExam?.id ?? null };
  const [first, second, third] = content.certifications;
  if (!first || !second || !third) throw new Error("The demo programme has three steps");
  const steps = await Promise.all(
    [first, second, third].map((step) => insertCertification(tx, seeding, step)),
  );
  const version = (
    step: content.SeedCertification,
    index: number,
    rest: { number: number; termMonths: number; days: number },
  ) =>
    insertVersion(tx, seeding, { step, certificationId: steps[index] ?? 0, ...examIds, ...rest });
  return {
    former: await version(first, 0, { number: 1, termMonths: 6, days: 330 }),
    associate: await version(first, 0, { number: 2, termMonths: 12, days: 130 }),
    professional: await version(second, 1, { number: 1, termMonths: 12, days: 300 }),
    meister: await version(third, 2, { number: 1, termMonths: 12, days: 200 }),
  };
}

async function insertCertification(
  tx: DbOrTx,
  { adminId, now }: Seeding,
  { slug, level }: content.SeedCertification,
): Promise<number> {
  const createdAt = new Date(now.getTime() - 335 * DAY);
  const [row] = await tx
    .insert(certifications)
    .values({ slug, level, createdBy: adminId, createdAt })
    .returning({ id: certifications.id });
  if (!row) throw new Error("The certification was not stored");
  return row.id;
}

async function insertVersion(
  tx: DbOrTx,
  { adminId, now }: Seeding,
  {
    step,
    certificationId,
    number,
    termMonths,
    days,
    examId,
    renewalExamId,
  }: {
    step: content.SeedCertification;
    certificationId: number;
    number: number;
    termMonths: number;
    days: number;
    examId: number | null;
    renewalExamId: number | null;
  },
): Promise<SeedVersion> {
  const at = new Date(now.getTime() - days * DAY);
  const { slug, level, requirements, rubric = [], rubricPass = 0, ...texts } = step;
  const asked = requirements.filter(({ kind }) => kind !== "exam" || examId !== null);
  const asksExam = asked.some(({ kind }) => kind === "exam");
  const graceDays = 30;
  const [row] = await tx
    .insert(certificationVersions)
    .values({
      ...texts,
      certificationId,
      number,
      termMonths,
      graceDays,
      rubric,
      rubricPass,
      examId: asksExam ? examId : null,
      renewalExamId,
      createdBy: adminId,
      createdAt: at,
      publishedBy: adminId,
      publishedAt: at,
    })
    .returning({ id: certificationVersions.id });
  if (!row) throw new Error("The version was not stored");
  await tx
    .insert(certificationRequirements)
    .values(asked.map((requirement) => ({ versionId: row.id, ...requirement })));
  const asksPractical = requirements.some(({ kind }) => kind === "practical");
  return { id: row.id, certificationId, slug, level, termMonths, graceDays, asksPractical };
}
