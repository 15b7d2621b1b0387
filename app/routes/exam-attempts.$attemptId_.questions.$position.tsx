import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { readAnswer } from "#app/certification/exams/answer-form.ts";
import { saveAnswer } from "#app/certification/exams/answering.server.ts";
import { AttemptBar } from "#app/certification/exams/attempt-bar.tsx";
import {
  findOwnAttempt,
  findQuestion,
  listProgress,
} from "#app/certification/exams/attempt-page.server.ts";
import { attemptPath, pathAfter } from "#app/certification/exams/attempt-paths.ts";
import { examName } from "#app/certification/exams/exams.ts";
import { QuestionForm, type Refused } from "#app/certification/exams/question-form.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["exams"] } satisfies RouteHandle;

/** The attempt and its question, or the way to the result when it has ended. */
async function findPlace(request: Request, params: ActionFunctionArgs["params"]) {
  const viewer = await requireViewer(request);
  const now = new Date();
  const attemptId = idParam(params.attemptId);
  const position = idParam(params.position);
  const attempt = await findOwnAttempt(db, { personId: viewer.id, attemptId, now });
  if (!attempt) throw notFound();
  if (attempt.endedAt) throw redirect(attemptPath(attemptId));
  const question = await findQuestion(db, { attemptId, position });
  if (!question) throw notFound();
  return { viewer, now, attempt, question };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, now, attempt, question } = await findPlace(request, params);
  const progress = await listProgress(db, { attemptId: attempt.id });
  const t = translator(viewer.locale, "exams");
  const title = t("sit.question", { number: question.position });
  return { title, name: examName(attempt.exam, viewer.locale), now, attempt, question, progress };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: `${data.title} | ${data.name}` }) : [];

/** Saves the answer and leads on, for pages without scripts. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, now, attempt, question } = await findPlace(request, params);
  const { kind, options, position } = question;
  const shape = { kind, optionIds: options.map(({ id }) => id) };
  const read = readAnswer(shape, await request.formData());
  const { sent } = read;
  const refuse = (status: number, refusal: Omit<Refused, "sent">) => {
    const refused: Refused = { sent, ...refusal };
    return data({ refused }, { status });
  };
  if (!read.ok) return refuse(400, { problem: "places" });
  const attemptId = attempt.id;
  const saved = await saveAnswer(db, { personId: viewer.id, attemptId, position, now, ...sent });
  if (saved.ok) return redirect(pathAfter(attemptId, sent.to));
  if (saved.reason === "not-found") throw notFound();
  if (saved.reason === "ended") return redirect(attemptPath(attemptId));
  if (saved.reason === "changed-meanwhile") return refuse(409, { conflict: saved.current });
  return refuse(400, { problem: "answer" });
}

export default function Question() {
  const { title, name, now, attempt, question, progress } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const { id, exam, itemCount } = attempt;
  const { t } = useTranslation("exams");
  return (
    <Page
      title={title}
      lead={t("sit.position", { items: itemCount, number: question.position })}
      width="reading"
      breadcrumbs={[{ label: name, to: `/exams/${exam.slug}` }]}
    >
      <AttemptBar attempt={attempt} now={now} progress={progress} withOverview />
      <QuestionForm
        key={`${id}-${question.position}-${refused ? "refused" : ""}`}
        attemptId={id}
        itemCount={itemCount}
        question={question}
        refused={refused}
      />
    </Page>
  );
}
