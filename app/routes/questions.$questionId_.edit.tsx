import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { listAreas } from "#app/areas/areas.server.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { forbidden, notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { allowedScopes, editQuestion } from "#app/questions/asking.server.ts";
import { DraftRestored, DraftStatus } from "#app/questions/draft-notice.tsx";
import { findDraft } from "#app/questions/drafts.server.ts";
import { QuestionFields, useQuestionLabels } from "#app/questions/question-fields.tsx";
import { editedQuestionSchema } from "#app/questions/question-form.ts";
import { findQuestion } from "#app/questions/question-page.server.ts";
import { canEditPost } from "#app/questions/questions.ts";
import { questionErrors } from "#app/questions/refusals.ts";
import { StaleEdit } from "#app/questions/stale-edit.tsx";
import { diffTexts } from "#app/questions/text-diff.server.ts";
import { useDraft } from "#app/questions/use-draft.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: loaded?.title ?? "" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const question = await findQuestion(db, { viewer, questionId: idParam(params.questionId) });
  if (!question) throw notFound();
  if (!canEditPost(viewer, question)) throw forbidden();
  const place = `question-edit:${question.id}`;
  const [areas, draft] = await Promise.all([
    listAreas(db),
    findDraft(db, { personId: viewer.id, place }),
  ]);
  return {
    title: translator(viewer.locale, "questions")("edit.questionTitle"),
    id: question.id,
    version: question.version,
    questionTitle: question.title,
    areas,
    scopes: [...new Set([...allowedScopes(viewer), question.scope])],
    place,
    draftSavedAt: draft?.savedAt,
    values: {
      title: question.title,
      body: question.bodySource,
      area: String(question.productAreaId),
      tags: question.tags.join(" "),
      scope: question.scope,
      ...draft?.fields,
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const questionId = idParam(params.questionId);
  const t = translator(viewer.locale, "questions");
  const submission = parseWithZod(await request.formData(), { schema: editedQuestionSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(), stale: undefined }, { status: 400 });
  }
  const { version, area, ...content } = submission.value;
  const edited = await editQuestion(db, {
    viewer,
    questionId,
    version,
    content: { ...content, productAreaId: area },
    now: new Date(),
  });
  if (edited.ok) {
    return redirectWithToast(`/questions/${questionId}`, { key: "questions:edit.done" });
  }
  const refused = refusal(edited);
  if (refused.reason === "changed-meanwhile") {
    const current = `${refused.current.title}\n\n${refused.current.body}`;
    const stale = {
      version: refused.current.version,
      current,
      diff: diffTexts(current, `${content.title}\n\n${content.body}`),
    };
    return data({ lastResult: submission.reply(), stale }, { status: 409 });
  }
  const lastResult = submission.reply({ fieldErrors: questionErrors(t, refused.reason) });
  return data({ lastResult, stale: undefined }, { status: 400 });
}

export default function EditQuestion() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("questions");
  const element = useRef<HTMLFormElement>(null);
  const draftState = useDraft(element, loaded.place);
  const [form, fields] = useForm({
    id: "question-edit",
    lastResult: answered?.lastResult,
    defaultValue: loaded.values,
  });
  return (
    <Page
      title={loaded.title}
      breadcrumbs={[{ label: loaded.questionTitle, to: `/questions/${loaded.id}` }]}
      width="reading"
    >
      {answered?.stale && <StaleEdit {...answered.stale} />}
      {loaded.draftSavedAt && !answered && (
        <DraftRestored
          savedAt={loaded.draftSavedAt}
          place={loaded.place}
          redirectTo={`/questions/${loaded.id}/edit`}
        />
      )}
      <Form
        ref={element}
        method="post"
        id={form.id}
        noValidate={form.noValidate}
        className="grid gap-6"
      >
        <FormErrors form={form} fields={fields} labels={useQuestionLabels()} />
        <input type="hidden" name="version" value={answered?.stale?.version ?? loaded.version} />
        <QuestionFields fields={fields} areas={loaded.areas} scopes={loaded.scopes} />
        <div className="flex flex-wrap items-center gap-4">
          <Button variant="primary">{t("edit.submit")}</Button>
          <DraftStatus state={draftState} />
        </div>
      </Form>
    </Page>
  );
}
