import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { surveySchema } from "#app/events/afterwards/survey-form.ts";
import { SurveyPage } from "#app/events/afterwards/survey-page.tsx";
import { answerSurvey, findSurvey } from "#app/events/afterwards/surveys.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["afterwards"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { survey } = allowed(await findSurvey(db, { viewer, eventId, now: new Date() }));
  return { title: translator(viewer.locale, "afterwards")("survey.title"), survey };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const now = new Date();
  const t = translator(viewer.locale, "afterwards");
  allowed(await findSurvey(db, { viewer, eventId, now }));
  const submission = parseWithZod(await request.formData(), { schema: surveySchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const answered = await answerSurvey(db, { viewer, eventId, answer: submission.value, now });
  if (!answered.ok) {
    const lastResult = submission.reply({ formErrors: [t("survey.closed")] });
    return data({ lastResult }, { status: 400 });
  }
  return redirectWithToast(`/events/${eventId}`, { key: "afterwards:survey.thanks" });
}

export default function Survey() {
  const { survey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { event } = survey;
  return (
    <SurveyPage
      survey={survey}
      crumb={{ label: event.title, to: `/events/${event.id}` }}
      lastResult={lastResult}
    />
  );
}
