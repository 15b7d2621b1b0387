import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { listOrganised } from "#app/events/organising/organised-list.server.ts";
import { nextPageUrl, parseOrganisedFilter } from "#app/events/organising/organised-list.ts";
import { OrganisedList } from "#app/events/organising/organised-table.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "organising", "events"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const filter = parseOrganisedFilter(new URL(request.url).searchParams);
  const { rows, next } = await listOrganised(db, { viewer, filter, now: new Date() });
  return {
    title: translator(viewer.locale, "organising")("list.staff.title"),
    rows,
    filter,
    more: next && nextPageUrl("/staff/events", filter, next),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function StaffEvents() {
  const { title, ...list } = useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  return (
    <Page
      title={title}
      lead={t("list.staff.lead")}
      actions={
        <>
          <ButtonLink to="/events/new" variant="primary">
            {t("list.create")}
          </ButtonLink>
          <ButtonLink to="/event-series">{t("list.series")}</ButtonLink>
        </>
      }
    >
      <OrganisedList here="/staff/events" {...list} />
    </Page>
  );
}
