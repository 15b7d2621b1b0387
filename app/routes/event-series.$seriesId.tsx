import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { isStaff } from "#app/auth/viewer.ts";
import { EventStateBadge } from "#app/events/listing/event-state-badge.tsx";
import { findSeries } from "#app/events/organising/series.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const seriesId = idParam(params.seriesId);
  const series = await findSeries(db, { viewer, seriesId, now: new Date() });
  if (!series) throw notFound();
  return { series, canEdit: isStaff(viewer) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.series.name }) : [];

/** A series of meetings with those of its events that the viewer may see. */
export default function Series() {
  const { series, canEdit } = useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  const { t: words } = useTranslation("events");
  return (
    <Page
      title={series.name}
      lead={<p className="whitespace-pre-line">{series.description}</p>}
      width="reading"
      breadcrumbs={[{ label: words("list.title"), to: "/events" }]}
      actions={
        canEdit && (
          <ButtonLink to={`/event-series/${series.id}/edit`}>{t("series.edit")}</ButtonLink>
        )
      }
    >
      {series.events.length === 0 ? (
        <EmptyState title={t("series.none")} />
      ) : (
        <CardList label={series.name}>
          {series.events.map((event) => (
            <CardRow key={event.id} className="grid gap-1">
              <span className="flex flex-wrap items-center gap-3">
                <Link
                  to={`/events/${event.id}`}
                  className="font-semibold wrap-anywhere hover:text-brand hover:underline"
                >
                  {event.title}
                </Link>
                <EventStateBadge state={event.state} />
              </span>
              <span className="text-sm text-muted">
                <DateTime value={event.startsAt} style="date" /> ・ {words(`kind.${event.kind}`)} ・{" "}
                {words(`place.${event.place}`)}
              </span>
              {event.summary && <span className="text-sm">{event.summary}</span>}
            </CardRow>
          ))}
        </CardList>
      )}
    </Page>
  );
}
