import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAreas } from "#app/areas/areas.server.ts";
import { areaName } from "#app/areas/areas.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { listPeople } from "#app/people/directory.server.ts";
import { DirectoryRow } from "#app/people/directory-row.tsx";
import { CardList } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar, FilterSelect } from "#app/ui/filter-bar.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["people"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { searchParams } = new URL(request.url);
  const q = searchParams.get("q")?.slice(0, 100) ?? "";
  const areas = await listAreas(db);
  const area = areas.find(({ slug }) => slug === searchParams.get("area"))?.slug;
  const page = await listPeople(db, { viewer, q, area, cursor: searchParams.get("after") });
  return { ...page, areas, q, area, title: translator(viewer.locale, "people")("directory.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function People() {
  const { people, next, areas, q, area } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("people");
  const filter = { ...(q && { q }), ...(area && { area }) };
  return (
    <Page title={t("directory.title")} lead={t("directory.lead")}>
      <FilterBar
        action="/people"
        search={{ label: t("directory.search"), value: q }}
        isFiltered={q !== "" || area !== undefined}
      >
        <FilterSelect
          name="area"
          label={t("directory.area")}
          value={area}
          all={t("directory.area.all")}
          choices={areas.map((one) => ({ value: one.slug, label: areaName(one, i18n.language) }))}
        />
      </FilterBar>
      {people.length === 0 ? (
        <EmptyState title={t("directory.empty.title")}>{t("directory.empty.text")}</EmptyState>
      ) : (
        <CardList label={t("directory.list")}>
          {people.map((person) => (
            <DirectoryRow key={person.id} person={person} areas={areas} />
          ))}
        </CardList>
      )}
      {next && <MoreLink to={`/people?${new URLSearchParams({ ...filter, after: next })}`} />}
    </Page>
  );
}
