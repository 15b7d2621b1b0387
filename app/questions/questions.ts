import { isStaff, type MaybeViewer } from "#app/auth/viewer.ts";
import { cleanLine } from "#app/lib/clean-text.ts";
import type { QuestionState } from "#db/vocabulary.ts";

export const TITLE_MIN = 5;
export const TITLE_MAX = 150;
export const BODY_MAX = 50_000;
export const COMMENT_MAX = 2_000;
export const TAGS_MAX = 5;
export const TAG_LENGTH_MAX = 30;
/** How long whoever deleted a post of their own can take that back. */
export const RESTORE_DAYS = 30;

/** The facts from which a question's state follows. */
export type QuestionFacts = {
  hidden: boolean;
  duplicate: boolean;
  closed: boolean;
  informationRequested: boolean;
  accepted: boolean;
  answerCount: number;
};

/** The one state a question shows; what stops readers first wins. */
export function stateOf(facts: QuestionFacts): QuestionState {
  if (facts.hidden) return "hidden";
  if (facts.duplicate) return "duplicate";
  if (facts.closed) return "closed";
  if (facts.informationRequested) return "needs-info";
  if (facts.accepted) return "solved";
  return facts.answerCount > 0 ? "answered" : "open";
}

/** What the rules below need to know of a question. */
export type QuestionLike = { authorId: number; state: QuestionState; answerCount: number };
export type PostLike = { authorId: number };

const isOwn = (viewer: MaybeViewer, post: PostLike) => viewer?.id === post.authorId;

/** Closed, duplicate and hidden questions take no more answers. */
export function canAnswer(viewer: MaybeViewer, question: QuestionLike): boolean {
  return viewer !== undefined && !["closed", "duplicate", "hidden"].includes(question.state);
}

export function canComment(viewer: MaybeViewer, question: QuestionLike): boolean {
  return viewer !== undefined && question.state !== "hidden";
}

/** The asker or staff say what solved it. */
export function canAcceptAnswer(viewer: MaybeViewer, question: QuestionLike): boolean {
  return question.state !== "hidden" && (isOwn(viewer, question) || isStaff(viewer));
}

export function canEditPost(viewer: MaybeViewer, post: PostLike): boolean {
  return isOwn(viewer, post) || isStaff(viewer);
}

/** An asker may take a question back while nobody has answered it. */
export function canDeleteQuestion(viewer: MaybeViewer, question: QuestionLike): boolean {
  return isStaff(viewer) || (isOwn(viewer, question) && question.answerCount === 0);
}

/** An author may take an answer back while it is not the accepted one. */
export function canDeleteAnswer(
  viewer: MaybeViewer,
  answer: PostLike & { isAccepted: boolean },
): boolean {
  return isStaff(viewer) || (isOwn(viewer, answer) && !answer.isAccepted);
}

export function canDeleteComment(viewer: MaybeViewer, comment: PostLike): boolean {
  return isStaff(viewer) || isOwn(viewer, comment);
}

export function canVote(viewer: MaybeViewer, post: PostLike): boolean {
  return viewer !== undefined && !isOwn(viewer, post);
}

export function canVerifyAnswer(viewer: MaybeViewer): boolean {
  return isStaff(viewer);
}

/** Those who help may ask the asker for what is missing. */
export function canRequestInformation(viewer: MaybeViewer, question: QuestionLike): boolean {
  return (
    (isStaff(viewer) || viewer?.isSupporter === true) &&
    !isOwn(viewer, question) &&
    ["open", "answered"].includes(question.state)
  );
}

export function canCloseQuestion(viewer: MaybeViewer, question: QuestionLike): boolean {
  return (
    (isOwn(viewer, question) || isStaff(viewer)) &&
    !["closed", "duplicate", "hidden"].includes(question.state)
  );
}

export function canReopenQuestion(viewer: MaybeViewer, question: QuestionLike): boolean {
  return (isOwn(viewer, question) || isStaff(viewer)) && question.state === "closed";
}

/** Also says who may point a question to the one it repeats. */
export const canMarkDuplicate = canCloseQuestion;

export function canUnmarkDuplicate(viewer: MaybeViewer, question: QuestionLike): boolean {
  return (isOwn(viewer, question) || isStaff(viewer)) && question.state === "duplicate";
}

/** Tags as typed (`CSV, 権限　通知`) become distinct names: folded, lower case, bounded. */
export function parseTags(typed: string): string[] {
  const names = typed
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s,、，#]+/u)
    .map((name) => [...name.replace(/[^\p{L}\p{N}\-_.+ー々]/gu, "")])
    .map((characters) => characters.slice(0, TAG_LENGTH_MAX).join(""))
    .filter((name) => name !== "");
  return [...new Set(names)].slice(0, TAGS_MAX);
}

/** What a title says once characters that show nothing, or turn the text around, are left out. */
export function visibleText(text: string): string {
  return cleanLine(text);
}
