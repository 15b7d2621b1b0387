import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { findCertificationForStaff } from "#app/certification/definitions/definition-reading.server.ts";
import { certificationName } from "#app/certification/definitions/definitions.ts";
import { listQualifying } from "#app/certification/definitions/qualifying.server.ts";
import { RequirementList } from "#app/certification/requirements/requirement-list.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const certificationId = idParam(params.certificationId);
  const found = await findCertificationForStaff(db, { certificationId });
  const version = found?.writing ?? found?.current;
  if (!version) throw notFound();
  const t = translator(viewer.locale, "certification");
  return {
    here: `/staff/certifications/${certificationId}`,
    name: certificationName(version, viewer.locale),
    title: t("staff.preview"),
    requirements: version.requirements,
    rows: await listQualifying(db, { version, now: new Date() }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: `${data.title} – ${data.name}` }) : [];

export default function Preview() {
  const { here, name, title, requirements, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["certification", "common"]);
  return (
    <Page
      title={title}
      lead={t("staff.preview.lead")}
      breadcrumbs={[
        { label: t("staff.title"), to: "/staff/certifications" },
        { label: name, to: here },
      ]}
    >
      <Card className="mb-6">
        <RequirementList requirements={requirements} />
      </Card>
      {rows.length === 0 ? (
        <EmptyState title={t("staff.preview.none")}>{t("staff.preview.none.text")}</EmptyState>
      ) : (
        <>
          <p className="mb-3">{t("staff.preview.count", { count: rows.length })}</p>
          <DataTable
            caption={title}
            rows={rows}
            columns={[
              {
                key: "name",
                label: t("staff.preview.name"),
                cell: (row) => (
                  <span className="flex flex-wrap gap-x-3">
                    <Link to={`/staff/people/${row.handle}`} className="font-semibold underline">
                      {row.name}
                    </Link>
                    <span className="text-muted">{row.organisationName}</span>
                    {row.holdsIt && <Badge tone="gold">{t("staff.preview.held")}</Badge>}
                  </span>
                ),
              },
              {
                key: "exam",
                label: t("staff.preview.exam"),
                cell: (row) =>
                  row.exam === null
                    ? "–"
                    : t(row.exam ? "staff.preview.exam.passed" : "staff.preview.exam.open"),
              },
            ]}
          />
        </>
      )}
    </Page>
  );
}
