import { Form, Link, useSubmit } from "@remix-run/react";
import { type Area, areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { FilterSelect } from "#app/ui/filter-bar.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { EVENT_KINDS, PHASES, TICKET_PLACES } from "#db/vocabulary.ts";
import { type EventFilter, eventListUrl, isNarrowed, LIST_TIMES } from "./event-list.ts";

/** Filters that live in the URL: which part of all events as tabs, the rest as a small form. */
export function EventFilters({
  filter,
  areas,
  regions,
  signedIn,
}: {
  filter: EventFilter;
  areas: Area[];
  regions: string[];
  signedIn: boolean;
}) {
  const { t, i18n } = useTranslation("events");
  const { t: common } = useTranslation();
  const submit = useSubmit();
  const tabs = LIST_TIMES.filter((time) => signedIn || time !== "mine").map((time) => ({
    to: eventListUrl(filter, { time }),
    label: t(`list.time.${time}`),
  }));
  const known = filter.region && !regions.includes(filter.region) ? [filter.region] : [];
  return (
    <>
      <TabLinks label={t("list.times")} tabs={tabs} current={eventListUrl(filter)} />
      <search>
        <Form
          action="/events"
          className="mb-4 grid grid-cols-2 items-end gap-x-4 gap-y-2 text-sm sm:flex sm:flex-wrap"
          onChange={(event) => submit(event.currentTarget)}
        >
          {filter.time !== "coming" && <input type="hidden" name="when" value={filter.time} />}
          <FilterSelect
            name="kind"
            label={t("filter.kind")}
            value={filter.kind}
            all={t("filter.any")}
            choices={EVENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <FilterSelect
            name="place"
            label={t("filter.place")}
            value={filter.place}
            all={t("filter.any")}
            choices={TICKET_PLACES.map((value) => ({ value, label: t(`place.${value}`) }))}
          />
          <FilterSelect
            name="area"
            label={t("filter.area")}
            value={filter.area}
            all={t("filter.any")}
            choices={areas.map((area) => ({
              value: area.slug,
              label: areaName(area, i18n.language),
            }))}
          />
          <FilterSelect
            name="phase"
            label={t("filter.phase")}
            value={filter.phase}
            all={t("filter.any")}
            choices={PHASES.map((value) => ({ value, label: common(`phase.${value}`) }))}
          />
          {(regions.length > 0 || known.length > 0) && (
            <FilterSelect
              name="region"
              label={t("filter.region")}
              value={filter.region}
              all={t("filter.any")}
              choices={[...known, ...regions].map((value) => ({ value, label: value }))}
            />
          )}
          <noscript>
            <Button variant="quiet">{t("filter.apply")}</Button>
          </noscript>
          {isNarrowed(filter) && (
            <Link
              to={eventListUrl({ time: filter.time })}
              className="text-link inline-flex min-h-11 items-center"
            >
              {common("list.clear")}
            </Link>
          )}
        </Form>
      </search>
    </>
  );
}
