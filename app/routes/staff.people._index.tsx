import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { findOrganisation } from "#app/organisations/organisations.server.ts";
import { PERSON_STATES } from "#app/people/people.ts";
import { listPeopleForStaff } from "#app/people/staff-people.server.ts";
import { StaffPeopleTable } from "#app/people/staff-people-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar, FilterSelect } from "#app/ui/filter-bar.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";
import { ROLES } from "#db/vocabulary.ts";

export const handle = { i18n: ["staff"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const { searchParams } = new URL(request.url);
  const id = searchParams.get("organisation") ?? "";
  const organisation = /^\d{1,15}$/.test(id)
    ? await findOrganisation(db, { organisationId: Number(id) })
    : undefined;
  const filter = {
    q: searchParams.get("q")?.slice(0, 100) || undefined,
    role: ROLES.find((role) => role === searchParams.get("role")),
    state: PERSON_STATES.find((state) => state === searchParams.get("state")),
  };
  const page = await listPeopleForStaff(db, {
    ...filter,
    organisationId: organisation?.id,
    cursor: searchParams.get("after"),
  });
  return {
    ...page,
    filter,
    organisation: organisation && { id: organisation.id, name: organisation.name },
    title: translator(viewer.locale, "staff")("people.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function StaffPeople() {
  const { people, next, filter, organisation } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["staff", "common"]);
  const { q, role, state } = filter;
  const params = new URLSearchParams({
    ...(q && { q }),
    ...(role && { role }),
    ...(state && { state }),
    ...(organisation && { organisation: String(organisation.id) }),
    ...(next && { after: next }),
  });
  return (
    <Page
      title={organisation ? t("people.of", { organisation: organisation.name }) : t("people.title")}
      lead={t("people.lead")}
      breadcrumbs={
        organisation && [
          { label: t("organisations.title"), to: "/staff/organisations" },
          { label: organisation.name, to: `/staff/organisations/${organisation.id}` },
        ]
      }
    >
      <FilterBar
        action="/staff/people"
        search={{ label: t("people.search"), value: q ?? "" }}
        isFiltered={[q, role, state, organisation].some((value) => value !== undefined)}
      >
        {organisation && <input type="hidden" name="organisation" value={organisation.id} />}
        <FilterSelect
          name="role"
          label={t("people.role")}
          value={role}
          all={t("people.role.all")}
          choices={ROLES.map((value) => ({ value, label: t(`common:role.${value}`) }))}
        />
        <FilterSelect
          name="state"
          label={t("people.state")}
          value={state}
          all={t("people.state.all")}
          choices={PERSON_STATES.map((value) => ({ value, label: t(`people.state.${value}`) }))}
        />
      </FilterBar>
      {people.length === 0 ? (
        <EmptyState title={t("people.none")}>{t("people.none.text")}</EmptyState>
      ) : (
        <StaffPeopleTable people={people} />
      )}
      {next && <MoreLink to={`/staff/people?${params}`} />}
    </Page>
  );
}
