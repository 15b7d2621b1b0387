import { and, eq, isNull } from "drizzle-orm";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import { dayIn } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { credentials } from "#db/schema/credentials.ts";
import { exams } from "#db/schema/exams.ts";
import type { Version } from "../definitions/definition-reading.server.ts";
import { findProgress } from "../requirements/progress.server.ts";
import type { Progress } from "../requirements/requirements.ts";
import { findLastApplication } from "./application-reading.server.ts";
import { canApply, isOpen } from "./applications.ts";

/** What somebody can do about a certification now. */
export type Standing = {
  can:
    | "sign-in"
    | "nothing"
    | { apply: true }
    | { continue: number }
    | { waitUntil: string }
    | { open: string };
  progress: Progress[] | null;
  examSlug: string | null;
};

/** Where a viewer stands with a certification: how far they are, and what they can do next. */
export async function findStanding(
  db: DbOrTx,
  {
    viewer,
    certification,
    now,
  }: { viewer: MaybeViewer; certification: Version & { retiredAt: Date | null }; now: Date },
): Promise<Standing> {
  if (!viewer) return { can: "sign-in", progress: null, examSlug: null };
  if (!canApply(viewer)) return { can: "nothing", progress: null, examSlug: null };
  const { certificationId, requirements, examId } = certification;
  const personId = viewer.id;
  const [[held], last, [exam]] = await Promise.all([
    db
      .select({ publicId: credentials.publicId })
      .from(credentials)
      .where(
        and(
          eq(credentials.personId, personId),
          eq(credentials.certificationId, certificationId),
          isNull(credentials.endedAt),
        ),
      ),
    findLastApplication(db, { personId, certificationId }),
    db
      .select({ slug: exams.slug })
      .from(exams)
      .where(eq(exams.id, examId ?? 0)),
  ]);
  if (held) return { can: { open: held.publicId }, progress: null, examSlug: null };
  const examSlug = exam?.slug ?? null;
  if (last && isOpen(last.state)) {
    return { can: { continue: last.id }, progress: null, examSlug };
  }
  const progress = await findProgress(db, { personId, requirements, examId, works: 0, now });
  if (certification.retiredAt) return { can: "nothing", progress: null, examSlug };
  if (last?.retryOn && last.state === "declined" && dayIn(viewer.timeZone, now) < last.retryOn) {
    return { can: { waitUntil: last.retryOn }, progress, examSlug };
  }
  return { can: { apply: true }, progress, examSlug };
}
