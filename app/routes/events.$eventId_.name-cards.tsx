import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import paperCss from "#app/events/guests/name-cards.css?url";
import { NameCards } from "#app/events/guests/name-cards.tsx";
import { preparePaper } from "#app/events/guests/paper.server.ts";
import { PaperPage } from "#app/events/guests/paper-page.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising"] } satisfies RouteHandle;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: paperCss }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { event } = allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const paper = await preparePaper(db, { event, params: new URL(request.url).searchParams });
  const title = translator(viewer.locale, "organising")("guests.cards.title", {
    title: event.title,
  });
  return { paper, title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function NameCardsOnPaper() {
  const {
    paper: { guests, ...paper },
    title,
  } = useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  return (
    <PaperPage
      {...paper}
      title={title}
      lead={t("guests.cards.lead")}
      how={t("guests.cards.how")}
      here={`/events/${paper.event.id}/name-cards`}
      isEmpty={guests.length === 0}
    >
      <NameCards guests={guests} eventTitle={paper.event.title} />
    </PaperPage>
  );
}
