import { type Area, areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { FilterBar, FilterSelect } from "#app/ui/filter-bar.tsx";
import { EXAM_ITEM_KINDS, LOCALES } from "#db/vocabulary.ts";
import { type ItemFilter, itemQuery } from "./item-filter.ts";

/** Search and filters of the question bank. */
export function ItemFilters({
  action,
  filter,
  areas,
}: {
  action: string;
  filter: ItemFilter;
  areas: Area[];
}) {
  const { t, i18n } = useTranslation(["exams", "common"]);
  return (
    <FilterBar
      action={action}
      search={{ label: t("items.search"), value: filter.q ?? "" }}
      isFiltered={itemQuery(filter).size > 0}
    >
      <FilterSelect
        name="area"
        label={t("items.area")}
        value={filter.areaId === undefined ? undefined : String(filter.areaId)}
        all={t("items.area.all")}
        choices={areas.map((area) => ({
          value: String(area.id),
          label: areaName(area, i18n.language),
        }))}
      />
      <FilterSelect
        name="kind"
        label={t("items.kind")}
        value={filter.kind}
        all={t("items.kind.all")}
        choices={EXAM_ITEM_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <FilterSelect
        name="locale"
        label={t("items.locale")}
        value={filter.locale}
        all={t("items.locale.all")}
        choices={LOCALES.map((value) => ({ value, label: t(`common:locale.${value}`) }))}
      />
      <FilterSelect
        name="state"
        label={t("items.state")}
        value={filter.retired ? "retired" : undefined}
        all={t("items.state.in-use")}
        choices={[{ value: "retired", label: t("items.state.retired") }]}
      />
      <FilterSelect
        name="figures"
        label={t("items.judgement")}
        value={filter.flagged ? "flagged" : undefined}
        all={t("items.judgement.all")}
        choices={[{ value: "flagged", label: t("items.judgement.flagged") }]}
      />
    </FilterBar>
  );
}
