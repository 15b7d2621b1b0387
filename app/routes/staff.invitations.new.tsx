import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guard.server.ts";
import { invitePerson } from "#app/auth/invitations.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { InvitationForm } from "#app/organisations/invitation-fields.tsx";
import { colleagueSchema } from "#app/organisations/invitation-form.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "organisations"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAdmin(request);
  return { title: translator(viewer.locale, "organisations")("invite.title.staff") };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireAdmin(request);
  const t = translator(viewer.locale, "organisations");
  const submission = parseWithZod(await request.formData(), { schema: colleagueSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const invited = await invitePerson(db, {
    ...submission.value,
    organisationId: null,
    invitedBy: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!invited.ok) {
    const fieldErrors = { email: [t(`invite.error.${invited.reason}`)] };
    return data({ lastResult: submission.reply({ fieldErrors }) }, { status: 409 });
  }
  const { email } = submission.value;
  return redirectWithToast("/staff/invitations", {
    key: "organisations:invite.sent",
    params: { email },
  });
}

export default function InviteColleague() {
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation(["organisations", "staff"]);
  return (
    <Page
      title={t("invite.title.staff")}
      lead={t("invite.lead.staff")}
      width="narrow"
      breadcrumbs={[{ label: t("staff:invitations.title"), to: "/staff/invitations" }]}
    >
      <InvitationForm lastResult={lastResult} cancelTo="/staff/invitations" withRole />
    </Page>
  );
}
