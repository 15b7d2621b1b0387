import { cleanLine } from "#app/lib/clean-text.ts";
import { languageOf } from "#app/questions/asking.server.ts";
import { searchVectorOf } from "#app/questions/search-terms.server.ts";
import type { questionHistory, questionWatches, revisions } from "#db/schema/question-activity.ts";
import type {
  acceptedAnswers,
  answers,
  answerVerifications,
  comments,
  helpfulVotes,
  informationRequests,
  questionClosures,
  questionDuplicates,
  questions,
} from "#db/schema/questions.ts";
import type { Community, Member } from "./community.ts";
import type { SeedAnswer, SeedComment, SeedQuestion } from "./content/types.ts";
import { fraction } from "./fraction.ts";
import type { Row } from "./insert-rows.ts";
import type { Body } from "./rendered-bodies.ts";
import type { Thread, ThreadEvent } from "./threads.ts";

const DAY = 24 * 60 * 60_000;

/** Keys of all posts, chosen beforehand so that rows can refer to each other. */
export type PostIds = {
  /** By key of the content. */
  questions: Map<string, number>;
  answers: Map<SeedAnswer, number>;
  comments: Map<SeedComment, number>;
};

/** Numbers all posts in the order in which they were written. */
export function numberPosts(threads: Thread[]): PostIds {
  const ids: PostIds = { questions: new Map(), answers: new Map(), comments: new Map() };
  const events = threads.flatMap(({ question, events }) =>
    events.map((event) => ({ question, event })),
  );
  events.sort((a, b) => a.event.at.getTime() - b.event.at.getTime());
  for (const { question, event } of events) {
    if (event.kind === "asked") ids.questions.set(question.key, ids.questions.size + 1);
    if (event.kind === "answered") ids.answers.set(event.answer, ids.answers.size + 1);
    if (event.kind === "commented") ids.comments.set(event.comment, ids.comments.size + 1);
  }
  return ids;
}

type Given = {
  ids: PostIds;
  community: Community;
  bodies: ReadonlyMap<string, Body>;
  now: Date;
};

/** The rows of one thread, complete as the portal itself would have written them one by one. */
export function rowsOfThread(thread: Thread, given: Given) {
  const rows = emptyRows();
  const { question } = thread;
  const questionId = found(given.ids.questions, question.key);
  rows.questions.push(questionRow(thread, given));
  addVotes(rows, { questionId }, question, thread.askedAt, given);
  for (const event of thread.events) {
    const actor = found(given.community.members, event.by);
    addHistory(rows, { questionId, actor, event, question }, given);
    addFact(rows, { questionId, actor, event, thread }, given);
    addWatch(rows, { questionId, actor, event });
  }
  return rows;
}

export type ThreadRows = ReturnType<typeof emptyRows>;

export function emptyRows() {
  return {
    questions: [] as Row<typeof questions>[],
    answers: [] as Row<typeof answers>[],
    comments: [] as Row<typeof comments>[],
    revisions: [] as (Row<typeof revisions> & { createdAt: Date })[],
    history: [] as (Row<typeof questionHistory> & { at: Date })[],
    watches: [] as Row<typeof questionWatches>[],
    votes: [] as (Row<typeof helpfulVotes> & { createdAt: Date })[],
    accepted: [] as Row<typeof acceptedAnswers>[],
    verifications: [] as Row<typeof answerVerifications>[],
    requests: [] as Row<typeof informationRequests>[],
    duplicates: [] as Row<typeof questionDuplicates>[],
    closures: [] as Row<typeof questionClosures>[],
  };
}

function questionRow({ question, askedAt, events }: Thread, given: Given) {
  const { areaIds, members } = given.community;
  const author = found(members, question.by);
  const body = found(given.bodies, question.body);
  const title = cleanLine(question.title);
  const narrowed = events.find(({ kind }) => kind === "edited");
  const activity = events.filter(({ kind }) => ["asked", "answered", "commented"].includes(kind));
  return {
    ...body,
    id: found(given.ids.questions, question.key),
    authorId: author.id,
    organisationId: author.organisationId,
    title,
    productAreaId: found(areaIds, question.area),
    scope: question.scope,
    locale: languageOf(title + body.bodyText),
    helpfulCount: question.helpfulBy?.length ?? 0,
    version: narrowed ? 2 : 1,
    createdAt: askedAt,
    editedAt: narrowed?.at ?? null,
    lastActivityAt: activity.at(-1)?.at ?? askedAt,
    searchVector: searchVectorOf({ title, text: body.bodyText }),
  };
}

type Step = { questionId: number; actor: Member; event: ThreadEvent };

/** Comments are told by themselves; everything else leaves a line in the question's history. */
function addHistory(
  rows: ThreadRows,
  { questionId, actor, event, question }: Step & { question: SeedQuestion },
  { ids }: Given,
): void {
  const { at, kind } = event;
  if (kind === "commented") return;
  rows.history.push({
    questionId,
    answerId: "answer" in event ? found(ids.answers, event.answer) : null,
    actorId: actor.id,
    kind,
    detail: historyDetail(event, question, ids),
    at,
  });
}

function historyDetail(
  { kind }: ThreadEvent,
  { closed, duplicateOf, needsInfo }: SeedQuestion,
  ids: PostIds,
): Record<string, string | number> {
  if (kind === "closed" && closed) return { reason: closed.reason, note: closed.note };
  if (kind === "information-requested" && needsInfo) return { message: needsInfo.message };
  if (kind === "marked-duplicate" && duplicateOf) {
    return { canonicalId: found(ids.questions, duplicateOf) };
  }
  return {};
}

function addFact(
  rows: ThreadRows,
  { questionId, actor, event, thread: { question, events } }: Step & { thread: Thread },
  given: Given,
): void {
  const { at } = event;
  const editorId = actor.id;
  switch (event.kind) {
    case "asked":
    case "edited": {
      const { bodySource } = found(given.bodies, question.body);
      const title = cleanLine(question.title);
      rows.revisions.push({ questionId, editorId, title, bodySource, createdAt: at });
      break;
    }
    case "answered":
      addAnswer(rows, { questionId, actor, at, answer: event.answer, events }, given);
      break;
    case "answer-edited": {
      const answerId = found(given.ids.answers, event.answer);
      const bodySource = event.answer.editedTo ?? event.answer.body;
      rows.revisions.push({ answerId, editorId, bodySource, createdAt: at });
      break;
    }
    case "commented": {
      const id = found(given.ids.comments, event.comment);
      const body = found(given.bodies, event.comment.body);
      const answerId = event.answer ? found(given.ids.answers, event.answer) : null;
      rows.comments.push({ ...body, id, questionId, answerId, authorId: actor.id, createdAt: at });
      rows.revisions.push({
        commentId: id,
        editorId,
        bodySource: body.bodySource,
        createdAt: at,
      });
      break;
    }
    case "accepted": {
      const answerId = found(given.ids.answers, event.answer);
      rows.accepted.push({ questionId, answerId, acceptedBy: actor.id, acceptedAt: at });
      break;
    }
    case "verified": {
      const answerId = found(given.ids.answers, event.answer);
      rows.verifications.push({ answerId, verifiedBy: actor.id, verifiedAt: at });
      break;
    }
    case "information-requested": {
      const message = question.needsInfo?.message ?? "";
      rows.requests.push({ questionId, message, requestedBy: actor.id, requestedAt: at });
      break;
    }
    case "marked-duplicate": {
      const canonicalId = found(given.ids.questions, question.duplicateOf ?? "");
      rows.duplicates.push({ questionId, canonicalId, markedBy: actor.id, markedAt: at });
      break;
    }
    case "closed":
      if (!question.closed) break;
      rows.closures.push({
        questionId,
        reason: question.closed.reason,
        note: question.closed.note,
        closedBy: actor.id,
        closedAt: at,
      });
  }
}

function addAnswer(
  rows: ThreadRows,
  {
    questionId,
    actor,
    at,
    answer,
    events,
  }: { questionId: number; actor: Member; at: Date; answer: SeedAnswer; events: ThreadEvent[] },
  given: Given,
): void {
  const id = found(given.ids.answers, answer);
  const edit = events.find((event) => event.kind === "answer-edited" && event.answer === answer);
  rows.answers.push({
    ...found(given.bodies, answer.editedTo ?? answer.body),
    id,
    questionId,
    authorId: actor.id,
    organisationId: actor.organisationId,
    trueForVersion: answer.trueForVersion ?? null,
    reviewOn: answer.trueForVersion ? dayOf(at.getTime() + 365 * DAY) : null,
    helpfulCount: answer.helpfulBy?.length ?? 0,
    version: edit ? 2 : 1,
    createdAt: at,
    editedAt: edit?.at ?? null,
  });
  rows.revisions.push({
    answerId: id,
    editorId: actor.id,
    bodySource: answer.body,
    createdAt: at,
  });
  addVotes(rows, { answerId: id }, answer, at, given);
}

/** Whoever asks, answers or comments hears of the question from then on. */
function addWatch(rows: ThreadRows, { questionId, actor, event }: Step): void {
  if (!["asked", "answered", "commented"].includes(event.kind)) return;
  if (rows.watches.some(({ personId }) => personId === actor.id)) return;
  rows.watches.push({ questionId, personId: actor.id, watchedAt: event.at });
}

/** Votes come in within three weeks of a post, most of them soon. */
function addVotes(
  rows: ThreadRows,
  target: { questionId: number } | { answerId: number },
  { by, body, helpfulBy = [] }: { by: string; body: string; helpfulBy?: string[] },
  postedAt: Date,
  { community, now }: Given,
): void {
  const span = Math.min(21 * DAY, now.getTime() - postedAt.getTime());
  for (const voter of helpfulBy) {
    const member = found(community.members, voter);
    const wait = span * fraction(by, body, voter) ** 2;
    rows.votes.push({
      ...target,
      personId: member.id,
      organisationId: member.organisationId,
      createdAt: new Date(postedAt.getTime() + wait),
    });
  }
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The value of a key that must be there. */
export function found<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo community does not know ${String(key)}`);
  return value;
}
