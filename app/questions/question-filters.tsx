import { Form, Link, useSubmit } from "@remix-run/react";
import { type Area, areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import {
  filterUrl,
  isFiltered,
  LIST_SORTS,
  LIST_STATES,
  type QuestionFilter,
} from "./question-list.ts";

/** Filters that live in the URL: the state as tabs, area and order as a small form. */
export function QuestionFilters({
  filter,
  areas,
  signedIn,
}: {
  filter: QuestionFilter;
  areas: Area[];
  signedIn: boolean;
}) {
  const { t, i18n } = useTranslation("questions");
  const { t: common } = useTranslation();
  const submit = useSubmit();
  const plain: QuestionFilter = { sort: filter.sort, area: filter.area, tag: filter.tag };
  const tabs = [
    { to: filterUrl(plain), label: t("list.state.all") },
    ...LIST_STATES.map((state) => ({
      to: filterUrl(plain, { state }),
      label: t(`list.state.${state}`),
    })),
    ...(signedIn
      ? [
          { to: filterUrl(plain, { mine: true }), label: t("list.mine") },
          { to: filterUrl(plain, { watching: true }), label: t("list.watching") },
        ]
      : []),
  ];
  return (
    <>
      <TabLinks
        label={t("list.filtersLabel")}
        tabs={tabs}
        current={filterUrl({ ...filter, after: undefined })}
      />
      <Form
        action="/questions"
        className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-2 text-sm"
        onChange={(event) => submit(event.currentTarget)}
      >
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        {filter.mine && <input type="hidden" name="mine" value="1" />}
        {filter.watching && <input type="hidden" name="watching" value="1" />}
        {filter.tag && <input type="hidden" name="tag" value={filter.tag} />}
        <label className="grid gap-1">
          <span className="text-xs font-semibold text-muted">{t("list.area")}</span>
          <select
            key={filter.area}
            name="area"
            defaultValue={filter.area ?? ""}
            className="control min-h-11 py-1.5"
          >
            <option value="">{t("list.area.all")}</option>
            {areas.map((area) => (
              <option key={area.slug} value={area.slug}>
                {areaName(area, i18n.language)}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1">
          <span className="text-xs font-semibold text-muted">{common("list.sort")}</span>
          <select
            key={filter.sort}
            name="sort"
            defaultValue={filter.sort}
            className="control min-h-11 py-1.5"
          >
            {LIST_SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {t(`list.sort.${sort}`)}
              </option>
            ))}
          </select>
        </label>
        <noscript>
          <Button variant="quiet">{t("list.apply")}</Button>
        </noscript>
        {filter.tag && (
          <Link
            to={filterUrl(filter, { tag: undefined })}
            className="inline-flex min-h-11 items-center gap-2 rounded-full bg-brand-soft px-4 text-brand"
          >
            {t("list.tag", { tag: filter.tag })} <span aria-hidden="true">×</span>
          </Link>
        )}
        {isFiltered(filter) && (
          <Link to="/questions" className="text-link inline-flex min-h-11 items-center">
            {common("list.clear")}
          </Link>
        )}
      </Form>
    </>
  );
}
