import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAreas } from "#app/areas/areas.server.ts";
import { areaName } from "#app/areas/areas.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import {
  listSupporterPlaces,
  listSupporters,
} from "#app/certification/supporters/supporter-list.server.ts";
import { SupporterRow } from "#app/certification/supporters/supporter-row.tsx";
import { AVAILABILITIES } from "#app/certification/supporters/supporters.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardList } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar, FilterSelect } from "#app/ui/filter-bar.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";
import { LOCALES } from "#db/vocabulary.ts";

export const handle = { i18n: ["supporters"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { searchParams } = new URL(request.url);
  const [areas, { industries, regions }] = await Promise.all([
    listAreas(db),
    listSupporterPlaces(db),
  ]);
  const one = <T extends string>(name: string, words: readonly T[]) =>
    words.find((word) => word === searchParams.get(name));
  const filter = {
    q: searchParams.get("q")?.slice(0, 100) || undefined,
    area: one(
      "area",
      areas.map(({ slug }) => slug),
    ),
    industry: one("industry", industries),
    region: one("region", regions),
    language: one("language", LOCALES),
    available: one("available", AVAILABILITIES),
  };
  const page = await listSupporters(db, {
    viewer,
    filter,
    cursor: searchParams.get("after"),
    now: new Date(),
  });
  const title = translator(viewer.locale, "supporters")("title");
  return { ...page, filter, areas, industries, regions, title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Supporters() {
  const { supporters, next, filter, areas, industries, regions } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("supporters");
  const chosen = Object.entries(filter).filter((entry): entry is [string, string] => !!entry[1]);
  const same = (words: string[]) => words.map((value) => ({ value, label: value }));
  return (
    <Page title={t("title")} lead={t("lead")}>
      <FilterBar
        action="/supporters"
        search={{ label: t("search"), value: filter.q ?? "" }}
        isFiltered={chosen.length > 0}
      >
        <FilterSelect
          name="area"
          label={t("filter.area")}
          value={filter.area}
          all={t("filter.area.all")}
          choices={areas.map((area) => ({
            value: area.slug,
            label: areaName(area, i18n.language),
          }))}
        />
        <FilterSelect
          name="industry"
          label={t("filter.industry")}
          value={filter.industry}
          all={t("filter.industry.all")}
          choices={same(industries)}
        />
        <FilterSelect
          name="region"
          label={t("filter.region")}
          value={filter.region}
          all={t("filter.region.all")}
          choices={same(regions)}
        />
        <FilterSelect
          name="language"
          label={t("filter.language")}
          value={filter.language}
          all={t("filter.language.all")}
          choices={LOCALES.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
        <FilterSelect
          name="available"
          label={t("filter.available")}
          value={filter.available}
          all={t("filter.available.all")}
          choices={AVAILABILITIES.map((value) => ({
            value,
            label: t(`filter.available.${value}`),
          }))}
        />
      </FilterBar>
      {supporters.length === 0 ? (
        <EmptyState
          title={t("none.title")}
          action={<ButtonLink to="/questions/new">{t("none.ask")}</ButtonLink>}
        >
          {t("none.text")}
        </EmptyState>
      ) : (
        <CardList label={t("list")}>
          {supporters.map((supporter) => (
            <SupporterRow key={supporter.id} supporter={supporter} areas={areas} />
          ))}
        </CardList>
      )}
      {next && (
        <MoreLink
          to={`/supporters?${new URLSearchParams([...chosen, ["after", next]] as [string, string][])}`}
        />
      )}
    </Page>
  );
}
