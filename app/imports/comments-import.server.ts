import { and, eq, inArray } from "drizzle-orm";
import { importedRecords } from "#db/schema/portal.ts";
import { revisions } from "#db/schema/question-activity.ts";
import { comments } from "#db/schema/questions.ts";
import { addProblem } from "./import-report.ts";
import { findImportedPosts, type ImportRun, takeKeys } from "./import-run.server.ts";
import { ensurePeople } from "./people-import.server.ts";
import { renderMarkdownBodies } from "./rendered-bodies.server.ts";
import type { Located } from "./row-batches.server.ts";
import type { DumpComment } from "./stackexchange-rows.ts";

/** Imports the comments of one batch that are not there yet; all posts must be in. */
export async function importComments(run: ImportRun, batch: Located<DumpComment>[]): Promise<void> {
  const { tx, now, source, report } = run;
  const fresh = await withoutImported(run, batch);
  const posts = await findImportedPosts(
    run,
    fresh.map(({ value }) => value.postId),
  );
  const placed = fresh.filter(({ place, value }) => {
    if (posts.has(value.postId)) return true;
    addProblem(report, place, `PostId ${value.postId} is not a post that could be imported`);
    return false;
  });
  const bodies = await renderMarkdownBodies(placed.map(({ value }) => value.markdown));
  const usable = placed.flatMap(({ place, value }, index) => {
    const outcome = bodies[index];
    if (outcome?.ok) return [{ value, body: outcome.body }];
    addProblem(report, place, outcome?.problem ?? "it could not be shown");
    return [];
  });
  if (usable.length === 0) return;
  const authors = await ensurePeople(
    run,
    usable.map(({ value }) => ({ author: value.author, at: value.createdAt })),
  );
  const keys = await takeKeys(tx, "comments", usable.length);
  const rows = usable.map(({ value, body }, index) => ({
    id: keys[index] as number,
    authorId: authors.get(value.author.key) as number,
    ...body,
    createdAt: value.createdAt,
    questionId: posts.get(value.postId)?.questionId as number,
    answerId: posts.get(value.postId)?.answerId ?? null,
  }));
  await tx.insert(comments).overridingSystemValue().values(rows);
  await tx.insert(revisions).values(
    rows.map(({ id, authorId, bodySource, createdAt }) => ({
      commentId: id,
      editorId: authorId,
      bodySource,
      createdAt,
    })),
  );
  await tx.insert(importedRecords).values(
    usable.map(({ value }, index) => ({
      source,
      kind: "comment" as const,
      externalId: value.id,
      commentId: keys[index],
      importedAt: now,
    })),
  );
  report.imported.comments += rows.length;
}

async function withoutImported(
  { tx, source, before, report }: ImportRun,
  batch: Located<DumpComment>[],
): Promise<Located<DumpComment>[]> {
  const rows = await tx
    .select({ externalId: importedRecords.externalId, commentId: importedRecords.commentId })
    .from(importedRecords)
    .where(
      and(
        eq(importedRecords.source, source),
        eq(importedRecords.kind, "comment"),
        inArray(
          importedRecords.externalId,
          batch.map(({ value }) => value.id),
        ),
      ),
    );
  const there = new Map(rows.map((row) => [row.externalId, row.commentId ?? 0]));
  const seen = new Set<string>();
  return batch.filter(({ place, value }) => {
    const known = there.get(value.id);
    if (seen.has(value.id) || (known !== undefined && known > before.comment)) {
      addProblem(report, place, `Id ${value.id} belongs to an earlier row`);
      return false;
    }
    seen.add(value.id);
    if (known !== undefined) report.alreadyThere++;
    return known === undefined;
  });
}
