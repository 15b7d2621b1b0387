import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listAuditOf } from "#app/audit/audit-reading.server.ts";
import { AuditTable } from "#app/audit/audit-table.tsx";
import { requireStaff } from "#app/auth/guard.server.ts";
import { listInvitations } from "#app/auth/invitations.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { InvitationTable } from "#app/organisations/invitation-table.tsx";
import { conflictWith, refusedFields } from "#app/organisations/organisation-answers.server.ts";
import { OrganisationForm } from "#app/organisations/organisation-fields.tsx";
import { changedOrganisationSchema } from "#app/organisations/organisation-form.server.ts";
import { OrganisationPeople } from "#app/organisations/organisation-people.tsx";
import { changeOrganisation, findOrganisation } from "#app/organisations/organisations.server.ts";
import { StaleNotice } from "#app/organisations/stale-notice.tsx";
import { listPeopleForStaff } from "#app/people/staff-people.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "organisations"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request);
  const organisationId = idParam(params.organisationId);
  const [organisation, page, invitations, history] = await Promise.all([
    findOrganisation(db, { organisationId }),
    listPeopleForStaff(db, { organisationId, limit: 20 }),
    listInvitations(db, { organisationId, now: new Date() }),
    listAuditOf(db, { targetKind: "organisation", targetId: organisationId, limit: 10 }),
  ]);
  if (!organisation) throw notFound();
  const { people, next } = page;
  return { organisation, people, hasMore: next !== undefined, invitations, history };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.organisation.name }) : [];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const organisationId = idParam(params.organisationId);
  const t = translator(viewer.locale, "staff");
  const schema = changedOrganisationSchema(t);
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(), conflict: undefined }, { status: 400 });
  }
  const { version, ...fields } = submission.value;
  const saved = await changeOrganisation(db, {
    organisationId,
    version,
    fields,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (saved.ok) {
    return redirectWithToast(`/staff/organisations/${organisationId}`, {
      key: "staff:organisations.saved",
      params: { name: fields.name },
    });
  }
  if (saved.reason === "unknown") throw notFound();
  const conflict =
    saved.reason === "stale"
      ? await conflictWith(db, { current: saved.current, typed: fields })
      : undefined;
  const fieldErrors = saved.reason === "stale" ? {} : refusedFields(t, saved);
  return data({ lastResult: submission.reply({ fieldErrors }), conflict }, { status: 409 });
}

export default function StaffOrganisation() {
  const { organisation, people, hasMore, invitations, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["staff", "organisations", "common"]);
  const here = `/staff/organisations/${organisation.id}`;
  return (
    <Page
      title={organisation.name}
      breadcrumbs={[{ label: t("organisations.title"), to: "/staff/organisations" }]}
      actions={
        <>
          <ButtonLink to={`/organisations/${organisation.id}`}>{t("organisation.view")}</ButtonLink>
          <ButtonLink to={`/organisations/${organisation.id}/invitations/new`} variant="primary">
            {t("organisation.invite")}
          </ButtonLink>
        </>
      }
    >
      <div className="grid items-start gap-x-8 xl:grid-cols-2">
        <Section title={t("organisation.edit")} className="min-w-0">
          <OrganisationForm
            key={organisation.id}
            organisation={organisation}
            version={answer?.conflict?.version ?? organisation.updatedAt.toISOString()}
            lastResult={answer?.lastResult}
            submit={t("common:form.save")}
          >
            {answer?.conflict && <StaleNotice conflict={answer.conflict} />}
          </OrganisationForm>
        </Section>
        <Section title={t("organisation.people")} className="min-w-0">
          <OrganisationPeople organisation={organisation} people={people} hasMore={hasMore} />
        </Section>
      </div>
      <Section title={t("organisations:invitations.title")}>
        {invitations.length === 0 ? (
          <p className="text-muted">{t("organisations:invitations.none")}</p>
        ) : (
          <InvitationTable invitations={invitations} redirectTo={here} />
        )}
      </Section>
      {history.entries.length > 0 && (
        <Section title={t("organisation.history")}>
          <AuditTable entries={history.entries} withTarget={false} />
        </Section>
      )}
    </Page>
  );
}
