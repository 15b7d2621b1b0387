import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { dayIn } from "#app/lib/time.ts";
import { listOrganisations } from "#app/organisations/organisation-list.server.ts";
import { OrganisationTable } from "#app/organisations/organisation-table.tsx";
import { ORGANISATION_SORTS } from "#app/organisations/organisations.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar, FilterSelect } from "#app/ui/filter-bar.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";
import { PHASES, TIERS } from "#db/vocabulary.ts";

export const handle = { i18n: ["staff"] } satisfies RouteHandle;

const CONTRACTS = ["live", "ended"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const { searchParams } = new URL(request.url);
  const one = <Word extends string>(name: string, words: readonly Word[]) =>
    words.find((word) => word === searchParams.get(name));
  const filter = {
    q: searchParams.get("q")?.slice(0, 100) || undefined,
    tier: one("tier", TIERS),
    phase: one("phase", PHASES),
    contract: one("contract", CONTRACTS),
    sort: one("sort", ORGANISATION_SORTS),
  };
  const page = await listOrganisations(db, {
    ...filter,
    today: dayIn(viewer.timeZone, new Date()),
    cursor: searchParams.get("after"),
  });
  const title = translator(viewer.locale, "staff")("organisations.title");
  return { ...page, filter, title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Organisations() {
  const { organisations, next, filter } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["staff", "common"]);
  const { q, tier, phase, contract, sort } = filter;
  const isFiltered = [q, tier, phase, contract].some((value) => value !== undefined);
  const params = (extra: Record<string, string>) =>
    new URLSearchParams(
      Object.entries({ ...filter, ...extra }).filter((e): e is [string, string] => !!e[1]),
    );
  const create = (
    <ButtonLink to="/staff/organisations/new" variant="primary">
      {t("organisations.new")}
    </ButtonLink>
  );
  return (
    <Page title={t("organisations.title")} lead={t("organisations.lead")} actions={create}>
      <FilterBar
        action="/staff/organisations"
        search={{ label: t("organisations.search"), value: q ?? "" }}
        isFiltered={isFiltered}
      >
        <FilterSelect
          name="tier"
          label={t("organisations.tier")}
          value={tier}
          all={t("organisations.tier.all")}
          choices={TIERS.map((value) => ({ value, label: t(`common:tier.${value}`) }))}
        />
        <FilterSelect
          name="phase"
          label={t("organisations.phase")}
          value={phase}
          all={t("organisations.phase.all")}
          choices={PHASES.map((value) => ({ value, label: t(`common:phase.${value}`) }))}
        />
        <FilterSelect
          name="contract"
          label={t("organisations.contract")}
          value={contract}
          all={t("organisations.contract.all")}
          choices={CONTRACTS.map((value) => ({
            value,
            label: t(`organisations.contract.${value}`),
          }))}
        />
        <FilterSelect
          name="sort"
          label={t("common:list.sort")}
          value={sort ?? "name"}
          choices={ORGANISATION_SORTS.map((value) => ({
            value,
            label: t(`organisations.sort.${value}`),
          }))}
        />
      </FilterBar>
      {organisations.length > 0 ? (
        <OrganisationTable organisations={organisations} />
      ) : isFiltered ? (
        <EmptyState title={t("organisations.none")}>{t("organisations.none.text")}</EmptyState>
      ) : (
        <EmptyState title={t("organisations.empty")} action={create}>
          {t("organisations.empty.text")}
        </EmptyState>
      )}
      {next && <MoreLink to={`/staff/organisations?${params({ after: next })}`} />}
    </Page>
  );
}
