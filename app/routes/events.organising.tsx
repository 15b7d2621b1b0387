import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { mayCreateEvents } from "#app/events/organising/desk.server.ts";
import { listOrganised } from "#app/events/organising/organised-list.server.ts";
import { nextPageUrl, parseOrganisedFilter } from "#app/events/organising/organised-list.ts";
import { OrganisedList } from "#app/events/organising/organised-table.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { forbidden } from "#app/lib/responses.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  if (!(await mayCreateEvents(db, viewer))) throw forbidden();
  const filter = parseOrganisedFilter(new URL(request.url).searchParams);
  const { rows, next } = await listOrganised(db, { viewer, filter, now: new Date() });
  return {
    title: translator(viewer.locale, "organising")("list.title"),
    rows,
    filter,
    more: next && nextPageUrl("/events/organising", filter, next),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

/** The events that the viewer runs; for those who may organise. */
export default function OrganisedEvents() {
  const { title, ...list } = useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  return (
    <Page
      title={title}
      lead={t("list.lead")}
      actions={
        <ButtonLink to="/events/new" variant="primary">
          {t("list.create")}
        </ButtonLink>
      }
    >
      <OrganisedList here="/events/organising" {...list} />
    </Page>
  );
}
