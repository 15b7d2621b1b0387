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
import { AnswerForm } from "#app/questions/answer-form.tsx";
import { answerQuestion } from "#app/questions/answering.server.ts";
import { findDraft } from "#app/questions/drafts.server.ts";
import { newAnswerSchema } from "#app/questions/question-form.ts";
import { findQuestion } from "#app/questions/question-page.server.ts";
import { canAnswer } from "#app/questions/questions.ts";
import { bodyErrors } from "#app/questions/refusals.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: loaded?.title ?? "" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  const question = await findQuestion(db, { viewer, questionId });
  if (!question) throw notFound();
  if (!canAnswer(viewer, question)) throw forbidden();
  const draft = await findDraft(db, { personId: viewer.id, place: `answer:${questionId}` });
  return {
    title: translator(viewer.locale, "questions")("page.yourAnswer"),
    question: { id: question.id, title: question.title, locale: question.locale },
    submissionKey: randomUUID(),
    values: draft?.fields,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  const t = translator(viewer.locale, "questions");
  const submission = parseWithZod(await request.formData(), { schema: newAnswerSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { key, body, trueForVersion, reviewOn } = submission.value;
  const outcome = await answerQuestion(db, {
    viewer,
    questionId,
    content: { body, trueForVersion: trueForVersion ?? null, reviewOn: reviewOn ?? null },
    submissionKey: key,
    now: new Date(),
  });
  if (!outcome.ok) {
    const fieldErrors = bodyErrors(t, refusal(outcome).reason);
    return data({ lastResult: submission.reply({ fieldErrors }) }, { status: 400 });
  }
  return redirectWithToast(`/questions/${questionId}#answer-${outcome.answerId}`, {
    key: "questions:page.answered",
  });
}

export default function NewAnswer() {
  const { title, question, submissionKey, values } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("questions");
  const here = `/questions/${question.id}`;
  return (
    <Page
      title={title}
      lead={<span lang={question.locale}>{question.title}</span>}
      breadcrumbs={[{ label: question.title, to: here }]}
      width="reading"
    >
      <AnswerForm
        action={`${here}/answers/new`}
        submitLabel={t("page.submitAnswer")}
        hidden={{ key: submissionKey }}
        place={`answer:${question.id}`}
        values={values}
        lastResult={lastResult}
      />
    </Page>
  );
}
