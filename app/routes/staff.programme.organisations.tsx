import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { listOrganisationsBySupporters } from "#app/certification/figures/programme-figures.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification", "organisations"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  return {
    rows: await listOrganisationsBySupporters(db, { now: new Date() }),
    title: translator(viewer.locale, "certification")("figures.organisations.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function OrganisationsBySupporters() {
  const { rows, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation("certification");
  const { t: common } = useTranslation();
  return (
    <Page
      title={title}
      lead={t("figures.organisations.definition")}
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
              key: "name",
              label: t("figures.organisations.name"),
              cell: (row) => (
                <Link to={`/staff/organisations/${row.id}`} className="underline">
                  {row.name}
                </Link>
              ),
            },
            { key: "tier", label: t("figures.organisations.tier"), cell: (row) => row.tier },
            {
              key: "phase",
              label: t("figures.organisations.phase"),
              cell: (row) => common(`phase.${row.phase}`),
            },
            {
              key: "supporters",
              label: t("figures.organisations.supporters"),
              align: "end",
              cell: (row) => row.supporters,
            },
          ]}
        />
      )}
    </Page>
  );
}
