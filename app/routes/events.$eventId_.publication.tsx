import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listTicketFacts } from "#app/events/organising/desk.server.ts";
import { EventHistory } from "#app/events/organising/event-history.tsx";
import { listHistory } from "#app/events/organising/history.server.ts";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { Checklist, PublicationActions } from "#app/events/organising/publication-parts.tsx";
import { publishEvent } from "#app/events/organising/publishing.server.ts";
import { barsToPublishing, canDo, EVENT_ACTS } from "#app/events/organising/publishing.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, eventId, now } = await requireOrganiser(request, db, params.eventId);
  const [tickets, history] = await Promise.all([
    listTicketFacts(db, { eventId }),
    listHistory(db, { eventId }),
  ]);
  const head = headOf(event, now);
  const hasBegun = event.startsAt <= now;
  return {
    title: translator(viewer.locale, "organising")("publication.title"),
    head,
    place: event.place,
    publishAt: event.publishAt,
    publishedAt: event.publishedAt,
    message: event.message,
    bars: barsToPublishing({ ...event, tickets }, now),
    acts: EVENT_ACTS.filter((act) => canDo(act, head.state, { hasBegun })),
    history,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

/** Publishes the event now. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const published = await publishEvent(db, { viewer, eventId, now });
  if (published.ok) return redirectWithToast(here, { key: "organising:publication.done" });
  const { reason } = refusal(published);
  return data({ error: reason }, { status: reason === "bars" ? 400 : 409 });
}

export default function Publication() {
  const { title, head, history, ...facts } = useLoaderData<typeof loader>();
  const error = useActionData<{ error: "bars" | "not-draft" }>()?.error;
  const { t } = useTranslation("organising");
  const isDraft = head.state === "draft";
  return (
    <OrganiserPage event={head} current="publication" title={title}>
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        {error && (
          <p role="alert" className="font-semibold text-danger">
            {t(`publication.error.${error}`)}
          </p>
        )}
        {facts.message && <p className="whitespace-pre-line wrap-anywhere">{facts.message}</p>}
        {isDraft && <Checklist place={facts.place} bars={facts.bars} eventId={head.id} />}
        <PublicationActions head={head} {...facts} />
        <Section title={t("history.title")}>
          <EventHistory entries={history} />
        </Section>
      </div>
    </OrganiserPage>
  );
}
