import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarDays } from "lucide-react";
import { listAreas } from "#app/areas/areas.server.ts";
import { findViewer } from "#app/auth/guard.server.ts";
import { isStaff } from "#app/auth/viewer.ts";
import { EventFilters } from "#app/events/listing/event-filters.tsx";
import { listEvents, listRegions } from "#app/events/listing/event-list.server.ts";
import { eventListUrl, isNarrowed, parseEventFilter } from "#app/events/listing/event-list.ts";
import { EventRow } from "#app/events/listing/event-row.tsx";
import { mayCreateEvents } from "#app/events/organising/desk.server.ts";
import { translatorFor } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardList } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["events"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: data?.title ?? "",
    description: data?.description,
    // Every narrowed list is a part of the whole one.
    path: "/events",
  });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const now = new Date();
  const filter = parseEventFilter(new URL(request.url).searchParams);
  const [areas, regions, page, mayOrganise] = await Promise.all([
    listAreas(db),
    listRegions(db, { viewer, filter, now }),
    listEvents(db, { viewer, filter, now }),
    viewer !== undefined && mayCreateEvents(db, viewer),
  ]);
  const t = translatorFor(request, viewer, "events");
  return {
    title: t("list.title"),
    description: t("list.lead"),
    ...page,
    areas,
    regions,
    filter,
    signedIn: viewer !== undefined,
    organised: mayOrganise ? (isStaff(viewer) ? "/staff/events" : "/events/organising") : null,
  };
}

export default function EventList() {
  const { events, previous, next, filter, areas, regions, signedIn, organised } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation("events");
  const reason = isNarrowed(filter) ? "narrowed" : filter.time;
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        <>
          <ButtonLink to="/events/month">
            <CalendarDays size={18} aria-hidden="true" />
            {t("list.month")}
          </ButtonLink>
          {organised && (
            <>
              <ButtonLink to={organised}>{t("list.organised")}</ButtonLink>
              <ButtonLink to="/events/new" variant="primary">
                {t("list.create")}
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      <EventFilters filter={filter} areas={areas} regions={regions} signedIn={signedIn} />
      {previous && (
        <p className="mb-4 text-center">
          <ButtonLink to={eventListUrl(filter, { from: previous })} rel="prev" size="small">
            {t("list.previous")}
          </ButtonLink>
        </p>
      )}
      {events.length === 0 ? (
        <EmptyState
          title={t(`list.empty.${reason}.title`)}
          action={
            <ButtonLink to={wayOut(reason, filter.time)}>
              {t(`list.empty.${reason}.action`)}
            </ButtonLink>
          }
        >
          {t(`list.empty.${reason}.text`)}
        </EmptyState>
      ) : (
        <CardList label={t(`list.time.${filter.time}`)}>
          {events.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </CardList>
      )}
      {next && <MoreLink to={eventListUrl(filter, { from: next })} />}
    </Page>
  );
}

/** An empty list leads to where there is something. */
function wayOut(reason: string, time: "coming" | "past" | "mine"): string {
  if (reason === "narrowed") return eventListUrl({ time });
  return eventListUrl({ time: reason === "coming" ? "past" : "coming" });
}
