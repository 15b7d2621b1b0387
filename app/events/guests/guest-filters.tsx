import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { REGISTRATION_STATES } from "#db/vocabulary.ts";
import type { TicketFigures } from "./guest-figures.server.ts";
import { type GuestFilter, guestQuery, withQuery } from "./guest-filter.ts";

/** Search by words, and filters as links; on a phone they fold. */
export function GuestFilters({
  here,
  filter,
  figures,
}: {
  here: string;
  filter: GuestFilter;
  figures: TicketFigures[];
}) {
  const { t } = useTranslation(["organising", "events"]);
  const { q: _, ...narrowing } = filter;
  const to = (change: Partial<GuestFilter>) =>
    withQuery(here, guestQuery({ ...filter, ...change }));
  const all = t("guests.filter.all");
  const isNarrowed = guestQuery(narrowing).size > 0;
  const links = (
    <div className="mb-4 grid gap-1">
      <FilterLinks
        label={t("guests.filter.state")}
        links={[
          { label: all, to: to({ state: undefined }), isCurrent: !filter.state },
          ...REGISTRATION_STATES.map((state) => ({
            label: t(`events:registration.${state}`),
            to: to({ state }),
            isCurrent: filter.state === state,
          })),
        ]}
      />
      {figures.length > 1 && (
        <FilterLinks
          label={t("guests.filter.ticket")}
          links={[
            { label: all, to: to({ ticketTypeId: undefined }), isCurrent: !filter.ticketTypeId },
            ...figures.map(({ id, name }) => ({
              label: name,
              to: to({ ticketTypeId: id }),
              isCurrent: filter.ticketTypeId === id,
            })),
          ]}
        />
      )}
      <FilterLinks
        label={t("guests.filter.came")}
        links={[
          { label: all, to: to({ came: undefined }), isCurrent: !filter.came },
          ...(["yes", "no"] as const).map((came) => ({
            label: t(`guests.filter.came.${came}`),
            to: to({ came }),
            isCurrent: filter.came === came,
          })),
        ]}
      />
    </div>
  );
  return (
    <>
      <FilterBar
        action={here}
        search={{ label: t("guests.search"), value: filter.q ?? "" }}
        isFiltered={guestQuery(filter).size > 0}
      >
        {[...guestQuery(narrowing)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </FilterBar>
      <details className="md:hidden" open={isNarrowed}>
        <summary className="mb-2 inline-flex min-h-11 items-center font-semibold">
          {t("guests.filter.fold")}
        </summary>
        {links}
      </details>
      <div className="hidden md:block">{links}</div>
    </>
  );
}

type FilterLink = { label: string; to: string; isCurrent: boolean };

/** One filter: a word for it, and its values as links. */
export function FilterLinks({ label, links }: { label: string; links: FilterLink[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-baseline gap-x-3 text-sm">
      <span className="font-semibold text-muted">{label}</span>
      <ul className="flex flex-wrap gap-x-1">
        {links.map((link) => (
          <li key={link.to}>
            <Link
              to={link.to}
              aria-current={link.isCurrent ? "true" : undefined}
              className={classNames(
                "inline-flex min-h-11 items-center rounded-card px-2 md:min-h-8",
                link.isCurrent
                  ? "bg-brand-soft font-semibold text-brand-strong"
                  : "text-brand hover:underline",
              )}
            >
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
