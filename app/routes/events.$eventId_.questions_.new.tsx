import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addQuestion } from "#app/events/organising/applicant-questions.server.ts";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { QuestionForm } from "#app/events/organising/question-list.tsx";
import { questionSchema } from "#app/events/organising/ticket-form.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, now } = await requireOrganiser(request, db, params.eventId);
  return {
    title: translator(viewer.locale, "organising")("question.add"),
    head: headOf(event, now),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const t = translator(viewer.locale, "organising");
  const submission = parseWithZod(await request.formData(), { schema: questionSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const added = await addQuestion(db, { viewer, eventId, content: submission.value, now });
  if (added.ok) {
    return redirectWithToast(`${here}/questions`, { key: "organising:question.saved" });
  }
  const formErrors = [t(`question.error.${refusal(added).reason}`)];
  return data({ lastResult: submission.reply({ formErrors }) }, { status: 400 });
}

export default function NewQuestion() {
  const { title, head } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <OrganiserPage event={head} current="questions" title={title}>
      <QuestionForm
        eventId={head.id}
        values={{ kind: "text" }}
        isFixed={false}
        lastResult={lastResult}
      />
    </OrganiserPage>
  );
}
