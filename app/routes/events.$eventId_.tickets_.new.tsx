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
import { ticketErrors } from "#app/events/organising/ticket-words.ts";
import { addTicket } from "#app/events/organising/tickets.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, now } = await requireOrganiser(request, db, params.eventId);
  const places = ticketPlaces(event.place);
  return {
    title: translator(viewer.locale, "organising")("tickets.add"),
    head: headOf(event, now),
    places,
    values: { place: places[0] ?? "online", admission: "first-come", capacity: "30" },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, event, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const t = translator(viewer.locale, "organising");
  const schema = ticketSchema(t, event);
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { content } = submission.value;
  const added = await addTicket(db, { viewer, eventId, content, now });
  if (added.ok) return redirectWithToast(`${here}/tickets`, { key: "organising:tickets.saved" });
  const lastResult = submission.reply(ticketErrors(t, refusal(added).reason));
  return data({ lastResult }, { status: 400 });
}

export default function NewTicket() {
  const { title, head, ...form } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <OrganiserPage event={head} current="tickets" title={title}>
      <TicketForm
        {...form}
        eventId={head.id}
        version={0}
        timeZone={head.timeZone}
        isFixed={false}
        lastResult={lastResult}
      />
    </OrganiserPage>
  );
}
