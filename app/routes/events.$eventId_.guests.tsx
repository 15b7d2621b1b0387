import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import { stateOf } from "#app/events/events.ts";
import { DEEDS, DecisionOutcome } from "#app/events/guests/decision-outcome.tsx";
import { countWalkIns, listTicketFigures } from "#app/events/guests/guest-figures.server.ts";
import { GuestFigures } from "#app/events/guests/guest-figures.tsx";
import { guestFilterOf, guestQuery, idsOf, withQuery } from "#app/events/guests/guest-filter.ts";
import { GuestFilters } from "#app/events/guests/guest-filters.tsx";
import { listChosenGuests, listGuests } from "#app/events/guests/guest-list.server.ts";
import { GuestList } from "#app/events/guests/guest-list.tsx";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { event } = allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const { searchParams } = new URL(request.url);
  const filter = guestFilterOf(searchParams);
  const cursor = searchParams.get("after");
  const deed = (["nobody", ...DEEDS] as const).find((word) => word === searchParams.get("did"));
  const chosen = (name: string) =>
    listChosenGuests(db, { viewer, eventId, ids: idsOf(searchParams.getAll(name), 100) });
  const [page, figures, walkIns, done, left] = await Promise.all([
    listGuests(db, { viewer, eventId, filter, cursor }),
    listTicketFigures(db, { eventId }),
    countWalkIns(db, { eventId }),
    deed ? chosen("of") : [],
    deed ? chosen("left") : [],
  ]);
  const title = translator(viewer.locale, "organising")("guests.title", { title: event.title });
  const outcome = deed && { deed, done, left };
  const head = { id: event.id, title: event.title, state: stateOf(event, new Date()) };
  return { ...page, event: head, filter, cursor, figures, walkIns, outcome, title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Guests() {
  const { guests, next, event, filter, cursor, figures, walkIns, outcome } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  const run = `/events/${event.id}`;
  const here = `${run}/guests`;
  const query = guestQuery(filter);
  const ticket = guestQuery({ ticketTypeId: filter.ticketTypeId });
  return (
    <OrganiserPage
      event={event}
      current="guests"
      title={t("guests.heading")}
      lead={t("guests.lead")}
      actions={
        <>
          <ButtonLink to={`${here}/new`}>{t("guests.add")}</ButtonLink>
          <ButtonLink to={withQuery(`${here}.csv`, query)} reloadDocument>
            {t("guests.csv")}
          </ButtonLink>
          <ButtonLink to={withQuery(`${run}/guest-list`, ticket)}>{t("guests.print")}</ButtonLink>
          <ButtonLink to={withQuery(`${run}/name-cards`, ticket)}>{t("guests.cards")}</ButtonLink>
        </>
      }
    >
      {outcome && <DecisionOutcome {...outcome} />}
      {figures.length > 0 && (
        <Section title={t("guests.figures")}>
          <GuestFigures figures={figures} here={here} />
          {walkIns > 0 && (
            <p className="mt-2 text-sm">{t("guests.figures.walkIns", { count: walkIns })}</p>
          )}
        </Section>
      )}
      <Section title={t("guests.list")}>
        <GuestFilters here={here} filter={filter} figures={figures} />
        {guests.length > 0 ? (
          <GuestList
            guests={guests}
            here={here}
            query={guestQuery(filter, { after: cursor ?? undefined }).toString()}
          />
        ) : query.size > 0 ? (
          <EmptyState title={t("guests.none")}>{t("guests.none.text")}</EmptyState>
        ) : (
          <EmptyState
            title={t("guests.empty")}
            action={
              <ButtonLink to={`${run}/invitations`} variant="primary">
                {t("guests.empty.invite")}
              </ButtonLink>
            }
          >
            {t("guests.empty.text")}
          </EmptyState>
        )}
        {next && <MoreLink to={`${here}?${guestQuery(filter, { after: next })}`} />}
      </Section>
    </OrganiserPage>
  );
}
