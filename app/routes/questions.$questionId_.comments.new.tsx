import { randomUUID } from "node:crypto";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { forbidden, notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { addComment } from "#app/questions/commenting.server.ts";
import { newCommentSchema } from "#app/questions/question-form.ts";
import { QuestionFormPage } from "#app/questions/question-form-page.tsx";
import { findQuestion } from "#app/questions/question-page.server.ts";
import { canComment } from "#app/questions/questions.ts";
import { bodyErrors } from "#app/questions/refusals.ts";
import { MarkdownField } from "#app/ui/markdown-field.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: loaded?.title ?? "" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const question = await findQuestion(db, { viewer, questionId: idParam(params.questionId) });
  if (!question) throw notFound();
  if (!canComment(viewer, question)) throw forbidden();
  return {
    title: translator(viewer.locale, "questions")("page.addComment"),
    question: { id: question.id, title: question.title },
    submissionKey: randomUUID(),
    answer: new URL(request.url).searchParams.get("answer") ?? undefined,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  const t = translator(viewer.locale, "questions");
  const submission = parseWithZod(await request.formData(), { schema: newCommentSchema(t) });
  const answer = submission.payload.answer?.toString();
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(), answer }, { status: 400 });
  }
  const { key, answer: answerId, body } = submission.value;
  const now = new Date();
  const commented = await addComment(db, {
    viewer,
    questionId,
    answerId,
    body,
    submissionKey: key,
    now,
  });
  if (!commented.ok) {
    const fieldErrors = bodyErrors(t, refusal(commented).reason);
    return data({ lastResult: submission.reply({ fieldErrors }), answer }, { status: 400 });
  }
  return redirectWithToast(`/questions/${questionId}#comment-${commented.commentId}`, {
    key: "questions:page.commented",
  });
}

export default function NewComment() {
  const { title, question, submissionKey, ...loaded } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("questions");
  const answer = answered?.answer ?? loaded.answer;
  return (
    <QuestionFormPage
      id="comment"
      title={title}
      question={question}
      labels={{ body: t("field.comment") }}
      hidden={{ key: submissionKey, ...(answer && { answer }) }}
      lastResult={answered?.lastResult}
      submitLabel={t("page.submitComment")}
    >
      {(field) => (
        <MarkdownField field={field("body")} label={t("field.comment")} required rows={5} />
      )}
    </QuestionFormPage>
  );
}
