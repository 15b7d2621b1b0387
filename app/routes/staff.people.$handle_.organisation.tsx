import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { forbidden, notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { suggestOrganisations } from "#app/organisations/organisation-list.server.ts";
import { findOrganisation } from "#app/organisations/organisations.server.ts";
import { mayMove } from "#app/people/people.ts";
import { moveToOrganisation } from "#app/people/roles.server.ts";
import { findPersonForStaff } from "#app/people/staff-people.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff"] } satisfies RouteHandle;

async function findMovable(viewer: Viewer, handle: string | undefined) {
  const person = await findPersonForStaff(db, { handle: handle ?? "" });
  if (!person) throw notFound();
  if (!mayMove(viewer, person)) throw forbidden();
  return person;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const { name, handle, organisation } = await findMovable(viewer, params.handle);
  const q = new URL(request.url).searchParams.get("q")?.slice(0, 100) ?? "";
  const found = await suggestOrganisations(db, { q });
  const title = translator(viewer.locale, "staff")("person.move.title", { name });
  return { person: { name, handle, organisationId: organisation?.id }, q, found, title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const person = await findMovable(viewer, params.handle);
  const form = await request.formData();
  const organisationId = idParam(form.get("organisationId")?.toString());
  const moved = await moveToOrganisation(db, {
    organisationId,
    personId: person.id,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  const here = `/staff/people/${person.handle}`;
  if (moved.ok) {
    const organisation = (await findOrganisation(db, { organisationId }))?.name ?? "";
    const params = { name: person.name, organisation };
    return redirectWithToast(here, { key: "staff:person.moved", params });
  }
  if (moved.reason === "not-allowed") throw forbidden();
  if (moved.reason === "unknown") throw notFound();
  if (moved.reason === "organisation-unknown") return redirect(`${here}/organisation`);
  return redirectWithToast(here, { key: "staff:person.refused.last-admin" });
}

export default function MovePerson() {
  const { person, q, found, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation("staff");
  const here = `/staff/people/${person.handle}`;
  return (
    <Page
      title={title}
      lead={t("person.move.lead")}
      width="reading"
      breadcrumbs={[
        { label: t("people.title"), to: "/staff/people" },
        { label: person.name, to: here },
      ]}
    >
      <FilterBar
        action={`${here}/organisation`}
        search={{ label: t("person.move.search"), value: q }}
        isFiltered={false}
      />
      {q !== "" && found.length === 0 && <p>{t("person.move.none", { q })}</p>}
      {found.length > 0 && (
        <CardList label={t("person.move.results")}>
          {found.map(({ id, name }) => (
            <CardRow key={id} className="flex flex-wrap items-center justify-between gap-3">
              <span className="min-w-0 font-semibold">{name}</span>
              {id === person.organisationId ? (
                <Badge>{t("person.move.here")}</Badge>
              ) : (
                <Form method="post">
                  <input type="hidden" name="organisationId" value={id} />
                  <Button size="small">{t("person.move.choose")}</Button>
                </Form>
              )}
            </CardRow>
          ))}
        </CardList>
      )}
    </Page>
  );
}
