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
import { editComment } from "#app/questions/commenting.server.ts";
import { findEditableComment } from "#app/questions/editable-posts.server.ts";
import { editedCommentSchema } from "#app/questions/question-form.ts";
import { QuestionFormPage } from "#app/questions/question-form-page.tsx";
import { canEditPost } from "#app/questions/questions.ts";
import { bodyErrors } from "#app/questions/refusals.ts";
import { StaleEdit } from "#app/questions/stale-edit.tsx";
import { diffTexts } from "#app/questions/text-diff.server.ts";
import { MarkdownField } from "#app/ui/markdown-field.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: loaded?.title ?? "" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const commentId = idParam(params.commentId);
  const comment = await findEditableComment(db, { viewer, commentId });
  if (!comment) throw notFound();
  if (!canEditPost(viewer, comment)) throw forbidden();
  return {
    title: translator(viewer.locale, "questions")("edit.commentTitle"),
    question: { id: comment.questionId, title: comment.questionTitle },
    version: comment.version,
    values: { body: comment.bodySource },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const commentId = idParam(params.commentId);
  const t = translator(viewer.locale, "questions");
  const submission = parseWithZod(await request.formData(), { schema: editedCommentSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(), stale: undefined }, { status: 400 });
  }
  const { version, body } = submission.value;
  const edited = await editComment(db, { viewer, commentId, version, body, now: new Date() });
  if (edited.ok) {
    return redirectWithToast(`/questions/${edited.questionId}#comment-${commentId}`, {
      key: "questions:edit.done",
    });
  }
  const refused = refusal(edited);
  if (refused.reason === "changed-meanwhile") {
    const { version: newest, body: current } = refused.current;
    const stale = { version: newest, current, diff: diffTexts(current, body) };
    return data({ lastResult: submission.reply(), stale }, { status: 409 });
  }
  const lastResult = submission.reply({ fieldErrors: bodyErrors(t, refused.reason) });
  return data({ lastResult, stale: undefined }, { status: 400 });
}

export default function EditComment() {
  const { title, question, version, values } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("questions");
  return (
    <QuestionFormPage
      id="comment-edit"
      title={title}
      question={question}
      labels={{ body: t("field.comment") }}
      values={values}
      hidden={{ version: answered?.stale?.version ?? version }}
      lastResult={answered?.lastResult}
      submitLabel={t("edit.submit")}
      before={answered?.stale && <StaleEdit {...answered.stale} />}
    >
      {(field) => (
        <MarkdownField field={field("body")} label={t("field.comment")} required rows={5} />
      )}
    </QuestionFormPage>
  );
}
