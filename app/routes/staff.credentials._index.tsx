import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { listCredentials } from "#app/certification/credentials/credential-reading.server.ts";
import { CredentialTable } from "#app/certification/credentials/credential-table.tsx";
import { CREDENTIAL_STATES } from "#app/certification/credentials/credentials.ts";
import { listCertificationsForStaff } from "#app/certification/definitions/definition-reading.server.ts";
import { certificationName } from "#app/certification/definitions/definitions.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar, FilterSelect } from "#app/ui/filter-bar.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification"] } satisfies RouteHandle;

const idIn = (text: string | null) => (/^\d{1,15}$/.test(text ?? "") ? Number(text) : undefined);

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const { searchParams } = new URL(request.url);
  const filter = {
    q: searchParams.get("q")?.slice(0, 100) || undefined,
    state: CREDENTIAL_STATES.find((state) => state === searchParams.get("state")),
    certificationId: idIn(searchParams.get("certification")),
  };
  const before = idIn(searchParams.get("before"));
  const [page, certifications] = await Promise.all([
    listCredentials(db, { ...filter, before, now: new Date() }),
    listCertificationsForStaff(db),
  ]);
  return {
    ...page,
    filter,
    certifications: certifications.map((certification) => ({
      value: String(certification.id),
      label: certificationName(certification, viewer.locale),
    })),
    title: translator(viewer.locale, "certification")("holders.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Credentials() {
  const { rows, next, filter, certifications, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation("certification");
  const { q, state, certificationId } = filter;
  const params = new URLSearchParams({
    ...(q && { q }),
    ...(state && { state }),
    ...(certificationId !== undefined && { certification: String(certificationId) }),
    ...(next && { before: String(next) }),
  });
  return (
    <Page title={title} lead={t("holders.lead")}>
      <FilterBar
        action="/staff/credentials"
        search={{ label: t("holders.search"), value: q ?? "" }}
        isFiltered={[q, state, certificationId].some((value) => value !== undefined)}
      >
        <FilterSelect
          name="state"
          label={t("holders.filter.state")}
          value={state}
          all={t("holders.filter.state.all")}
          choices={CREDENTIAL_STATES.map((value) => ({
            value,
            label: t(`credential.state.${value}`),
          }))}
        />
        <FilterSelect
          name="certification"
          label={t("holders.filter.certification")}
          value={certificationId === undefined ? undefined : String(certificationId)}
          all={t("holders.filter.certification.all")}
          choices={certifications}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t("holders.none.title")}>{t("holders.none.text")}</EmptyState>
      ) : (
        <CredentialTable caption={title} rows={rows} />
      )}
      {next && <MoreLink to={`/staff/credentials?${params}`} />}
    </Page>
  );
}
