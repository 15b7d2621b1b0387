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
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { informationSchema } from "#app/questions/question-form.ts";
import { QuestionFormPage } from "#app/questions/question-form-page.tsx";
import { findQuestion } from "#app/questions/question-page.server.ts";
import { canRequestInformation } from "#app/questions/questions.ts";
import { requestInformation } from "#app/questions/resolution.server.ts";
import { TextAreaField } from "#app/ui/fields.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: loaded?.title ?? "" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const question = await findQuestion(db, { viewer, questionId: idParam(params.questionId) });
  if (!question) throw notFound();
  if (!canRequestInformation(viewer, question)) throw forbidden();
  return {
    title: translator(viewer.locale, "questions")("information.title"),
    question: { id: question.id, title: question.title },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  const t = translator(viewer.locale, "questions");
  const submission = parseWithZod(await request.formData(), { schema: informationSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { message } = submission.value;
  const outcome = await requestInformation(db, { viewer, questionId, message, now: new Date() });
  allowed(outcome);
  return redirectWithToast(`/questions/${questionId}`, { key: "questions:information.done" });
}

export default function RequestInformation() {
  const { title, question } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("questions");
  return (
    <QuestionFormPage
      id="information"
      title={title}
      lead={t("information.lead")}
      question={question}
      labels={{ message: t("information.field") }}
      lastResult={lastResult}
      submitLabel={t("information.submit")}
    >
      {(field) => (
        <TextAreaField
          field={field("message")}
          label={t("information.field")}
          hint={t("information.field.hint")}
          required
          rows={5}
          maxLength={4000}
        />
      )}
    </QuestionFormPage>
  );
}
