import { and, desc, eq, inArray, isNull, or } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { certificationVersions, contributions } from "#db/schema/certifications.ts";
import { credentials } from "#db/schema/credentials.ts";

/** The levels a person has held, the newest first. Credentials kept hidden are named, not linked. */
export async function listLevels(db: DbOrTx, { personId }: { personId: number }) {
  const rows = await db
    .select({
      id: credentials.id,
      publicId: credentials.publicId,
      level: credentials.level,
      nameJa: certificationVersions.nameJa,
      nameEn: certificationVersions.nameEn,
      issuedAt: credentials.issuedAt,
      endedAt: credentials.endedAt,
      hiddenAt: credentials.hiddenAt,
    })
    .from(credentials)
    .innerJoin(certificationVersions, eq(certificationVersions.id, credentials.versionId))
    // Why one was taken away is between the holder and the vendor.
    .where(
      and(
        eq(credentials.personId, personId),
        or(isNull(credentials.ending), eq(credentials.ending, "lapsed")),
      ),
    )
    .orderBy(desc(credentials.issuedAt), desc(credentials.id));
  return rows.map(({ publicId, hiddenAt, ...row }) => ({
    ...row,
    publicId: hiddenAt ? null : publicId,
  }));
}

/** Talks and presentations of a person, the newest first. */
export async function listTalks(db: DbOrTx, { personId }: { personId: number }) {
  return db
    .select({
      id: contributions.id,
      kind: contributions.kind,
      title: contributions.title,
      happenedOn: contributions.happenedOn,
    })
    .from(contributions)
    .where(
      and(
        eq(contributions.personId, personId),
        inArray(contributions.kind, ["talk", "success-presentation"]),
        isNull(contributions.removedAt),
      ),
    )
    .orderBy(desc(contributions.happenedOn), desc(contributions.id))
    .limit(50);
}
