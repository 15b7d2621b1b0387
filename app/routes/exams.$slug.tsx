import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { AttemptTable } from "#app/certification/exams/attempt-table.tsx";
import { ExamFacts } from "#app/certification/exams/exam-facts.tsx";
import { findExamView } from "#app/certification/exams/exam-page.server.ts";
import { examName } from "#app/certification/exams/exams.ts";
import { StartCard } from "#app/certification/exams/start-card.tsx";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["exams"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const view = await findExamView(db, {
    personId: viewer.id,
    slug: params.slug ?? "",
    now: new Date(),
  });
  if (!view) throw notFound();
  return { ...view, title: examName(view.exam, viewer.locale) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function ExamPage() {
  const { exam, standing, allowed, grounds } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("exams");
  const names = [
    ...new Set(grounds.map((ground) => examName(ground.certification, i18n.language))),
  ];
  const certifications = names.map((name) => t("exam.quoted", { name })).join(t("exam.and"));
  return (
    <Page
      title={examName(exam, i18n.language)}
      lead={names.length > 0 ? t("exam.lead", { certifications }) : t("exam.lead.plain")}
      width="reading"
    >
      <StartCard exam={exam} allowed={allowed} standing={standing} />
      <ExamFacts exam={exam} />
      <Section title={t("exam.attempts")}>
        {standing.attempts.length === 0 ? (
          <EmptyState title={t("exam.attempts.none")}>{t("exam.attempts.none.text")}</EmptyState>
        ) : (
          <AttemptTable attempts={standing.attempts} />
        )}
      </Section>
    </Page>
  );
}
