import { asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import {
  certificationRequirements,
  certifications,
  certificationVersions,
} from "#db/schema/certifications.ts";
import { REQUIREMENT_KINDS } from "#db/vocabulary.ts";
import type { Requirement } from "../requirements/requirements.ts";
import { certificationState, type VersionContent } from "./definitions.ts";

export type Version = VersionContent & {
  id: number;
  certificationId: number;
  number: number;
  revision: number;
  publishedAt: Date | null;
};

const versionColumns = {
  id: certificationVersions.id,
  certificationId: certificationVersions.certificationId,
  number: certificationVersions.number,
  revision: certificationVersions.revision,
  publishedAt: certificationVersions.publishedAt,
  nameJa: certificationVersions.nameJa,
  nameEn: certificationVersions.nameEn,
  summaryJa: certificationVersions.summaryJa,
  summaryEn: certificationVersions.summaryEn,
  perksJa: certificationVersions.perksJa,
  perksEn: certificationVersions.perksEn,
  badgeFileId: certificationVersions.badgeFileId,
  termMonths: certificationVersions.termMonths,
  graceDays: certificationVersions.graceDays,
  examId: certificationVersions.examId,
  renewalExamId: certificationVersions.renewalExamId,
  renewalAnswers: certificationVersions.renewalAnswers,
  needsSecondReviewer: certificationVersions.needsSecondReviewer,
  rubric: certificationVersions.rubric,
  rubricPass: certificationVersions.rubricPass,
  requirements: sql<Requirement[]>`coalesce((
    select json_agg(json_build_object('kind', r.kind, 'threshold', r.threshold, 'withinMonths', r.within_months)
      order by array_position(${sql.param([...REQUIREMENT_KINDS])}::text[], r.kind))
    from ${certificationRequirements} r where r.version_id = certification_versions.id), '[]')`,
};

/** The id of the version that holds for whoever applies now; a value for queries. */
export const currentVersionId = sql<number>`(select v.id from certification_versions v
  where v.certification_id = certifications.id and v.published_at is not null
  order by v.number desc limit 1)`;

/** Certifications that can be applied for, the first step first, each as its newest version says. */
export async function listActiveCertifications(db: DbOrTx) {
  return db
    .select({ slug: certifications.slug, level: certifications.level, ...versionColumns })
    .from(certifications)
    .innerJoin(certificationVersions, eq(certificationVersions.id, currentVersionId))
    .where(isNull(certifications.retiredAt))
    .orderBy(asc(certifications.level), asc(certifications.id));
}

/** A certification as its newest published version says, retired ones included. */
export async function findPublishedCertification(db: DbOrTx, { slug }: { slug: string }) {
  const [row] = await db
    .select({
      slug: certifications.slug,
      level: certifications.level,
      retiredAt: certifications.retiredAt,
      ...versionColumns,
    })
    .from(certifications)
    .innerJoin(certificationVersions, eq(certificationVersions.id, currentVersionId))
    .where(eq(certifications.slug, slug));
  return row;
}

export async function findVersion(db: DbOrTx, versionId: number): Promise<Version | undefined> {
  const [row] = await db
    .select(versionColumns)
    .from(certificationVersions)
    .where(eq(certificationVersions.id, versionId));
  return row;
}

/** Every certification with its state, for staff; drafts under the name being written. */
export async function listCertificationsForStaff(db: DbOrTx) {
  const newest = sql<number>`(select v.id from certification_versions v
    where v.certification_id = ${certifications.id} order by v.published_at is null, v.number desc limit 1)`;
  const rows = await db
    .select({
      id: certifications.id,
      slug: certifications.slug,
      level: certifications.level,
      retiredAt: certifications.retiredAt,
      nameJa: certificationVersions.nameJa,
      nameEn: certificationVersions.nameEn,
      number: certificationVersions.number,
      publishedAt: certificationVersions.publishedAt,
      isBeingWritten: sql<boolean>`exists (select from certification_versions w
        where w.certification_id = ${certifications.id} and w.published_at is null)`,
      holders: sql<number>`(select count(*)::int from credentials c
        where c.certification_id = ${certifications.id} and c.ended_at is null)`,
      applications: sql<number>`(select count(*)::int from applications a
        where a.certification_id = ${certifications.id} and a.state in ('submitted', 'in-review'))`,
    })
    .from(certifications)
    .innerJoin(certificationVersions, eq(certificationVersions.id, newest))
    .orderBy(asc(certifications.level), asc(certifications.id));
  return rows.map(({ publishedAt, ...row }) => ({
    ...row,
    state: certificationState({ isPublished: publishedAt !== null, retiredAt: row.retiredAt }),
  }));
}

/** A certification with all its versions, the newest first. */
export async function findCertificationForStaff(
  db: DbOrTx,
  { certificationId }: { certificationId: number },
) {
  const [certification] = await db
    .select()
    .from(certifications)
    .where(eq(certifications.id, certificationId));
  if (!certification) return undefined;
  const versions = await db
    .select(versionColumns)
    .from(certificationVersions)
    .where(eq(certificationVersions.certificationId, certificationId))
    .orderBy(desc(certificationVersions.number));
  const current = versions.find(({ publishedAt }) => publishedAt !== null);
  const writing = versions.find(({ publishedAt }) => publishedAt === null);
  const { retiredAt } = certification;
  const state = certificationState({ isPublished: current !== undefined, retiredAt });
  return { ...certification, state, versions, current, writing };
}
