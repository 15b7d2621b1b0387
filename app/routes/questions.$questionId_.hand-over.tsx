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
import { QuestionFormPage } from "#app/questions/question-form-page.tsx";
import { findQuestion } from "#app/questions/question-page.server.ts";
import { handOver, listSuccessors } from "#app/questions/routing/handing-over.server.ts";
import { handOverSchema } from "#app/questions/routing/helping-form.ts";
import { findProgress } from "#app/questions/routing/progress-reading.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { RadioGroupField, TextAreaField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["routing"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: loaded?.title ?? "" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  const question = await findQuestion(db, { viewer, questionId });
  if (!question) throw notFound();
  const progress = await findProgress(db, { viewer, question });
  if (!progress?.isTaker && !progress?.isOffered) throw forbidden();
  return {
    title: translator(viewer.locale, "routing")("handOver.title"),
    question: { id: questionId, title: question.title },
    colleagues: await listSuccessors(db, { viewer, questionId, now: new Date() }),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  const t = translator(viewer.locale, "routing");
  const submission = parseWithZod(await request.formData(), { schema: handOverSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const outcome = await handOver(db, { ...submission.value, viewer, questionId, now: new Date() });
  if (outcome.ok) {
    return redirectWithToast("/questions/for-me", { key: "routing:handOver.done" });
  }
  refusal(outcome);
  const lastResult = submission.reply({ fieldErrors: { to: [t("handOver.unavailable")] } });
  return data({ lastResult }, { status: 409 });
}

export default function HandOver() {
  const { title, question, colleagues } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("routing");
  const here = `/questions/${question.id}`;
  if (colleagues.length === 0) {
    return (
      <Page title={title} breadcrumbs={[{ label: question.title, to: here }]} width="reading">
        <EmptyState
          title={t("handOver.nobody.title")}
          action={<ButtonLink to="/questions/for-me">{t("forMe.title")}</ButtonLink>}
        >
          {t("handOver.nobody.text")}
        </EmptyState>
      </Page>
    );
  }
  return (
    <QuestionFormPage
      id="hand-over"
      title={title}
      lead={t("handOver.lead")}
      question={question}
      labels={{ to: t("handOver.to"), note: t("handOver.note") }}
      lastResult={lastResult}
      submitLabel={t("handOver.submit")}
    >
      {(field) => (
        <>
          <RadioGroupField
            field={field("to")}
            label={t("handOver.to")}
            required
            choices={colleagues.map(({ id, name, load, cap }) => ({
              value: String(id),
              label: name,
              hint: t("handOver.load", { load, cap }),
            }))}
          />
          <TextAreaField
            field={field("note")}
            label={t("handOver.note")}
            hint={t("handOver.note.hint")}
            optional
            maxLength={500}
          />
        </>
      )}
    </QuestionFormPage>
  );
}
