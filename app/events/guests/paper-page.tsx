import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Breadcrumbs } from "#app/ui/page.tsx";
import { guestQuery } from "./guest-filter.ts";
import { FilterLinks } from "./guest-filters.tsx";

/** The frame of what is meant for paper: on the screen it says how to print, on paper it is not there. */
export function PaperPage({
  title,
  lead,
  how,
  here,
  event,
  tickets,
  ticketTypeId,
  all,
  hasOnSite,
  part,
  next,
  isEmpty,
  children,
}: {
  title: string;
  lead: string;
  how?: string;
  here: string;
  event: { id: number; title: string };
  tickets: { id: number; name: string }[];
  ticketTypeId?: number;
  all: boolean;
  hasOnSite: boolean;
  part?: number;
  next?: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation("organising");
  const query = guestQuery(
    { ticketTypeId },
    { all: all && hasOnSite ? "yes" : undefined, after: next },
  );
  return (
    <div className="paper-page mx-auto w-full max-w-6xl px-4 py-6 sm:px-6 print:p-0">
      <div className="no-print mb-6">
        <Breadcrumbs
          crumbs={[
            { label: event.title, to: `/events/${event.id}` },
            { label: t("guests.heading"), to: `/events/${event.id}/guests` },
          ]}
        />
        <h1 className="text-xl font-bold md:text-2xl">{title}</h1>
        <p className="mt-1 max-w-prose text-muted">{lead}</p>
        {how && <p className="mt-1 max-w-prose">{how}</p>}
        {tickets.length > 1 && (
          <div className="mt-3">
            <FilterLinks
              label={t("guests.paper.tickets")}
              links={[
                ...(hasOnSite
                  ? [
                      {
                        label: t("guests.paper.tickets.onSite"),
                        to: here,
                        isCurrent: !ticketTypeId && !all,
                      },
                    ]
                  : []),
                {
                  label: t("guests.paper.tickets.all"),
                  to: hasOnSite ? `${here}?all=yes` : here,
                  isCurrent: !ticketTypeId && all,
                },
                ...tickets.map(({ id, name }) => ({
                  label: name,
                  to: `${here}?ticket=${id}`,
                  isCurrent: ticketTypeId === id,
                })),
              ]}
            />
          </div>
        )}
        {part && <p className="mt-2">{t("guests.paper.part", { count: part })}</p>}
      </div>
      {isEmpty ? (
        <EmptyState title={t("guests.paper.empty")}>{t("guests.paper.empty.text")}</EmptyState>
      ) : (
        children
      )}
      {next && <MoreLink to={`${here}?${query}`} />}
    </div>
  );
}
