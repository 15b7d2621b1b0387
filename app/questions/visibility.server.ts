import { and, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import { isStaff, type MaybeViewer } from "#app/auth/viewer.ts";
import { questions } from "#db/schema/questions.ts";
import type { Scope } from "#db/vocabulary.ts";

/**
 * The condition under which a question exists for a viewer. Used by every query that can return,
 * count or lead to one. Deleted questions exist for nobody, hidden ones for staff only.
 */
export function visibleQuestions(viewer: MaybeViewer): SQL {
  const undeleted = isNull(questions.deletedAt);
  if (isStaff(viewer)) return undeleted;
  const shown = and(undeleted, ne(questions.state, "hidden")) as SQL;
  if (!viewer) return and(shown, eq(questions.scope, "public")) as SQL;
  const open: Scope[] = ["public", "customers"];
  if (viewer.isSupporter) open.push("supporters");
  const own = viewer.organisation
    ? and(eq(questions.scope, "organisation"), eq(questions.organisationId, viewer.organisation.id))
    : undefined;
  return and(
    shown,
    or(inArray(questions.scope, open), own, eq(questions.authorId, viewer.id)),
  ) as SQL;
}
