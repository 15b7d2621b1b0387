import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import {
  certificationRequirements,
  certifications,
  certificationVersions,
} from "#db/schema/certifications.ts";
import { credentials } from "#db/schema/credentials.ts";
import { createPerson, NOW } from "./factories.ts";

type Row<T extends { $inferInsert: object }> = Partial<T["$inferInsert"]>;
type Requirement = Pick<
  typeof certificationRequirements.$inferInsert,
  "kind" | "threshold" | "withinMonths"
>;

const DAY = 86_400_000;
let serial = 0;

/** A certification with one published version; `requirements` default to one of each common kind. */
export async function createCertification(
  db: DbOrTx,
  {
    version: versionValues = {},
    requirements = [
      { kind: "accepted-answers", threshold: 5, withinMonths: 12 },
      { kind: "months-active", threshold: 3 },
    ],
    ...values
  }: Row<typeof certifications> & {
    version?: Row<typeof certificationVersions>;
    requirements?: Requirement[];
  } = {},
) {
  const n = ++serial;
  const createdBy = values.createdBy ?? (await createPerson(db, { role: "admin" })).id;
  const [certification] = await db
    .insert(certifications)
    .values({ slug: `certification-${n}`, level: 1, createdBy, createdAt: NOW, ...values })
    .returning();
  if (!certification) throw new Error("no certification");
  const version = await publishVersion(db, {
    certificationId: certification.id,
    createdBy,
    nameJa: `認定サポーター${n}`,
    nameEn: `Certified supporter ${n}`,
    requirements,
    ...versionValues,
  });
  return { certification, version };
}

/** One more published version of a certification. */
export async function publishVersion(
  db: DbOrTx,
  {
    requirements = [],
    ...values
  }: Row<typeof certificationVersions> & {
    certificationId: number;
    createdBy: number;
    requirements?: Requirement[];
  },
) {
  const [version] = await db
    .insert(certificationVersions)
    .values({
      number: 1,
      nameJa: "認定サポーター",
      nameEn: "Certified supporter",
      summaryJa: "ほかの企業の質問に答えられることを認定します。",
      summaryEn: "Able to answer the questions of other companies.",
      createdAt: NOW,
      publishedBy: values.createdBy,
      publishedAt: NOW,
      ...values,
    })
    .returning();
  if (!version) throw new Error("no version");
  if (requirements.length > 0) {
    const rows = requirements.map((requirement) => ({ versionId: version.id, ...requirement }));
    await db.insert(certificationRequirements).values(rows);
  }
  return version;
}

/**
 * A credential as a row, without the way to it: issued at `NOW` for a year unless said otherwise.
 * `revoked: { by, reason, at }` ends it.
 */
export async function issueTestCredential(
  db: DbOrTx,
  {
    holder,
    of,
    revoked,
    ...values
  }: Row<typeof credentials> & {
    holder: { id: number };
    of: Awaited<ReturnType<typeof createCertification>>;
    revoked?: { by: number; reason: string; at: Date };
  },
) {
  serial += 1;
  const issuedAt = values.issuedAt ?? NOW;
  const expiresAt = values.expiresAt ?? new Date(issuedAt.getTime() + 365 * DAY);
  const [credential] = await db
    .insert(credentials)
    .values({
      publicId: randomUUID(),
      number: `TEST-${String(serial).padStart(6, "0")}`,
      certificationId: of.certification.id,
      versionId: of.version.id,
      level: of.certification.level,
      personId: holder.id,
      issuedAt,
      expiresAt,
      lapsesAt: new Date(expiresAt.getTime() + 30 * DAY),
      statusIndex: serial,
      ...(revoked && {
        endedAt: revoked.at,
        ending: "revoked" as const,
        revokedBy: revoked.by,
        revokeReason: revoked.reason,
      }),
      ...values,
    })
    .returning();
  if (!credential) throw new Error("no credential");
  return credential;
}

/** Makes a person a supporter, by a credential of one certification that all tests' people share. */
export async function certify(db: DbOrTx, holder: { id: number }): Promise<void> {
  const slug = "shared";
  const [certification] = await db
    .insert(certifications)
    .values({ slug, level: 1, createdBy: holder.id, createdAt: NOW })
    .onConflictDoUpdate({ target: certifications.slug, set: { slug } })
    .returning();
  if (!certification) throw new Error("no certification");
  const [published] = await db
    .select()
    .from(certificationVersions)
    .where(eq(certificationVersions.certificationId, certification.id));
  const createdBy = holder.id;
  const version =
    published ?? (await publishVersion(db, { certificationId: certification.id, createdBy }));
  await issueTestCredential(db, { holder, of: { certification, version } });
}

/** Ends a person's credentials. */
export async function decertify(db: DbOrTx, holder: { id: number }): Promise<void> {
  await db
    .update(credentials)
    .set({ endedAt: NOW, ending: "lapsed" })
    .where(and(eq(credentials.personId, holder.id), isNull(credentials.endedAt)));
}
