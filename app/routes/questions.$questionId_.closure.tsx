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
import { closureSchema } from "#app/questions/question-form.ts";
import { QuestionFormPage } from "#app/questions/question-form-page.tsx";
import { findQuestion } from "#app/questions/question-page.server.ts";
import { canCloseQuestion } from "#app/questions/questions.ts";
import { closeQuestion } from "#app/questions/resolution.server.ts";
import { RadioGroupField, TextAreaField } from "#app/ui/fields.tsx";
import { db } from "#db/client.server.ts";
import { CHOSEN_CLOSE_REASONS } from "#db/vocabulary.ts";

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: loaded?.title ?? "" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const question = await findQuestion(db, { viewer, questionId: idParam(params.questionId) });
  if (!question) throw notFound();
  if (!canCloseQuestion(viewer, question)) throw forbidden();
  return {
    title: translator(viewer.locale, "questions")("close.title"),
    question: { id: question.id, title: question.title },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  const t = translator(viewer.locale, "questions");
  const submission = parseWithZod(await request.formData(), { schema: closureSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { reason, note } = submission.value;
  const outcome = await closeQuestion(db, { viewer, questionId, reason, note, now: new Date() });
  allowed(outcome);
  return redirectWithToast(`/questions/${questionId}`, { key: "questions:close.done" });
}

export default function CloseQuestion() {
  const { title, question } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("questions");
  return (
    <QuestionFormPage
      id="close"
      title={title}
      lead={t("close.lead")}
      question={question}
      labels={{ reason: t("close.reason"), note: t("close.note") }}
      lastResult={lastResult}
      submitLabel={t("close.submit")}
    >
      {(field) => (
        <>
          <RadioGroupField
            field={field("reason")}
            label={t("close.reason")}
            required
            choices={CHOSEN_CLOSE_REASONS.map((reason) => ({
              value: reason,
              label: t(`closeReason.${reason}`),
            }))}
          />
          <TextAreaField
            field={field("note")}
            label={t("close.note")}
            hint={t("close.note.hint")}
            optional
            maxLength={1000}
          />
        </>
      )}
    </QuestionFormPage>
  );
}
