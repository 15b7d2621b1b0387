import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { drawTicket, findDraw } from "#app/events/admission/drawing.server.ts";
import { findOwnRegistration } from "#app/events/admission/reading.server.ts";
import { DrawAlgorithm, DrawFacts, DrawResults } from "#app/events/listing/draw-record.tsx";
import { translatorFor } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { ButtonLink, buttonLook } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["events", "registrations"] } satisfies RouteHandle;

/** More than a page can be read of; the record for programs has all. */
const LOTS_SHOWN = 1_000;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const eventId = idParam(params.eventId);
  const ticketTypeId = idParam(params.ticketTypeId);
  const [draw, own] = await Promise.all([
    findDraw(db, { viewer, eventId, ticketTypeId }),
    viewer ? findOwnRegistration(db, { viewer, eventId }) : undefined,
  ]);
  if (!draw) throw notFound();
  const { held, drawAt, commitment, ...facts } = draw;
  const groups = new Map(held?.record.entrants.map(({ number, group }) => [number, group]));
  const order = held ? [...held.record.drawn, ...held.record.waiting] : [];
  const drawn = new Set(held?.record.drawn);
  const lots = order
    .map((id) => ({
      id,
      lot: held ? drawTicket(held.seed, id) : "",
      group: groups.get(id) ?? null,
      isDrawn: drawn.has(id),
    }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map((lot, index) => ({ ...lot, order: index + 1 }));
  return {
    title: translatorFor(request, viewer, "registrations")("draw.title"),
    ...facts,
    path: `/events/${eventId}/draws/${ticketTypeId}`,
    own: own && groups.has(own.id) ? own.id : undefined,
    draw: {
      drawAt,
      commitment,
      held: held && {
        at: held.at,
        seed: held.seed,
        places: held.record.places,
        groupCap: held.record.groupCap,
        entrants: order.length,
        lots: lots.slice(0, LOTS_SHOWN),
      },
    },
  };
}

export default function DrawPage() {
  const { title, path, draw, own, ...facts } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["registrations", "events"]);
  const { eventId, eventTitle, ticketName, capacity } = facts;
  return (
    <Page
      title={title}
      lead={t("draw.lead", { title: eventTitle, ticket: ticketName, capacity })}
      width="reading"
      breadcrumbs={[
        { label: t("events:list.title"), to: "/events" },
        { label: eventTitle, to: `/events/${eventId}` },
      ]}
    >
      <DrawFacts draw={draw} />
      {draw.held && <DrawResults lots={draw.held.lots} own={own} />}
      <DrawAlgorithm />
      <div className="flex flex-wrap gap-3">
        <a href={`${path}.json`} className={buttonLook()}>
          {t("draw.json")}
        </a>
        <ButtonLink to={`/events/${eventId}`}>{t("draw.back")}</ButtonLink>
      </div>
    </Page>
  );
}
