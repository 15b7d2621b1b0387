import { searchVectorOf } from "#app/questions/search-terms.server.ts";
import { importedRecords } from "#db/schema/portal.ts";
import { questionHistory, revisions } from "#db/schema/question-activity.ts";
import { answers, questions } from "#db/schema/questions.ts";
import type { Locale } from "#db/vocabulary.ts";
import { addProblem } from "./import-report.ts";
import { findImportedPosts, type ImportRun, takeKeys } from "./import-run.server.ts";
import { ensurePeople } from "./people-import.server.ts";
import { type RenderedBody, renderHtmlBodies } from "./rendered-bodies.server.ts";
import type { Located } from "./row-batches.server.ts";
import type { DumpAnswer, DumpQuestion } from "./stackexchange-rows.ts";
import { findStagedVotes, stageQuestions } from "./staging.server.ts";

type Usable<T> = { value: T; body: RenderedBody };

const LETTERS = /\p{L}/gu;
const JAPANESE_LETTERS = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu;

/** A text is Japanese when every tenth letter is; an English one may quote a word or two. */
export function localeOf(text: string): Locale {
  const letters = text.match(LETTERS)?.length ?? 0;
  const japanese = text.match(JAPANESE_LETTERS)?.length ?? 0;
  return japanese > 0 && japanese * 10 >= letters ? "ja" : "en";
}

/** Imports the questions of one batch that are not there yet. */
export async function importQuestions(
  run: ImportRun,
  batch: Located<DumpQuestion>[],
): Promise<void> {
  const { tx, now, source } = run;
  const fresh = await withoutImported(run, batch);
  const usable = await rendered(run, fresh);
  const posts = await insertable(run, "questions", usable);
  if (posts.length > 0) {
    await tx
      .insert(questions)
      .overridingSystemValue()
      .values(
        posts.map(({ value, columns }) => ({
          ...columns,
          title: value.title,
          productAreaId: run.productAreaId,
          scope: "public" as const,
          locale: localeOf(`${value.title}\n${columns.bodyText}`),
          lastActivityAt: value.lastActivityAt,
          searchVector: searchVectorOf({ title: value.title, text: columns.bodyText }),
        })),
      );
    await tx.insert(revisions).values(
      posts.map(({ value, columns }) => ({
        questionId: columns.id,
        editorId: columns.authorId,
        title: value.title,
        bodySource: columns.bodySource,
        createdAt: value.editedAt ?? value.createdAt,
      })),
    );
    await tx.insert(questionHistory).values(
      posts.map(({ value, columns }) => ({
        questionId: columns.id,
        kind: "imported" as const,
        detail: { source, externalId: value.id },
        at: now,
      })),
    );
    await tx.insert(importedRecords).values(
      posts.map(({ value, columns }) => ({
        source,
        kind: "question" as const,
        externalId: value.id,
        questionId: columns.id,
        importedAt: now,
      })),
    );
  }
  run.report.imported.questions += posts.length;
  const ids = new Map(posts.map(({ value, columns }) => [value, columns.id]));
  await stageQuestions(
    tx,
    batch.map(({ value }) => {
      const questionId = ids.get(value);
      return {
        externalId: value.id,
        acceptedAnswerId: value.acceptedAnswerId,
        ...(questionId && { added: { questionId, tags: value.tags, closedAt: value.closedAt } }),
      };
    }),
  );
}

/** Imports the answers of one batch that are not there yet; all questions must be in. */
export async function importAnswers(run: ImportRun, batch: Located<DumpAnswer>[]): Promise<void> {
  const { tx, now, source, report } = run;
  const fresh = await withoutImported(run, batch);
  const parents = await findImportedPosts(
    run,
    fresh.map(({ value }) => value.questionId),
  );
  const parentOf = (answer: DumpAnswer) => {
    const parent = parents.get(answer.questionId);
    return parent?.answerId === undefined ? parent : undefined;
  };
  const answering = fresh.filter(({ place, value }) => {
    if (parentOf(value)) return true;
    addProblem(
      report,
      place,
      `ParentId ${value.questionId} is not a question that could be imported`,
    );
    return false;
  });
  const usable = await rendered(run, answering);
  const posts = (await insertable(run, "answers", usable)).map(({ value, columns }) => {
    const parent = parentOf(value);
    if (!parent) throw new Error("an answer lost its question");
    return { value, parent, columns: { ...columns, questionId: parent.questionId } };
  });
  if (posts.length === 0) return;
  await tx
    .insert(answers)
    .overridingSystemValue()
    .values(posts.map(({ columns }) => columns));
  await tx.insert(revisions).values(
    posts.map(({ value, columns }) => ({
      answerId: columns.id,
      editorId: columns.authorId,
      bodySource: columns.bodySource,
      createdAt: value.editedAt ?? value.createdAt,
    })),
  );
  const late = posts.filter(({ parent }) => !parent.isNew);
  if (late.length > 0) {
    await tx.insert(questionHistory).values(
      late.map(({ value, columns }) => ({
        questionId: columns.questionId,
        answerId: columns.id,
        kind: "imported" as const,
        detail: { source, externalId: value.id },
        at: now,
      })),
    );
  }
  await tx.insert(importedRecords).values(
    posts.map(({ value, columns }) => ({
      source,
      kind: "answer" as const,
      externalId: value.id,
      answerId: columns.id,
      importedAt: now,
    })),
  );
  report.imported.answers += posts.length;
}

/** Leaves out what an earlier import brought, and reports a number that the dump uses twice. */
async function withoutImported<T extends DumpQuestion | DumpAnswer>(
  run: ImportRun,
  batch: Located<T>[],
): Promise<Located<T>[]> {
  const there = await findImportedPosts(
    run,
    batch.map(({ value }) => value.id),
  );
  const seen = new Set<string>();
  return batch.filter(({ place, value }) => {
    const known = there.get(value.id);
    if (seen.has(value.id) || known?.isNew) {
      addProblem(run.report, place, `Id ${value.id} belongs to an earlier row`);
      return false;
    }
    seen.add(value.id);
    if (known) run.report.alreadyThere++;
    return !known;
  });
}

async function rendered<T extends DumpQuestion | DumpAnswer>(
  { report, site }: ImportRun,
  batch: Located<T>[],
): Promise<Usable<T>[]> {
  const bodies = await renderHtmlBodies(
    batch.map(({ value }) => value.html),
    { host: site },
  );
  return batch.flatMap(({ place, value }, index) => {
    const outcome = bodies[index];
    if (outcome?.ok) return [{ value, body: outcome.body }];
    addProblem(report, place, outcome?.problem ?? "it could not be shown");
    return [];
  });
}

/** Adds to posts what all of them have in the database: key, author, votes and dates. */
async function insertable<T extends DumpQuestion | DumpAnswer>(
  run: ImportRun,
  table: "questions" | "answers",
  posts: Usable<T>[],
) {
  if (posts.length === 0) return [];
  const authors = await ensurePeople(
    run,
    posts.map(({ value }) => ({ author: value.author, at: value.createdAt })),
  );
  const keys = await takeKeys(run.tx, table, posts.length);
  const votes = run.hasVotes
    ? await findStagedVotes(
        run.tx,
        posts.map(({ value }) => value.id),
      )
    : undefined;
  return posts.map(({ value, body }, index) => {
    const helpful = votes ? (votes.get(value.id) ?? 0) : Math.max(value.score, 0);
    const columns = {
      id: keys[index] as number,
      authorId: authors.get(value.author.key) as number,
      ...body,
      createdAt: value.createdAt,
      editedAt: value.editedAt ?? null,
      helpfulCount: helpful,
      importedHelpfulCount: helpful,
    };
    return { value, columns };
  });
}
