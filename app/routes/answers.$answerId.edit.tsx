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
import { editAnswer } from "#app/questions/answering.server.ts";
import { findDraft } from "#app/questions/drafts.server.ts";
import { findEditableAnswer } from "#app/questions/editable-posts.server.ts";
import { editedAnswerSchema } from "#app/questions/question-form.ts";
import { canEditPost } from "#app/questions/questions.ts";
import { bodyErrors } from "#app/questions/refusals.ts";
import { StaleEdit } from "#app/questions/stale-edit.tsx";
import { diffTexts } from "#app/questions/text-diff.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: loaded?.title ?? "" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const answer = await findEditableAnswer(db, { viewer, answerId: idParam(params.answerId) });
  if (!answer) throw notFound();
  if (!canEditPost(viewer, answer)) throw forbidden();
  const place = `answer-edit:${answer.id}`;
  const draft = await findDraft(db, { personId: viewer.id, place });
  const { bodySource, authorId: _authorId, ...shown } = answer;
  return {
    title: translator(viewer.locale, "questions")("edit.answerTitle"),
    answer: shown,
    place,
    values: {
      body: bodySource,
      trueForVersion: answer.trueForVersion ?? "",
      reviewOn: answer.reviewOn ?? "",
      ...draft?.fields,
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const answerId = idParam(params.answerId);
  const t = translator(viewer.locale, "questions");
  const submission = parseWithZod(await request.formData(), { schema: editedAnswerSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(), stale: undefined }, { status: 400 });
  }
  const { version, body, trueForVersion, reviewOn } = submission.value;
  const edited = await editAnswer(db, {
    viewer,
    answerId,
    version,
    content: { body, trueForVersion: trueForVersion ?? null, reviewOn: reviewOn ?? null },
    now: new Date(),
  });
  if (edited.ok) {
    return redirectWithToast(`/questions/${edited.questionId}#answer-${answerId}`, {
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

export default function EditAnswer() {
  const { title, answer, place, values } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("questions");
  return (
    <Page
      title={title}
      breadcrumbs={[{ label: answer.questionTitle, to: `/questions/${answer.questionId}` }]}
      width="reading"
    >
      {answered?.stale && <StaleEdit {...answered.stale} />}
      <AnswerForm
        action={`/answers/${answer.id}/edit`}
        submitLabel={t("edit.submit")}
        hidden={{ version: answered?.stale?.version ?? answer.version }}
        place={place}
        values={values}
        lastResult={answered?.lastResult}
      />
    </Page>
  );
}
