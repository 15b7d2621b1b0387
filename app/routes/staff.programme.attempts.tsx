import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { certificationName } from "#app/certification/definitions/definitions.ts";
import { listEndedAttempts } from "#app/certification/figures/programme-figures.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  return {
    rows: await listEndedAttempts(db, { now: new Date() }),
    title: translator(viewer.locale, "certification")("figures.attempts.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function EndedAttempts() {
  const { rows, title } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("certification");
  return (
    <Page
      title={title}
      lead={t("figures.exams.definition")}
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
              key: "person",
              label: t("staff.preview.name"),
              cell: (row) => (
                <Link to={`/staff/people/${row.handle}`} className="underline">
                  {row.name}
                </Link>
              ),
            },
            {
              key: "exam",
              label: t("kind.exam"),
              cell: (row) => certificationName(row, i18n.language),
            },
            {
              key: "result",
              label: t("figures.attempts.result"),
              cell: (row) => (
                <Badge tone={row.passed ? "good" : "neutral"}>
                  {t(row.passed ? "figures.attempts.passed" : "figures.attempts.failed")}
                </Badge>
              ),
            },
            {
              key: "score",
              label: t("figures.attempts.score"),
              align: "end",
              cell: (row) => `${row.correct} / ${row.items}`,
            },
            {
              key: "ended",
              label: t("figures.attempts.ended"),
              cell: (row) => <DateTime value={row.endedAt} style="date" />,
            },
          ]}
        />
      )}
    </Page>
  );
}
