import { randomUUID } from "node:crypto";
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
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { allowedScopes, askQuestion } from "#app/questions/asking.server.ts";
import { DraftRestored, DraftStatus } from "#app/questions/draft-notice.tsx";
import { findDraft } from "#app/questions/drafts.server.ts";
import { QuestionFields, useQuestionLabels } from "#app/questions/question-fields.tsx";
import { newQuestionSchema } from "#app/questions/question-form.ts";
import { questionErrors } from "#app/questions/refusals.ts";
import { useDraft } from "#app/questions/use-draft.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

const PLACE = "question";

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? "" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const [areas, settings, draft] = await Promise.all([
    listAreas(db),
    findPortalSettings(db, new Date()),
    findDraft(db, { personId: viewer.id, place: PLACE }),
  ]);
  const asked = new URL(request.url).searchParams.get("title")?.slice(0, 200);
  return {
    title: translator(viewer.locale, "questions")("ask.title"),
    areas,
    scopes: allowedScopes(viewer).filter((scope) => ["public", "customers"].includes(scope)),
    submissionKey: randomUUID(),
    draft,
    values: {
      scope: settings.defaultQuestionScope,
      ...draft?.fields,
      ...(asked && { title: asked }),
    },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const t = translator(viewer.locale, "questions");
  const submission = parseWithZod(await request.formData(), { schema: newQuestionSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { key, area, ...content } = submission.value;
  const outcome = await askQuestion(db, {
    viewer,
    content: { ...content, productAreaId: area },
    submissionKey: key,
    now: new Date(),
  });
  if (!outcome.ok) {
    const lastResult = submission.reply({
      fieldErrors: questionErrors(t, refusal(outcome).reason),
    });
    return data({ lastResult }, { status: 400 });
  }
  return redirectWithToast(`/questions/${outcome.questionId}`, { key: "questions:ask.done" });
}

export default function AskQuestion() {
  const { areas, scopes, submissionKey, draft, values } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("questions");
  const { t: common } = useTranslation();
  const element = useRef<HTMLFormElement>(null);
  const draftState = useDraft(element, PLACE);
  const [form, fields] = useForm({ id: "question", lastResult, defaultValue: values });
  return (
    <Page
      title={t("ask.title")}
      lead={t("ask.lead")}
      breadcrumbs={[{ label: common("portal.questions"), to: "/questions" }]}
      width="reading"
    >
      {draft && !lastResult && (
        <DraftRestored savedAt={draft.savedAt} place={PLACE} redirectTo="/questions/new" />
      )}
      <Form
        ref={element}
        method="post"
        id={form.id}
        noValidate={form.noValidate}
        className="grid gap-6"
      >
        <FormErrors form={form} fields={fields} labels={useQuestionLabels()} />
        <input type="hidden" name="key" value={submissionKey} />
        <QuestionFields fields={fields as never} areas={areas} scopes={scopes} suggestSimilar />
        <div className="flex flex-wrap items-center gap-4">
          <Button variant="primary">{t("ask.submit")}</Button>
          <DraftStatus state={draftState} />
        </div>
      </Form>
    </Page>
  );
}
