import { randomUUID } from "node:crypto";
import { isStaff, type MaybeViewer } from "#app/auth/viewer.ts";
import type { QuestionPage, ShownComment } from "./question-page.server.ts";
import {
  canAcceptAnswer,
  canAnswer,
  canCloseQuestion,
  canComment,
  canDeleteAnswer,
  canDeleteComment,
  canDeleteQuestion,
  canEditPost,
  canMarkDuplicate,
  canReopenQuestion,
  canRequestInformation,
  canUnmarkDuplicate,
  canVerifyAnswer,
  canVote,
} from "./questions.ts";

/**
 * What the page of a question sends to the browser: no sources, no ids of people, but what the
 * viewer may do – asked of the same rules that the commands check.
 */
export function shownPage(viewer: MaybeViewer, { question, answers }: QuestionPage) {
  const {
    bodySource: _s,
    bodyText: _t,
    authorId,
    organisationId: _o,
    comments,
    ...shown
  } = question;
  const rules = { authorId, state: question.state, answerCount: question.answerCount };
  const isOwn = viewer?.id === authorId;
  const accept = canAcceptAnswer(viewer, rules);
  const comment = canComment(viewer, rules);
  return {
    question: { ...shown, comments: comments.map((row) => shownComment(viewer, row)) },
    commentKey: randomUUID(),
    status: {
      id: question.id,
      state: question.state,
      isOwn,
      closure: question.closure,
      informationRequest: question.informationRequest,
      canonical: question.canonical,
      may: {
        reopen: canReopenQuestion(viewer, rules),
        unmarkDuplicate: canUnmarkDuplicate(viewer, rules),
        endInformation: question.state === "needs-info" && (isOwn || isStaff(viewer)),
      },
    },
    may: {
      vote: canVote(viewer, rules),
      watch: viewer !== undefined,
      edit: canEditPost(viewer, rules),
      delete: canDeleteQuestion(viewer, rules),
      close: canCloseQuestion(viewer, rules),
      markDuplicate: canMarkDuplicate(viewer, rules),
      requestInformation: canRequestInformation(viewer, rules),
      answer: canAnswer(viewer, rules),
      comment,
    },
    answers: answers.map(
      ({
        bodySource: _source,
        bodyText: _text,
        authorId: answererId,
        comments: rows,
        ...answer
      }) => ({
        ...answer,
        comments: rows.map((row) => shownComment(viewer, row)),
        submissionKey: randomUUID(),
        may: {
          accept,
          edit: canEditPost(viewer, { authorId: answererId }),
          delete: canDeleteAnswer(viewer, {
            authorId: answererId,
            isAccepted: answer.acceptedAt !== null,
          }),
          vote: canVote(viewer, { authorId: answererId }),
          verify: canVerifyAnswer(viewer),
          comment,
        },
      }),
    ),
  };
}

function shownComment(
  viewer: MaybeViewer,
  { bodySource: _source, authorId, answerId: _answer, ...comment }: ShownComment,
) {
  return {
    ...comment,
    isOwn: viewer?.id === authorId,
    canEdit: canEditPost(viewer, { authorId }),
    canDelete: canDeleteComment(viewer, { authorId }),
  };
}
