import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { AttemptBar } from "#app/certification/exams/attempt-bar.tsx";
import { AttemptOverview } from "#app/certification/exams/attempt-overview.tsx";
import {
  findOwnAttempt,
  listAreaResults,
  listProgress,
} from "#app/certification/exams/attempt-page.server.ts";
import { AttemptResult } from "#app/certification/exams/attempt-result.tsx";
import { examName } from "#app/certification/exams/exams.ts";
import { listGrounds } from "#app/certification/exams/grounds.server.ts";
import { findExamStanding } from "#app/certification/exams/standing.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["exams"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const now = new Date();
  const personId = viewer.id;
  const attemptId = idParam(params.attemptId);
  const attempt = await findOwnAttempt(db, { personId, attemptId, now });
  if (!attempt) throw notFound();
  const t = translator(viewer.locale, "exams");
  const name = examName(attempt.exam, viewer.locale);
  if (!attempt.endedAt) {
    const progress = await listProgress(db, { attemptId });
    return { title: t("overview.title"), name, now, attempt, progress, result: undefined };
  }
  const examId = attempt.exam.id;
  const [areas, grounds, standing] = await Promise.all([
    listAreaResults(db, { attemptId }),
    listGrounds(db, { personId, examId, now }),
    findExamStanding(db, { personId, examId, now }),
  ]);
  const result = { areas, grounds, nextTryAt: standing?.nextTryAt };
  return { title: t("result.title", { name }), name, now, attempt, progress: [], result };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Attempt() {
  const { title, name, now, attempt, progress, result } = useLoaderData<typeof loader>();
  const { t } = useTranslation("exams");
  return (
    <Page
      title={title}
      lead={result ? undefined : t("overview.lead")}
      width="reading"
      breadcrumbs={[{ label: name, to: `/exams/${attempt.exam.slug}` }]}
    >
      {result ? (
        <AttemptResult attempt={attempt} {...result} />
      ) : (
        <>
          <AttemptBar attempt={attempt} now={now} progress={progress} />
          <AttemptOverview attemptId={attempt.id} progress={progress} />
        </>
      )}
    </Page>
  );
}
