import { and, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import { isStaff, type MaybeViewer } from "#app/auth/viewer.ts";
import { isSupporter } from "#app/people/supporters.server.ts";
import { people } from "#db/schema/people.ts";
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

/**
 * The same rule as a condition between the rows `people` and `questions` of one query: whether the
 * question exists for that person. For what concerns many people at once.
 */
export function visibleToPeople(): SQL {
  const open: Scope[] = ["public", "customers"];
  return and(
    isNull(questions.deletedAt),
    or(
      inArray(people.role, ["staff", "admin"]),
      and(
        ne(questions.state, "hidden"),
        or(
          inArray(questions.scope, open),
          and(eq(questions.scope, "supporters"), isSupporter()),
          and(
            eq(questions.scope, "organisation"),
            eq(questions.organisationId, people.organisationId),
          ),
          eq(questions.authorId, people.id),
        ),
      ),
    ),
  ) as SQL;
}
