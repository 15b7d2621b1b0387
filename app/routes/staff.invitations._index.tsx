import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { listInvitations } from "#app/auth/invitations.server.ts";
import { isAdmin } from "#app/auth/viewer.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { InvitationTable } from "#app/organisations/invitation-table.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "organisations"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const invitations = await listInvitations(db, { now: new Date() });
  const title = translator(viewer.locale, "staff")("invitations.title");
  return { invitations, admin: isAdmin(viewer), title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Invitations() {
  const { invitations, admin } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["staff", "common"]);
  return (
    <Page
      title={t("invitations.title")}
      lead={t("invitations.lead")}
      actions={
        admin && <ButtonLink to="/staff/invitations/new">{t("invitations.colleague")}</ButtonLink>
      }
    >
      {invitations.length === 0 ? (
        <EmptyState
          title={t("invitations.none")}
          action={<ButtonLink to="/staff/organisations">{t("organisations.title")}</ButtonLink>}
        >
          {t("invitations.none.text")}
        </EmptyState>
      ) : (
        <InvitationTable
          invitations={invitations}
          redirectTo="/staff/invitations"
          columns={[
            {
              key: "to",
              label: t("invitations.to"),
              cell: ({ organisation, role }) =>
                organisation ? (
                  <Link
                    to={`/staff/organisations/${organisation.id}`}
                    className="block min-w-40 hover:text-brand hover:underline"
                  >
                    {organisation.name}
                  </Link>
                ) : (
                  t(`common:role.${role}`)
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}
