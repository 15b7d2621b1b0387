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
import { duplicateSchema } from "#app/questions/question-form.ts";
import { QuestionFormPage } from "#app/questions/question-form-page.tsx";
import { findQuestion } from "#app/questions/question-page.server.ts";
import { canMarkDuplicate } from "#app/questions/questions.ts";
import { markDuplicate } from "#app/questions/resolution.server.ts";
import { TextField } from "#app/ui/fields.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: loaded?.title ?? "" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const question = await findQuestion(db, { viewer, questionId: idParam(params.questionId) });
  if (!question) throw notFound();
  if (!canMarkDuplicate(viewer, question)) throw forbidden();
  return {
    title: translator(viewer.locale, "questions")("duplicate.title"),
    question: { id: question.id, title: question.title },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  const t = translator(viewer.locale, "questions");
  const submission = parseWithZod(await request.formData(), { schema: duplicateSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const canonicalId = submission.value.canonical;
  const marked = await markDuplicate(db, { viewer, questionId, canonicalId, now: new Date() });
  if (!marked.ok) {
    const { reason } = refusal(marked);
    const message = t(
      reason === "same-question" ? "error.canonical.same" : "error.canonical.not-found",
    );
    const lastResult = submission.reply({ fieldErrors: { canonical: [message] } });
    return data({ lastResult }, { status: 400 });
  }
  return redirectWithToast(`/questions/${questionId}`, { key: "questions:duplicate.done" });
}

export default function MarkDuplicate() {
  const { title, question } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("questions");
  return (
    <QuestionFormPage
      id="duplicate"
      title={title}
      lead={t("duplicate.lead")}
      question={question}
      labels={{ canonical: t("duplicate.field") }}
      lastResult={lastResult}
      submitLabel={t("duplicate.submit")}
    >
      {(field) => (
        <TextField
          field={field("canonical")}
          label={t("duplicate.field")}
          required
          autoComplete="off"
          maxLength={300}
        />
      )}
    </QuestionFormPage>
  );
}
