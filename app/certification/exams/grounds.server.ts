import { and, eq, gt, inArray, isNull, lte } from "drizzle-orm";
import { addMonths, RENEWAL_DAYS } from "#app/certification/credentials/credentials.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { applications } from "#db/schema/applications.ts";
import {
  certificationRequirements,
  certifications,
  certificationVersions,
} from "#db/schema/certifications.ts";
import { credentials } from "#db/schema/credentials.ts";
import type { Ground } from "./exams.ts";

/** A ground with the certification it belongs to. */
export type SittingGround = Ground & {
  certification: { slug: string; nameJa: string; nameEn: string };
  /** The application, or the credential, to go on with once the exam is passed. */
  id: number;
};

const named = {
  slug: certifications.slug,
  nameJa: certificationVersions.nameJa,
  nameEn: certificationVersions.nameEn,
};

/**
 * What somebody needs an exam for: an application that is being prepared and asks for it, or a live
 * credential that it renews, from 60 days before its end until the grace is over.
 */
export async function listGrounds(
  db: DbOrTx,
  { personId, examId, now }: { personId: number; examId: number; now: Date },
): Promise<SittingGround[]> {
  const asked = await db
    .select({
      id: applications.id,
      certification: named,
      withinMonths: certificationRequirements.withinMonths,
    })
    .from(applications)
    .innerJoin(certificationVersions, eq(certificationVersions.id, applications.versionId))
    .innerJoin(certifications, eq(certifications.id, applications.certificationId))
    .leftJoin(
      certificationRequirements,
      and(
        eq(certificationRequirements.versionId, certificationVersions.id),
        eq(certificationRequirements.kind, "exam"),
      ),
    )
    .where(
      and(
        eq(applications.personId, personId),
        inArray(applications.state, ["draft", "returned"]),
        eq(certificationVersions.examId, examId),
      ),
    )
    .orderBy(applications.id);
  const renewed = await db
    .select({
      id: credentials.id,
      certification: named,
      expiresAt: credentials.expiresAt,
    })
    .from(credentials)
    .innerJoin(certificationVersions, eq(certificationVersions.id, credentials.versionId))
    .innerJoin(certifications, eq(certifications.id, credentials.certificationId))
    .where(
      and(
        eq(credentials.personId, personId),
        isNull(credentials.endedAt),
        gt(credentials.lapsesAt, now),
        lte(credentials.expiresAt, after(now, RENEWAL_DAYS * DAY)),
        eq(certificationVersions.renewalExamId, examId),
      ),
    )
    .orderBy(credentials.id);
  return [
    ...asked.map(({ withinMonths, ...ground }) => ({
      ...ground,
      kind: "application" as const,
      passCountsSince: withinMonths === null ? null : addMonths(now, -withinMonths),
    })),
    ...renewed.map(({ expiresAt, ...ground }) => ({
      ...ground,
      kind: "renewal" as const,
      passCountsSince: after(expiresAt, -RENEWAL_DAYS * DAY),
    })),
  ];
}
