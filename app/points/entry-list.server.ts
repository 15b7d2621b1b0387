import { and, desc, eq, lt, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { pointEntries } from "#db/schema/points.ts";
import { questions } from "#db/schema/questions.ts";
import type { PointExplanation, PointReason } from "#db/vocabulary.ts";

export const ENTRIES_PAGE = 50;

export type ListedEntry = {
  id: number;
  amount: number;
  reason: PointReason;
  /** Members are not told of voting rings: for them such rows say `not-counted`. */
  explanation: PointExplanation | "not-counted";
  detail: { value: number; counts: number };
  day: string;
  at: Date;
  answerId: number;
  /** Left out when the viewer may not see the question, or no longer. */
  question?: { id: number; title: string; locale: string };
  /** Who accepted is public. Who voted is not: only staff see it. */
  giver?: { handle: string; name: string };
};

/** Whether the viewer may read a person's ledger. */
export function mayReadPoints(viewer: Viewer, person: { id: number }): boolean {
  return viewer.id === person.id || isStaff(viewer);
}

/** Whose ledger an address means. */
export async function findLedgerOwner(
  db: DbOrTx,
  { handle }: { handle: string },
): Promise<{ id: number; handle: string; name: string } | undefined> {
  const [person] = await db
    .select({ id: people.id, handle: people.handle, name: people.name })
    .from(people)
    .where(eq(people.handle, handle));
  return person;
}

/**
 * A person's ledger, newest row first. The caller has asked `mayReadPoints`.
 *
 * @param visibleQuestions the condition under which a question exists for the viewer
 * @param cursor `next` of the page before
 */
export async function listPointEntries(
  db: DbOrTx,
  {
    viewer,
    personId,
    visibleQuestions,
    cursor,
  }: { viewer: Viewer; personId: number; visibleQuestions: SQL; cursor?: string | null },
): Promise<{ entries: ListedEntry[]; next?: string }> {
  const from = decodeCursor(cursor, ["number"]);
  const giver = alias(people, "giver");
  const rows = await db
    .select({
      id: pointEntries.id,
      amount: pointEntries.amount,
      reason: pointEntries.reason,
      explanation: pointEntries.explanation,
      detail: pointEntries.detail,
      day: pointEntries.day,
      at: pointEntries.at,
      answerId: pointEntries.answerId,
      question: { id: questions.id, title: questions.title, locale: questions.locale },
      giver: { handle: giver.handle, name: giver.name },
    })
    .from(pointEntries)
    .leftJoin(questions, and(eq(questions.id, pointEntries.questionId), visibleQuestions))
    .leftJoin(giver, eq(giver.id, pointEntries.giverId))
    .where(and(eq(pointEntries.personId, personId), from && lt(pointEntries.id, Number(from[0]))))
    .orderBy(desc(pointEntries.id))
    .limit(ENTRIES_PAGE + 1);
  const page = pageOf(rows, ENTRIES_PAGE, (last) => [last.id]);
  const staff = isStaff(viewer);
  return {
    entries: page.rows.map(({ giver, question, explanation, ...row }) => ({
      ...row,
      explanation: explanation === "ring" && !staff ? "not-counted" : explanation,
      question: question ?? undefined,
      // Whoever accepted is named on the question, so only there.
      giver:
        staff || (row.reason === "accepted-answer" && question) ? (giver ?? undefined) : undefined,
    })),
    next: page.next,
  };
}
