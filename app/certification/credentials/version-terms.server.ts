import { eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { certificationVersions } from "#db/schema/certifications.ts";

/** What a version is called and how long its credentials hold. */
export async function findVersionTerms(db: DbOrTx, versionId: number) {
  const [version] = await db
    .select({
      nameJa: certificationVersions.nameJa,
      nameEn: certificationVersions.nameEn,
      termMonths: certificationVersions.termMonths,
      graceDays: certificationVersions.graceDays,
      renewalExamId: certificationVersions.renewalExamId,
      renewalAnswers: certificationVersions.renewalAnswers,
    })
    .from(certificationVersions)
    .where(eq(certificationVersions.id, versionId));
  if (!version) throw new Error(`There is no version ${versionId} of a certification`);
  return version;
}
