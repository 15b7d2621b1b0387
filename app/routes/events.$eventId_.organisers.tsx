import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import {
  addOrganiser,
  listOrganisers,
  mayOrganise,
} from "#app/events/organising/organisers.server.ts";
import { PersonPicker } from "#app/events/organising/person-picker.tsx";
import { searchPeople } from "#app/events/organising/person-search.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { PersonLine } from "#app/ui/person-line.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, eventId, now } = await requireOrganiser(request, db, params.eventId);
  const q = new URL(request.url).searchParams.get("q") ?? "";
  const [organisers, found] = await Promise.all([
    listOrganisers(db, { eventId }),
    searchPeople(db, { q, among: mayOrganise }),
  ]);
  return {
    title: translator(viewer.locale, "organising")("organisers.title"),
    head: headOf(event, now),
    organisers,
    search: { q, found },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

/** Names `personId` organiser of the event. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const personId = Number((await request.formData()).get("personId"));
  if (!Number.isSafeInteger(personId)) throw notFound();
  const added = await addOrganiser(db, { viewer, eventId, personId, now });
  if (!added.ok) refusal(added);
  const toast = added.ok
    ? { key: "organising:organisers.added", params: { name: added.name } }
    : { key: "organising:organisers.error.no-permission" };
  return redirectWithToast(`${here}/organisers`, toast);
}

export default function Organisers() {
  const { title, head, organisers, search } = useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  const here = `/events/${head.id}/organisers`;
  return (
    <OrganiserPage event={head} current="edit" title={title} lead={t("organisers.lead")}>
      <div className="grid max-w-2xl grid-cols-1 gap-6">
        {organisers.length === 0 ? (
          <p className="text-muted">{t("organisers.none")}</p>
        ) : (
          <CardList label={title}>
            {organisers.map((person) => (
              <CardRow
                key={person.id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2"
              >
                <PersonLine person={person}>
                  {!person.mayRun && t("organisers.noPermission")}
                </PersonLine>
                <Form method="post" action={`${here}/${person.id}/removal`}>
                  <Button variant="bare" size="small">
                    {t("organisers.remove")}
                    <span className="sr-only"> {person.name}</span>
                  </Button>
                </Form>
              </CardRow>
            ))}
          </CardList>
        )}
        <PersonPicker
          action={here}
          search={search}
          add={t("organisers.add")}
          none={t("organisers.notFound")}
        />
      </div>
    </OrganiserPage>
  );
}
