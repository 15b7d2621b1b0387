import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { invitePerson } from "#app/auth/invitations.server.ts";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { forbidden, notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { InvitationForm } from "#app/organisations/invitation-fields.tsx";
import { invitationSchema } from "#app/organisations/invitation-form.ts";
import { findOrganisation } from "#app/organisations/organisations.server.ts";
import { mayInviteTo, seesOrganisation } from "#app/organisations/organisations.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organisations"] } satisfies RouteHandle;

async function guard(viewer: Viewer, param: string | undefined) {
  const organisationId = idParam(param);
  if (!seesOrganisation(viewer, organisationId)) throw notFound();
  if (!mayInviteTo(viewer, organisationId)) throw forbidden();
  const organisation = await findOrganisation(db, { organisationId });
  if (!organisation) throw notFound();
  const back = isStaff(viewer)
    ? `/staff/organisations/${organisationId}`
    : `/organisations/${organisationId}`;
  return { organisation, back };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { organisation, back } = await guard(viewer, params.organisationId);
  const { name } = organisation;
  const title = translator(viewer.locale, "organisations")("invite.title", { organisation: name });
  return { name, back, withLead: isStaff(viewer), title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const { organisation, back } = await guard(viewer, params.organisationId);
  const t = translator(viewer.locale, "organisations");
  const submission = parseWithZod(await request.formData(), { schema: invitationSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const invited = await invitePerson(db, {
    ...submission.value,
    role: "member",
    organisationId: organisation.id,
    invitedBy: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!invited.ok) {
    const fieldErrors = { email: [t(`invite.error.${invited.reason}`)] };
    return data({ lastResult: submission.reply({ fieldErrors }) }, { status: 409 });
  }
  const { email } = submission.value;
  return redirectWithToast(back, { key: "organisations:invite.sent", params: { email } });
}

export default function InviteToOrganisation() {
  const { name, back, withLead, title } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("organisations");
  return (
    <Page
      title={title}
      lead={t("invite.lead")}
      width="narrow"
      breadcrumbs={[{ label: name, to: back }]}
    >
      <InvitationForm lastResult={lastResult} cancelTo={back} withLead={withLead} />
    </Page>
  );
}
