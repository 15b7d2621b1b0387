import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { surveySchema } from "#app/events/afterwards/survey-form.ts";
import { SurveyPage, UnknownSurveyLink } from "#app/events/afterwards/survey-page.tsx";
import { answerSurvey, findSurvey } from "#app/events/afterwards/surveys.server.ts";
import { satisfactionIn } from "#app/events/afterwards/surveys.ts";
import { translatorFor } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["afterwards"] } satisfies RouteHandle;

/** Works for whoever has the mail, signed in or not. Looking records nothing: scanners look too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const secret = params.token ?? "";
  const t = translatorFor(request, await findViewer(request), "afterwards");
  const found = await findSurvey(db, { secret, now: new Date() });
  if (!found.ok) {
    return data({ survey: undefined, title: t("survey.unknown.title") }, { status: 404 });
  }
  const clicked = satisfactionIn(new URL(request.url).searchParams.get("satisfaction"));
  const here = `/surveys/${encodeURIComponent(secret)}`;
  return data({ survey: found.survey, title: t("survey.title"), clicked, here });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  ...(loaded ? pageMeta(matches, { title: loaded.title }) : []),
  // Nothing to others; with nothing at all a form without scripts would not tell its origin.
  { name: "referrer", content: "same-origin" },
];

export async function action({ request, params }: ActionFunctionArgs) {
  const secret = params.token ?? "";
  const now = new Date();
  const t = translatorFor(request, await findViewer(request), "afterwards");
  if (!(await findSurvey(db, { secret, now })).ok) throw notFound();
  const submission = parseWithZod(await request.formData(), { schema: surveySchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const answered = await answerSurvey(db, { secret, answer: submission.value, now });
  if (!answered.ok) {
    const lastResult = submission.reply({ formErrors: [t("survey.closed")] });
    return data({ lastResult }, { status: 400 });
  }
  return redirectWithToast(`/surveys/${encodeURIComponent(secret)}`, {
    key: "afterwards:survey.thanks",
  });
}

export default function SurveyByLink() {
  const loaded = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  if (!loaded.survey) return <UnknownSurveyLink />;
  const { survey, clicked, here } = loaded;
  return (
    <SurveyPage
      survey={survey}
      oneClick={clicked && { satisfaction: clicked, action: `${here}/satisfaction` }}
      lastResult={lastResult}
    />
  );
}
