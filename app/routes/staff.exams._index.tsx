import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { listExamsForStaff } from "#app/certification/exams/exam-reading.server.ts";
import { ExamTable } from "#app/certification/exams/exam-table.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "exams"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const title = translator(viewer.locale, "exams")("exams.title");
  return { title, exams: await listExamsForStaff(db) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Exams() {
  const { title, exams } = useLoaderData<typeof loader>();
  const { t } = useTranslation("exams");
  const add = (
    <ButtonLink to="/staff/exams/new" variant="primary">
      {t("exams.new")}
    </ButtonLink>
  );
  return (
    <Page
      title={title}
      lead={t("exams.lead")}
      actions={
        <>
          <ButtonLink to="/staff/exam-items">{t("exams.toItems")}</ButtonLink>
          {add}
        </>
      }
    >
      {exams.length === 0 ? (
        <EmptyState title={t("exams.empty")} action={add}>
          {t("exams.empty.text")}
        </EmptyState>
      ) : (
        <ExamTable exams={exams} />
      )}
    </Page>
  );
}
