import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { listTimetable } from "#app/events/organising/timetable.server.ts";
import { TimetableList } from "#app/events/organising/timetable-list.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, eventId, now } = await requireOrganiser(request, db, params.eventId);
  return {
    title: translator(viewer.locale, "organising")("timetable.title"),
    head: headOf(event, now),
    sessions: await listTimetable(db, { eventId }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

export default function Timetable() {
  const { title, head, sessions } = useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  const isOpen = head.state !== "cancelled";
  const add = isOpen && (
    <ButtonLink to={`/events/${head.id}/timetable/new`} variant="primary">
      {t("timetable.add")}
    </ButtonLink>
  );
  return (
    <OrganiserPage
      event={head}
      current="timetable"
      title={title}
      lead={t("timetable.lead", { zone: head.timeZone })}
      actions={sessions.length > 0 && add}
    >
      {sessions.length === 0 ? (
        <EmptyState title={t("timetable.none.title")} action={add}>
          {t("timetable.none.text")}
        </EmptyState>
      ) : (
        <TimetableList event={head} sessions={sessions} isOpen={isOpen} />
      )}
    </OrganiserPage>
  );
}
