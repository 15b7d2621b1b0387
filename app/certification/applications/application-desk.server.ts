import { eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { applicationHistory, applications } from "#db/schema/applications.ts";
import { certifications, certificationVersions } from "#db/schema/certifications.ts";
import { people } from "#db/schema/people.ts";
import type { ApplicationEvent } from "#db/vocabulary.ts";

/**
 * An application with what its rules need, locked until the transaction ends: whatever is done to it
 * is done one after the other.
 */
export async function lockApplication(tx: DbOrTx, applicationId: number) {
  const [row] = await tx
    .select({
      application: applications,
      version: certificationVersions,
      slug: certifications.slug,
      retiredAt: certifications.retiredAt,
      applicantName: people.name,
    })
    .from(applications)
    .innerJoin(certificationVersions, eq(certificationVersions.id, applications.versionId))
    .innerJoin(certifications, eq(certifications.id, applications.certificationId))
    .innerJoin(people, eq(people.id, applications.personId))
    .where(eq(applications.id, applicationId))
    .for("update", { of: applications });
  return row;
}

export type LockedApplication = NonNullable<Awaited<ReturnType<typeof lockApplication>>>;

/**
 * Writes one line of an application's history, in the transaction of what it tells of.
 *
 * @returns a key that names the event, for telling people once
 */
export async function noteApplication(
  tx: DbOrTx,
  line: {
    applicationId: number;
    event: ApplicationEvent;
    actorId: number | null;
    note?: string;
    at: Date;
  },
): Promise<string> {
  const [row] = await tx.insert(applicationHistory).values(line).returning();
  if (!row) throw new Error("The history was not written");
  return String(row.id);
}

/** What an application and the news of it are called. */
export function namesOf({ application, version, applicantName }: LockedApplication) {
  return {
    id: application.id,
    nameJa: version.nameJa,
    nameEn: version.nameEn,
    applicantName,
  };
}
