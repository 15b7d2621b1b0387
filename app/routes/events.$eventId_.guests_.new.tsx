import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { registerByOrganiser } from "#app/events/admission/registering.server.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import { stateOf } from "#app/events/events.ts";
import { AddGuestForm } from "#app/events/guests/add-guest-form.tsx";
import { outcomeAddress } from "#app/events/guests/decision-target.ts";
import { listTicketFigures } from "#app/events/guests/guest-figures.server.ts";
import { idsOf } from "#app/events/guests/guest-filter.ts";
import { searchInvitees } from "#app/events/guests/invitees.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { event } = allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const q = new URL(request.url).searchParams.get("q")?.trim().slice(0, 100) ?? "";
  const [found, tickets] = await Promise.all([
    searchInvitees(db, { viewer, eventId, q }),
    listTicketFigures(db, { eventId }),
  ]);
  return {
    event: { id: event.id, title: event.title, state: stateOf(event, new Date()) },
    q,
    found,
    tickets,
    title: translator(viewer.locale, "organising")("guests.new.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const form = await request.formData();
  const [personId] = idsOf(form.getAll("person"));
  const [ticketTypeId] = idsOf(form.getAll("ticket"));
  const refuse = (...errors: string[]) => data({ errors, personId, ticketTypeId }, { status: 400 });
  if (personId === undefined || ticketTypeId === undefined) {
    return refuse(
      ...(personId === undefined ? ["person"] : []),
      ...(ticketTypeId === undefined ? ["ticket"] : []),
    );
  }
  const act = { viewer, eventId, ticketTypeId, personId, now: new Date() };
  const added = await registerByOrganiser(db, act);
  if (!added.ok) return refuse(added.reason);
  const here = `/events/${eventId}/guests`;
  return redirect(outcomeAddress(here, null, { deed: "added", done: [added.registration.id] }));
}

export default function AddGuest() {
  const { event, q, found, tickets, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("organising");
  const run = `/events/${event.id}`;
  return (
    <OrganiserPage event={event} current="guests" title={title} lead={t("guests.new.lead")}>
      <div className="max-w-3xl">
        {event.state !== "published" ? (
          <EmptyState title={t("guests.new.closed")}>{t("guests.new.closed.text")}</EmptyState>
        ) : tickets.length === 0 ? (
          <EmptyState
            title={t("guests.new.noTickets")}
            action={<ButtonLink to={`${run}/tickets`}>{t("tabs.tickets")}</ButtonLink>}
          />
        ) : (
          <AddGuestForm q={q} found={found} tickets={tickets} refused={refused} />
        )}
      </div>
    </OrganiserPage>
  );
}
