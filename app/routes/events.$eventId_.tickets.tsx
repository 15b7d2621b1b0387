import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { TicketList } from "#app/events/organising/ticket-list.tsx";
import { listTickets } from "#app/events/organising/tickets.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, eventId, now } = await requireOrganiser(request, db, params.eventId);
  const rows = await listTickets(db, { eventId });
  const isPromised = event.publishedAt !== null || event.publishAt !== null;
  return {
    title: translator(viewer.locale, "organising")("tickets.title"),
    head: headOf(event, now),
    tickets: rows.map(({ ticket, ...use }) => {
      // The seed is nobody's before the draw is held.
      const { drawSeed: _seed, drawRecord: _record, ...shown } = ticket;
      return {
        ...shown,
        ...use,
        isRemovable: use.applied === 0 && !(isPromised && rows.length === 1),
      };
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

export default function Tickets() {
  const { title, head, tickets } = useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  const isOpen = head.state !== "cancelled" && head.state !== "finished";
  const add = (
    <ButtonLink to={`/events/${head.id}/tickets/new`} variant="primary">
      {t("tickets.add")}
    </ButtonLink>
  );
  return (
    <OrganiserPage
      event={head}
      current="tickets"
      title={title}
      lead={t("tickets.lead")}
      actions={isOpen && tickets.length > 0 && add}
    >
      {tickets.length === 0 ? (
        <EmptyState title={t("tickets.none.title")} action={isOpen && add}>
          {t("tickets.none.text")}
        </EmptyState>
      ) : (
        <TicketList eventId={head.id} tickets={tickets} isOpen={isOpen} />
      )}
    </OrganiserPage>
  );
}
