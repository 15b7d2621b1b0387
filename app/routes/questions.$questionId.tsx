import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { currentConfig } from "#app/lib/current-config.server.ts";
import { excerpt } from "#app/lib/markdown/scan.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { MarkThreadRead } from "#app/notifications/mark-thread-read.tsx";
import { findDraft } from "#app/questions/drafts.server.ts";
import { qaPage } from "#app/questions/qa-page.ts";
import { ANSWERS_PER_PAGE, findQuestionPage } from "#app/questions/question-page.server.ts";
import { QuestionView } from "#app/questions/question-view.tsx";
import { findProgress } from "#app/questions/routing/progress-reading.server.ts";
import { shownPage } from "#app/questions/shown-page.server.ts";
import { listSimilarQuestions } from "#app/questions/similar-questions.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.page.question.title,
        description: data.description,
        path: data.isPublic ? `/questions/${data.page.question.id}` : undefined,
        type: "article",
        extra: data.jsonLd ? [{ "script:ld+json": data.jsonLd }] : [],
      })
    : [];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const questionId = idParam(params.questionId);
  const skip = new URL(request.url).searchParams.get("answers") ?? "0";
  const skipAnswers = /^\d{1,5}$/.test(skip) ? Number(skip) : 0;
  const found = await findQuestionPage(db, { viewer, questionId, skipAnswers });
  if (!found) throw notFound();
  const { title, bodyText, scope } = found.question;
  const [related, draft, progress] = await Promise.all([
    listSimilarQuestions(db, { viewer, title, exceptId: questionId }),
    viewer ? findDraft(db, { personId: viewer.id, place: `answer:${questionId}` }) : undefined,
    findProgress(db, { viewer, question: found.question }),
  ]);
  const isPublic = scope === "public" && found.question.state !== "hidden";
  return {
    page: shownPage(viewer, found),
    related,
    progress,
    isPublic,
    description: excerpt(bodyText, 120),
    jsonLd: isPublic ? qaPage(found, currentConfig().publicUrl.origin) : undefined,
    next: found.moreAnswers ? skipAnswers + ANSWERS_PER_PAGE : undefined,
    answerDraft: draft?.fields,
    answerKey: randomUUID(),
    ownAnswers: found.answers.filter(({ authorId }) => authorId === viewer?.id).length,
    signedIn: viewer !== undefined,
  };
}

export default function QuestionPage() {
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <QuestionView {...data} />
      {data.signedIn && <MarkThreadRead thread={`question:${data.page.question.id}`} />}
    </>
  );
}
