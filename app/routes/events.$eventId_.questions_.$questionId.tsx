import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editQuestion, findQuestion } from "#app/events/organising/applicant-questions.server.ts";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { QuestionForm } from "#app/events/organising/question-list.tsx";
import { questionSchema } from "#app/events/organising/ticket-form.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, eventId, now } = await requireOrganiser(request, db, params.eventId);
  const question = await findQuestion(db, { eventId, questionId: idParam(params.questionId) });
  if (!question) throw notFound();
  const { kind, label, choices, isRequired, answers } = question;
  return {
    title: translator(viewer.locale, "organising")("question.edit.title"),
    head: headOf(event, now),
    isFixed: answers > 0,
    values: { kind, label, choices: choices.join("\n"), isRequired: isRequired ? "on" : "" },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const questionId = idParam(params.questionId);
  const t = translator(viewer.locale, "organising");
  const submission = parseWithZod(await request.formData(), { schema: questionSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const content = submission.value;
  const saved = await editQuestion(db, { viewer, eventId, questionId, content, now });
  if (saved.ok) {
    return redirectWithToast(`${here}/questions`, { key: "organising:question.saved" });
  }
  const formErrors = [t(`question.error.${refusal(saved).reason}`)];
  return data({ lastResult: submission.reply({ formErrors }) }, { status: 400 });
}

export default function EditQuestion() {
  const { title, head, ...form } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <OrganiserPage event={head} current="questions" title={title}>
      <QuestionForm {...form} eventId={head.id} lastResult={lastResult} />
    </OrganiserPage>
  );
}
