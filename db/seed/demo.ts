import { sql } from "drizzle-orm";
import { hashPassword } from "#app/auth/passwords.server.ts";
import { closeRenderer } from "#app/lib/markdown/render.ts";
import { changePortalSettings } from "#app/portal/portal.server.ts";
import { refreshQuestionStates } from "#app/questions/question-state.server.ts";
import { parseTags } from "#app/questions/questions.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { questionHistory, questionWatches, revisions } from "#db/schema/question-activity.ts";
import {
  acceptedAnswers,
  answers,
  answerVerifications,
  comments,
  helpfulVotes,
  informationRequests,
  questionClosures,
  questionDuplicates,
  questions,
  questionTags,
  tags,
} from "#db/schema/questions.ts";
import { seedCertification } from "./certification.ts";
import { insertCommunity } from "./community.ts";
import { people, product, questions as questionContent, vendor } from "./content/index.ts";
import { DEMO_PASSWORD, isEmpty } from "./demo-accounts.ts";
import { eventTexts, seedEvents } from "./events.ts";
import { seedExamAttempts } from "./exam-attempts.ts";
import { seedExams } from "./exam-bank.ts";
import { continueKeys, insertRows } from "./insert-rows.ts";
import { newsOfThread } from "./news.ts";
import { seedPairSessions } from "./pair-sessions.ts";
import { seedPoints } from "./points.ts";
import { renderBodies } from "./rendered-bodies.ts";
import { seedRouting } from "./routing.ts";
import { emptyRows, found, numberPosts, type PostIds, rowsOfThread } from "./thread-rows.ts";
import { type Thread, threadOf } from "./threads.ts";

const SEED_LOCK = 7_236_404;
const DAY = 24 * 60 * 60_000;

/**
 * Fills an empty portal with the demo community, whole or not at all. Does nothing when somebody
 * is there already, or when another process fills it at the same moment.
 *
 * @returns whether the community was written
 */
export async function seedDemo(
  db: Db,
  { now, onProgress }: { now: Date; onProgress?: (done: number, total: number) => void },
): Promise<boolean> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
      if (!(await isEmpty(tx))) return false;
      await writeCommunity(tx, now, onProgress ?? (() => {}));
      return true;
    });
  } finally {
    await closeRenderer();
  }
}

async function writeCommunity(
  tx: DbOrTx,
  now: Date,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const staff = people.filter(({ organisation }) => organisation === null);
  const threads = questionContent
    .map((question) => threadOf(question, { now, staff }))
    .sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime());
  const names = new Map(people.map(({ handle, name }) => [handle, name]));
  const [passwordHash, bodies] = await Promise.all([
    hashPassword(DEMO_PASSWORD),
    renderBodies([...threads.flatMap(textsOf), ...eventTexts], names, onProgress),
  ]);
  const community = await insertCommunity(tx, {
    passwordHash,
    now,
    openedAt: new Date((threads[0]?.askedAt ?? now).getTime() - 14 * DAY),
    firstDeeds: firstDeeds(threads),
  });
  await changePortalSettings(tx, {
    changes: {
      name: `${product.name} コミュニティ`,
      vendorName: vendor.name,
      tagline: `${product.name}を使う人どうしで、質問し、教え合う場所です。`,
      defaultQuestionScope: "public",
    },
    now,
  });
  const ids = numberPosts(threads);
  const rows = emptyRows();
  for (const thread of threads) {
    const own = rowsOfThread(thread, { ids, community, bodies, now });
    for (const name of Object.keys(rows) as (keyof typeof rows)[]) {
      (rows[name] as unknown[]).push(...own[name]);
    }
  }
  await insertRows(tx, questions, rows.questions);
  await insertRows(tx, answers, byKey(rows.answers));
  await insertRows(tx, comments, byKey(rows.comments));
  await insertRows(tx, revisions, byTime(rows.revisions, "createdAt"));
  await insertRows(tx, questionHistory, byTime(rows.history, "at"));
  await insertRows(tx, helpfulVotes, byTime(rows.votes, "createdAt"));
  await insertRows(tx, questionWatches, rows.watches);
  await insertRows(tx, acceptedAnswers, rows.accepted);
  await insertRows(tx, answerVerifications, rows.verifications);
  await insertRows(tx, informationRequests, rows.requests);
  await insertRows(tx, questionDuplicates, rows.duplicates);
  await insertRows(tx, questionClosures, rows.closures);
  await insertTags(tx, threads, ids);
  const news = threads.flatMap((thread) => newsOfThread(thread, { ids, community, now }));
  await insertRows(tx, notifications, byTime(news, "createdAt"));
  for (const table of [questions, answers, comments]) await continueKeys(tx, table);
  await refreshQuestionStates(tx, [...ids.questions.values()]);
  const exams = await seedExams(tx, { now });
  await seedCertification(tx, { now });
  await seedExamAttempts(tx, { exams, now });
  await seedRouting(tx, { now });
  await seedPoints(tx, { now });
  await seedPairSessions(tx, { community, now });
  await seedEvents(tx, { community, bodies, now });
}

async function insertTags(tx: DbOrTx, threads: Thread[], ids: PostIds): Promise<void> {
  const tagged = threads.flatMap(({ question, askedAt }) =>
    parseTags(question.tags.join(",")).map((name) => ({ name, question, askedAt })),
  );
  // Threads come oldest first: a tag is as old as the first question that carries it.
  const firstUse = new Map(tagged.toReversed().map(({ name, askedAt }) => [name, askedAt]));
  const names = [...new Set(tagged.map(({ name }) => name))];
  const tagIds = new Map(names.map((name, index) => [name, index + 1]));
  await insertRows(
    tx,
    tags,
    names.map((name) => ({ id: found(tagIds, name), name, createdAt: found(firstUse, name) })),
  );
  await insertRows(
    tx,
    questionTags,
    tagged.map(({ name, question }) => ({
      questionId: found(ids.questions, question.key),
      tagId: found(tagIds, name),
    })),
  );
  await continueKeys(tx, tags);
}

/** Every text of a thread that is shown today; a first version that was improved is not. */
function textsOf({ question }: Thread): string[] {
  const { answers, comments = [] } = question;
  return [
    question.body,
    ...comments.map(({ body }) => body),
    ...answers.flatMap(({ body, editedTo, comments = [] }) => [
      editedTo ?? body,
      ...comments.map((comment) => comment.body),
    ]),
  ];
}

/** When each person first wrote or did something; for a vote, when what it is for was written. */
function firstDeeds(threads: Thread[]): Map<string, Date> {
  const deeds = threads.flatMap(({ question, askedAt, events }) => [
    ...events.map(({ by, at }) => ({ by, at })),
    ...(question.helpfulBy ?? []).map((by) => ({ by, at: askedAt })),
    ...events.flatMap((event) =>
      event.kind === "answered"
        ? (event.answer.helpfulBy ?? []).map((by) => ({ by, at: event.at }))
        : [],
    ),
  ]);
  deeds.sort((a, b) => b.at.getTime() - a.at.getTime());
  return new Map(deeds.map(({ by, at }) => [by, at]));
}

function byKey<T extends { id?: unknown }>(rows: T[]): T[] {
  return rows.toSorted((a, b) => Number(a.id) - Number(b.id));
}

function byTime<K extends string, T extends Record<K, Date>>(rows: T[], column: K): T[] {
  return rows.toSorted((a, b) => a[column].getTime() - b[column].getTime());
}
