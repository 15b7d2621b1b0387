import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { areaName } from "#app/areas/areas.ts";
import { requireStaff } from "#app/auth/guard.server.ts";
import { findExam, listExamAreas } from "#app/certification/exams/exam-reading.server.ts";
import { examName } from "#app/certification/exams/exams.ts";
import { QuestionPreview } from "#app/certification/exams/item-views.tsx";
import { drawExample } from "#app/certification/exams/preview.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "exams"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const exam = await findExam(db, { examId: idParam(params.examId) });
  if (!exam) throw notFound();
  const [drawn, areas] = await Promise.all([drawExample(db, exam), listExamAreas(db, exam)]);
  const name = examName(exam, viewer.locale);
  const title = translator(viewer.locale, "exams")("exams.preview.title", { name });
  return { title, name, examId: exam.id, drawn, areas };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function ExamPreview() {
  const { title, name, examId, drawn, areas } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("exams");
  const here = `/staff/exams/${examId}`;
  const counts = areas
    .map((area) => ({ area, count: drawn?.filter(({ areaId }) => areaId === area.id).length ?? 0 }))
    .filter(({ count }) => count > 0);
  return (
    <Page
      title={title}
      lead={t("exams.preview.lead")}
      width="reading"
      breadcrumbs={[
        { label: t("exams.title"), to: "/staff/exams" },
        { label: name, to: here },
      ]}
      actions={drawn && <ButtonLink to={`${here}/preview`}>{t("exams.preview.again")}</ButtonLink>}
    >
      {!drawn ? (
        <EmptyState
          title={t("exams.preview.tooSmall")}
          action={<ButtonLink to="/staff/exam-items">{t("exams.toItems")}</ButtonLink>}
        />
      ) : (
        <>
          <ul aria-label={t("exams.preview.byArea")} className="mb-6 flex flex-wrap gap-2">
            {counts.map(({ area, count }) => (
              <li key={area.id}>
                <Badge>
                  {areaName(area, i18n.language)} {count}
                </Badge>
              </li>
            ))}
          </ul>
          <ol className="grid gap-4">
            {drawn.map(({ id, code, question }, index) => (
              <li key={id}>
                <Card>
                  <div className="mb-3 flex items-baseline justify-between gap-3">
                    <h2 className="font-bold">{t("sit.question", { number: index + 1 })}</h2>
                    <Link to={`/staff/exam-items/${id}`} className="text-link text-sm">
                      {code}
                    </Link>
                  </div>
                  <QuestionPreview id={id} question={question} />
                </Card>
              </li>
            ))}
          </ol>
        </>
      )}
    </Page>
  );
}
