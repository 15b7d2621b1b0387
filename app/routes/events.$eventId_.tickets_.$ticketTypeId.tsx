import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { ticketPlaces } from "#app/events/organising/publishing.ts";
import { TicketForm } from "#app/events/organising/ticket-fields.tsx";
import { ticketSchema } from "#app/events/organising/ticket-form.ts";
import { drawWords, ticketErrors, ticketValues } from "#app/events/organising/ticket-words.ts";
import { editTicket, findTicket } from "#app/events/organising/tickets.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, eventId, now } = await requireOrganiser(request, db, params.eventId);
  const found = await findTicket(db, { eventId, ticketTypeId: idParam(params.ticketTypeId) });
  if (!found) throw notFound();
  const { ticket, use } = found;
  const { timeZone } = event;
  return {
    title: translator(viewer.locale, "organising")("tickets.edit.title"),
    head: headOf(event, now),
    places: ticketPlaces(event.place),
    version: ticket.version,
    isFixed: use.applied > 0,
    values: ticketValues(ticket, { timeZone }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, event, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const ticketTypeId = idParam(params.ticketTypeId);
  const t = translator(viewer.locale, "organising");
  const { timeZone } = event;
  const submission = parseWithZod(await request.formData(), {
    schema: ticketSchema(t, { timeZone }),
  });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const saved = await editTicket(db, {
    viewer,
    eventId,
    ticketTypeId,
    ...submission.value,
    describeDraw: (ticket) => drawWords(t, ticket, { locale: viewer.locale, timeZone }),
    now,
  });
  if (saved.ok) return redirectWithToast(`${here}/tickets`, { key: "organising:tickets.saved" });
  const { reason } = refusal(saved);
  const lastResult = submission.reply(ticketErrors(t, reason));
  return data({ lastResult }, { status: reason === "stale" ? 409 : 400 });
}

export default function EditTicket() {
  const { title, head, ...form } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <OrganiserPage event={head} current="tickets" title={title}>
      <TicketForm {...form} eventId={head.id} timeZone={head.timeZone} lastResult={lastResult} />
    </OrganiserPage>
  );
}
