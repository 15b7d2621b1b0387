import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAuditOfPerson } from "#app/audit/audit-reading.server.ts";
import { AuditTable } from "#app/audit/audit-table.tsx";
import { requireStaff } from "#app/auth/guard.server.ts";
import { isAdmin } from "#app/auth/viewer.ts";
import { ContributionPart } from "#app/certification/contributions/contribution-part.tsx";
import { listContributions } from "#app/certification/contributions/contributions.server.ts";
import { listCheckedIn } from "#app/certification/requirements/attended-events.server.ts";
import { findOrganising } from "#app/events/organising/organisers.server.ts";
import { OrganisingPermission } from "#app/events/organising/permission-part.tsx";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { mayChangeRole, mayMove, maySuspend } from "#app/people/people.ts";
import { findPersonForStaff } from "#app/people/staff-people.server.ts";
import { StaffPersonActions } from "#app/people/staff-person-actions.tsx";
import { StaffPersonFacts } from "#app/people/staff-person-facts.tsx";
import { SuspensionHistory } from "#app/people/suspension-history.tsx";
import { listSuspensions } from "#app/people/suspensions.server.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = {
  i18n: ["staff", "mail", "certification", "organising"],
} satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const person = await findPersonForStaff(db, { handle: params.handle ?? "" });
  if (!person) throw notFound();
  const personId = person.id;
  const cursor = new URL(request.url).searchParams.get("before");
  const [suspensions, audit, contributions, checkedIn, organising] = await Promise.all([
    listSuspensions(db, { personId }),
    listAuditOfPerson(db, { personId, limit: 20, cursor }),
    listContributions(db, { personId }),
    listCheckedIn(db, { personId }),
    findOrganising(db, { personId }),
  ]);
  const powers = {
    changeRole: mayChangeRole(viewer, person),
    move: mayMove(viewer, person),
    suspend: maySuspend(viewer, person),
  };
  return {
    person,
    suspensions,
    audit,
    powers,
    contributions,
    checkedIn,
    organising,
    admin: isAdmin(viewer),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.person.name }) : [];

export default function StaffPerson() {
  const { person, suspensions, audit, powers, contributions, checkedIn, organising, admin } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(["staff", "common"]);
  const mayAct = powers.changeRole || powers.move || powers.suspend;
  return (
    <Page
      title={
        <span className="flex flex-wrap items-center gap-3">
          <Avatar name={person.name} fileId={person.avatarFileId} size={48} />
          {person.name}
          {person.isLead && <Badge>{t("common:person.lead")}</Badge>}
          {person.suspendedAt && <Badge tone="danger">{t("person.suspended")}</Badge>}
        </span>
      }
      lead={person.title}
      breadcrumbs={[{ label: t("people.title"), to: "/staff/people" }]}
      actions={<ButtonLink to={`/people/${person.handle}`}>{t("person.view")}</ButtonLink>}
    >
      <div className="grid items-start gap-x-8 lg:grid-cols-[3fr_2fr]">
        <Section title={t("person.facts")} className="min-w-0">
          <StaffPersonFacts person={person} />
        </Section>
        {mayAct && (
          <Section title={t("person.manage")} className="min-w-0">
            <StaffPersonActions person={person} powers={powers} />
          </Section>
        )}
      </div>
      {person.role === "member" && (
        <ContributionPart
          handle={person.handle}
          contributions={contributions}
          checkedIn={checkedIn}
        />
      )}
      {person.role === "member" && (organising.isSupporter || organising.grantedAt) && (
        <OrganisingPermission handle={person.handle} {...organising} />
      )}
      {suspensions.length > 0 && (
        <Section title={t("person.history")}>
          <SuspensionHistory suspensions={suspensions} />
        </Section>
      )}
      <Section title={t("person.audit")}>
        {audit.entries.length === 0 ? (
          <p className="text-muted">{t("person.audit.none")}</p>
        ) : (
          <AuditTable entries={audit.entries} withAddress={admin} />
        )}
        {audit.next && (
          <MoreLink
            to={`/staff/people/${person.handle}?${new URLSearchParams({ before: audit.next })}`}
          />
        )}
      </Section>
    </Page>
  );
}
