import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { AreaBalanceTable } from "#app/certification/exams/area-balance.tsx";
import {
  listAreaBalance,
  listExamsForStaff,
} from "#app/certification/exams/exam-reading.server.ts";
import { itemFilterOf, itemQuery } from "#app/certification/exams/item-filter.ts";
import { ItemFilters } from "#app/certification/exams/item-filters.tsx";
import { listItems } from "#app/certification/exams/item-list.server.ts";
import { ItemTable } from "#app/certification/exams/item-table.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "exams"] } satisfies RouteHandle;

const HERE = "/staff/exam-items";

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const { searchParams } = new URL(request.url);
  const filter = itemFilterOf(searchParams);
  const [page, balance, exams] = await Promise.all([
    listItems(db, { ...filter, cursor: searchParams.get("after") }),
    listAreaBalance(db),
    listExamsForStaff(db),
  ]);
  const title = translator(viewer.locale, "exams")("items.title");
  return { ...page, filter, balance, exams: exams.filter((exam) => !exam.retiredAt), title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function ExamItems() {
  const { items, next, filter, balance, exams, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation("exams");
  const query = itemQuery(filter);
  const isFiltered = query.size > 0;
  const address = (path: string, params: URLSearchParams) =>
    params.size > 0 ? `${path}?${params}` : path;
  const add = (
    <ButtonLink to={`${HERE}/new`} variant="primary">
      {t("items.new")}
    </ButtonLink>
  );
  return (
    <Page
      title={title}
      lead={t("items.lead")}
      actions={
        <>
          <ButtonLink to={`${HERE}/imports/new`}>{t("items.import")}</ButtonLink>
          <ButtonLink to={address(`${HERE}.csv`, query)} reloadDocument>
            {t("items.export")}
          </ButtonLink>
          {add}
        </>
      }
    >
      <ItemFilters action={HERE} filter={filter} areas={balance.map(({ area }) => area)} />
      {items.length > 0 ? (
        <ItemTable items={items} />
      ) : isFiltered ? (
        <EmptyState title={t("items.none")}>{t("items.none.text")}</EmptyState>
      ) : (
        <EmptyState title={t("items.empty")} action={add}>
          {t("items.empty.text")}
        </EmptyState>
      )}
      {next && <MoreLink to={`${HERE}?${itemQuery(filter, { after: next })}`} />}
      {balance.length > 0 && (
        <Section
          title={t("items.balance")}
          className="mt-10"
          actions={
            <Link to="/staff/exams" className="text-link text-sm">
              {t("exams.title")}
            </Link>
          }
        >
          <p className="mb-3 max-w-prose text-muted">{t("items.balance.text")}</p>
          <AreaBalanceTable balance={balance} exams={exams} />
        </Section>
      )}
    </Page>
  );
}
