import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { listAnsweredQuestions } from "#app/certification/figures/programme-figures.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  return {
    rows: await listAnsweredQuestions(db, { now: new Date() }),
    title: translator(viewer.locale, "certification")("figures.questions.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function AnsweredQuestions() {
  const { rows, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation("certification");
  return (
    <Page
      title={title}
      lead={t("figures.questions.lead")}
      breadcrumbs={[{ label: t("figures.title"), to: "/staff/programme" }]}
    >
      {rows.length === 0 ? (
        <EmptyState title={t("figures.empty")}>{t("figures.empty.text")}</EmptyState>
      ) : (
        <DataTable
          caption={title}
          rows={rows}
          columns={[
            {
              key: "question",
              label: t("figures.questions.question"),
              cell: (row) => (
                <Link to={`/questions/${row.id}`} className="underline">
                  {row.title}
                </Link>
              ),
            },
            {
              key: "answerer",
              label: t("figures.questions.answerer"),
              cell: (row) => (
                <span className="flex items-center gap-2 whitespace-nowrap">
                  {row.level !== null && (
                    <CertificationMark level={row.level} label={t("level", { level: row.level })} />
                  )}
                  {row.answererName}
                </span>
              ),
            },
            {
              key: "asked",
              label: t("figures.questions.asked"),
              cell: (row) => <DateTime value={row.askedAt} style="date" />,
            },
            {
              key: "hours",
              label: t("figures.questions.hours"),
              align: "end",
              cell: (row) =>
                t("figures.questions.hoursValue", {
                  hours: (Math.round(row.hours * 10) / 10).toString(),
                }),
            },
          ]}
        />
      )}
    </Page>
  );
}
