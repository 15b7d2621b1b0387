import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAreas } from "#app/areas/areas.server.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { listInvitations } from "#app/auth/invitations.server.ts";
import { isStaff } from "#app/auth/viewer.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { InvitationTable } from "#app/organisations/invitation-table.tsx";
import { OrganisationFactsCard } from "#app/organisations/organisation-facts.tsx";
import { listLeads } from "#app/organisations/organisation-people.server.ts";
import { findOrganisation } from "#app/organisations/organisations.server.ts";
import { mayInviteTo, seesContract, seesOrganisation } from "#app/organisations/organisations.ts";
import { listPeople } from "#app/people/directory.server.ts";
import { DirectoryRow } from "#app/people/directory-row.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, CardList } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PersonLine } from "#app/ui/person-line.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organisations"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const organisationId = idParam(params.organisationId);
  if (!seesOrganisation(viewer, organisationId)) throw notFound();
  const cursor = new URL(request.url).searchParams.get("after");
  const mayInvite = mayInviteTo(viewer, organisationId);
  const [organisation, leads, page, areas, invitations] = await Promise.all([
    findOrganisation(db, { organisationId }),
    listLeads(db, { organisationId }),
    listPeople(db, { viewer, organisationId, cursor }),
    listAreas(db),
    mayInvite ? listInvitations(db, { organisationId, now: new Date() }) : [],
  ]);
  if (!organisation) throw notFound();
  const { id, name, phase, industry, region, contractStartsOn, contractEndsOn } = organisation;
  const contract = { startsOn: contractStartsOn, endsOn: contractEndsOn };
  return {
    organisation: { id, name },
    facts: {
      phase,
      industry,
      region,
      ...(seesContract(viewer, organisationId) && { contract }),
    },
    leads,
    people: page.people,
    next: page.next,
    areas,
    invitations: mayInvite ? invitations : undefined,
    manages: isStaff(viewer),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.organisation.name }) : [];

export default function OwnOrganisation() {
  const { organisation, facts, leads, people, next, areas, invitations, manages } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation("organisations");
  const here = `/organisations/${organisation.id}`;
  const invite = (
    <ButtonLink to={`${here}/invitations/new`} variant="primary">
      {t("invitations.invite")}
    </ButtonLink>
  );
  return (
    <Page
      title={organisation.name}
      lead={t("own.lead")}
      actions={
        <>
          {manages && (
            <ButtonLink to={`/staff/organisations/${organisation.id}`}>
              {t("own.manage")}
            </ButtonLink>
          )}
          {invitations && invite}
        </>
      }
    >
      <div className="grid items-start gap-x-8 lg:grid-cols-[3fr_2fr]">
        <Section title={t("own.about")} className="min-w-0">
          <OrganisationFactsCard facts={facts} />
        </Section>
        <Section title={t("own.leads")} className="min-w-0">
          <Card className="grid gap-4">
            {leads.length === 0 && <p className="text-muted">{t("own.noLeads")}</p>}
            {leads.map((lead) => (
              <PersonLine key={lead.id} person={{ ...lead, organisationName: null }} />
            ))}
          </Card>
        </Section>
      </div>
      <Section title={t("own.people")}>
        {people.length === 0 ? (
          <EmptyState title={t("own.noPeople")} action={invitations && invite} />
        ) : (
          <CardList label={t("own.people")}>
            {people.map((person) => (
              <DirectoryRow
                key={person.id}
                person={{ ...person, organisationName: null }}
                areas={areas}
              />
            ))}
          </CardList>
        )}
        {next && <MoreLink to={`${here}?${new URLSearchParams({ after: next })}`} />}
      </Section>
      {invitations && (
        <Section title={t("invitations.title")}>
          {invitations.length === 0 ? (
            <p className="text-muted">{t("invitations.none")}</p>
          ) : (
            <InvitationTable invitations={invitations} redirectTo={here} />
          )}
        </Section>
      )}
    </Page>
  );
}
