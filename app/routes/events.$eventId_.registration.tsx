import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { qrCode } from "#app/auth/qr-code.server.ts";
import { Venue } from "#app/events/listing/event-facts.tsx";
import { EventNotice } from "#app/events/listing/event-notice.tsx";
import { findEventPage } from "#app/events/listing/event-reading.server.ts";
import { minutesOf } from "#app/events/listing/event-span.ts";
import { OwnPart } from "#app/events/listing/own-part.tsx";
import {
  Colleagues,
  DoorCode,
  GivenAnswers,
  RegistrationHistory,
} from "#app/events/listing/own-ticket.tsx";
import {
  listAnswers,
  listBrought,
  listRegistrationHistory,
} from "#app/events/listing/registration-reading.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { portalUrl } from "#app/lib/current-config.server.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { MarkThreadRead } from "#app/notifications/mark-thread-read.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { ZonedSpan } from "#app/ui/zoned-span.tsx";
import { db } from "#db/client.server.ts";
import type { EventPlace, RegistrationState, TicketPlace } from "#db/vocabulary.ts";

export const handle = { i18n: ["events", "registrations"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const now = new Date();
  const [page, colleagues] = await Promise.all([
    findEventPage(db, { viewer, eventId, now }),
    listBrought(db, { viewer, eventId }),
  ]);
  if (!page) throw notFound();
  const { own, event, state, inside, isAtDoor } = page;
  if (!own && colleagues.length === 0) throw redirect(`/events/${eventId}`);
  const [history, answers] = own
    ? await Promise.all([
        listRegistrationHistory(db, { viewer, registrationId: own.id }),
        listAnswers(db, { registrationId: own.id }),
      ])
    : [[], []];
  const isForDoor =
    own?.state === "confirmed" && own.ticket.place === "on-site" && state === "published";
  return {
    title: translator(viewer.locale, "registrations")("ticket.title"),
    holder: viewer.name,
    event,
    state,
    inside,
    own,
    colleagues,
    history,
    answers,
    isAtDoor,
    hasBegun: event.startsAt <= now,
    isOnline: own?.state === "confirmed" && own.ticket.place === "online" && state === "published",
    door: isForDoor
      ? { code: own.code, qr: qrCode(portalUrl(`/events/${eventId}/desk?code=${own.code}`)) }
      : undefined,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function OwnTicket() {
  const { title, event, state, own, door, hasBegun, ...data } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["registrations", "events"]);
  return (
    <Page
      title={title}
      lead={event.title}
      width="narrow"
      breadcrumbs={[
        { label: t("events:list.title"), to: "/events" },
        { label: event.title, to: `/events/${event.id}` },
      ]}
    >
      <MarkThreadRead thread={`event:${event.id}`} />
      <EventNotice event={event} state={state} isOrganiser={false} />
      {door && <DoorCode {...door} holder={data.holder} event={event.title} />}
      {own && (
        <OwnPart
          event={event}
          state={state}
          own={own}
          hasBegun={hasBegun}
          isAtDoor={data.isAtDoor}
          isTicketPage
        />
      )}
      {own && !door && !hasBegun && ["applied", "waitlisted", "offered"].includes(own.state) && (
        <p className="mb-4 text-muted">{t("ticket.notYet")}</p>
      )}
      {data.isOnline && <p className="mb-4">{t("ticket.onlineHint")}</p>}
      <Section title={t("ticket.where")}>
        <Card className="grid gap-4">
          <p className="text-lg font-bold">
            <ZonedSpan
              start={event.startsAt}
              minutes={minutesOf(event)}
              other={{ timeZone: event.timeZone }}
            />
          </p>
          <Venue
            event={ownPlace(event, own)}
            inside={data.inside}
            isToCome={state === "published"}
          />
          <div className="no-print">
            <ButtonLink to={`/events/${event.id}`}>{t("ticket.event")}</ButtonLink>
          </div>
        </Card>
      </Section>
      <Colleagues
        eventId={event.id}
        colleagues={data.colleagues}
        canCancel={state === "published" && !hasBegun}
      />
      <GivenAnswers answers={data.answers} />
      {data.history.length > 0 && <RegistrationHistory entries={data.history} />}
    </Page>
  );
}

/** Whoever has a place is told of the one way in which they take part. */
function ownPlace<Event extends { place: EventPlace }>(
  event: Event,
  own: { state: RegistrationState; ticket: { place: TicketPlace } } | undefined,
): Event {
  return own?.state === "confirmed" ? { ...event, place: own.ticket.place } : event;
}
