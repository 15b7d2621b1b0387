import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import {
  certificationRequirements,
  certifications,
  certificationVersions,
} from "#db/schema/certifications.ts";
import { violatedConstraint } from "#db/violations.ts";
import { findVersion } from "./definition-reading.server.ts";
import { barsToPublishing, type PublishRefusal, type VersionContent } from "./definitions.ts";

type Act = { actorId: number; address?: string; now: Date };

/** Begins a certification as a draft. Its level and address stay for good: badges name them. */
export async function createCertification(
  db: Db,
  { slug, level, content, ...act }: Act & { slug: string; level: number; content: VersionContent },
): Promise<{ ok: true; certificationId: number } | { ok: false; reason: "slug-taken" }> {
  try {
    return await db.transaction(async (tx) => {
      const [row] = await tx
        .insert(certifications)
        .values({ slug, level, createdBy: act.actorId, createdAt: act.now })
        .returning();
      if (!row) throw new Error("The certification was not stored");
      await insertVersion(tx, { certificationId: row.id, number: 1, content, ...act });
      await audit(tx, act, "certification.created", row.id, { name: content.nameJa });
      return { ok: true as const, certificationId: row.id };
    });
  } catch (error) {
    if (violatedConstraint(error) !== "certifications_slug_unique") throw error;
    return { ok: false, reason: "slug-taken" };
  }
}

/**
 * Begins the next version as a copy of the published one. Whoever asks while one is being written is
 * led to that one.
 */
export async function startVersion(
  db: Db,
  { certificationId, ...act }: Act & { certificationId: number },
): Promise<{ ok: true } | { ok: false; reason: "unknown" }> {
  return db.transaction(async (tx) => {
    const versions = await lockVersions(tx, certificationId);
    if (versions.length === 0) return { ok: false, reason: "unknown" };
    if (versions.some(({ publishedAt }) => publishedAt === null)) return { ok: true };
    const last = versions.reduce((a, b) => (a.number > b.number ? a : b));
    const content = await findVersion(tx, last.id);
    if (!content) throw new Error("A version without content");
    await insertVersion(tx, { certificationId, number: last.number + 1, content, ...act });
    return { ok: true };
  });
}

/** Saves the version being written; `stale` when somebody else saved it since `revision`. */
export async function saveVersion(
  db: Db,
  {
    certificationId,
    revision,
    content,
  }: { certificationId: number; revision: number; content: VersionContent },
): Promise<{ ok: true } | { ok: false; reason: "stale" }> {
  return db.transaction(async (tx) => {
    const { requirements, ...columns } = contentOf(content);
    const [saved] = await tx
      .update(certificationVersions)
      .set({ ...columns, revision: revision + 1 })
      .where(
        and(
          eq(certificationVersions.certificationId, certificationId),
          isNull(certificationVersions.publishedAt),
          eq(certificationVersions.revision, revision),
        ),
      )
      .returning({ id: certificationVersions.id });
    if (!saved) return { ok: false, reason: "stale" };
    await tx
      .delete(certificationRequirements)
      .where(eq(certificationRequirements.versionId, saved.id));
    await insertRequirements(tx, saved.id, requirements);
    return { ok: true };
  });
}

/**
 * Publishes the version being written: from now on it holds for whoever begins to apply. Holders and
 * applications under way keep the version they have.
 */
export async function publishVersion(
  db: Db,
  { certificationId, revision, ...act }: Act & { certificationId: number; revision: number },
): Promise<
  | { ok: true }
  | { ok: false; reason: "stale" }
  | { ok: false; reason: "bars"; bars: PublishRefusal[] }
> {
  return db.transaction(async (tx) => {
    const versions = await lockVersions(tx, certificationId);
    const writing = versions.find(({ publishedAt }) => publishedAt === null);
    if (!writing || writing.revision !== revision) return { ok: false, reason: "stale" };
    const content = await findVersion(tx, writing.id);
    if (!content) throw new Error("A version without content");
    const bars = barsToPublishing(content);
    if (bars.length > 0) return { ok: false, reason: "bars", bars };
    await tx
      .update(certificationVersions)
      .set({ publishedBy: act.actorId, publishedAt: act.now })
      .where(eq(certificationVersions.id, writing.id));
    await audit(tx, act, "certification.published", certificationId, {
      name: content.nameJa,
      version: writing.number,
    });
    return { ok: true };
  });
}

/** Throws the version being written away; a certification that never had another goes with it. */
export async function discardVersion(
  db: Db,
  { certificationId, ...act }: Act & { certificationId: number },
): Promise<{ ok: true; isGone: boolean } | { ok: false; reason: "unknown" }> {
  return db.transaction(async (tx) => {
    const versions = await lockVersions(tx, certificationId);
    const writing = versions.find(({ publishedAt }) => publishedAt === null);
    if (!writing) return { ok: false, reason: "unknown" };
    await tx.delete(certificationVersions).where(eq(certificationVersions.id, writing.id));
    const isGone = versions.length === 1;
    if (isGone) await tx.delete(certifications).where(eq(certifications.id, certificationId));
    await audit(tx, act, "certification.discarded", certificationId, { version: writing.number });
    return { ok: true, isGone };
  });
}

/** Retires a certification – nobody can apply any more, holders keep theirs – or takes it back. */
export async function setRetired(
  db: Db,
  { certificationId, retired, ...act }: Act & { certificationId: number; retired: boolean },
): Promise<{ ok: true } | { ok: false; reason: "unknown" }> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ retiredAt: certifications.retiredAt })
      .from(certifications)
      .where(eq(certifications.id, certificationId))
      .for("update");
    if (!row) return { ok: false, reason: "unknown" };
    if ((row.retiredAt !== null) === retired) return { ok: true };
    await tx
      .update(certifications)
      .set({ retiredBy: retired ? act.actorId : null, retiredAt: retired ? act.now : null })
      .where(eq(certifications.id, certificationId));
    const action = retired ? "certification.retired" : "certification.reopened";
    await audit(tx, act, action, certificationId, {});
    return { ok: true };
  });
}

/** All versions of a certification, whose row is locked until the transaction ends. */
async function lockVersions(tx: DbOrTx, certificationId: number) {
  await tx
    .select({ id: certifications.id })
    .from(certifications)
    .where(eq(certifications.id, certificationId))
    .for("update");
  return tx
    .select({
      id: certificationVersions.id,
      number: certificationVersions.number,
      revision: certificationVersions.revision,
      publishedAt: certificationVersions.publishedAt,
    })
    .from(certificationVersions)
    .where(eq(certificationVersions.certificationId, certificationId))
    .orderBy(sql`${certificationVersions.number}`);
}

async function insertVersion(
  tx: DbOrTx,
  {
    certificationId,
    number,
    content,
    actorId,
    now,
  }: Act & { certificationId: number; number: number; content: VersionContent },
): Promise<void> {
  const { requirements, ...columns } = contentOf(content);
  const [version] = await tx
    .insert(certificationVersions)
    .values({ ...columns, certificationId, number, createdBy: actorId, createdAt: now })
    .returning({ id: certificationVersions.id });
  if (!version) throw new Error("The version was not stored");
  await insertRequirements(tx, version.id, requirements);
}

async function insertRequirements(
  tx: DbOrTx,
  versionId: number,
  requirements: VersionContent["requirements"],
): Promise<void> {
  if (requirements.length === 0) return;
  await tx
    .insert(certificationRequirements)
    .values(requirements.map((requirement) => ({ versionId, ...requirement })));
}

/** The content alone, whatever else the object carries. */
function contentOf(content: VersionContent): VersionContent {
  const { nameJa, nameEn, summaryJa, summaryEn, perksJa, perksEn, badgeFileId } = content;
  const { termMonths, graceDays, examId, renewalExamId, renewalAnswers } = content;
  const { needsSecondReviewer, rubric, rubricPass, requirements } = content;
  return {
    nameJa,
    nameEn,
    summaryJa,
    summaryEn,
    perksJa,
    perksEn,
    badgeFileId,
    termMonths,
    graceDays,
    examId,
    renewalExamId,
    renewalAnswers,
    needsSecondReviewer,
    rubric,
    rubricPass,
    requirements,
  };
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
    targetKind: "certification",
    targetId,
    detail,
    address,
    at: now,
  });
}
