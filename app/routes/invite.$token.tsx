import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptInvitation, findInvitation } from "#app/auth/accept-invitation.server.ts";
import { newcomerSchema } from "#app/auth/auth-forms.ts";
import { AuthPage } from "#app/auth/auth-page.tsx";
import { DeadLink } from "#app/auth/dead-link.tsx";
import { deadLinkStatus, deadLinkWords } from "#app/auth/dead-links.ts";
import { InvitationLead } from "#app/auth/invitation-lead.tsx";
import { NewcomerForm } from "#app/auth/newcomer-form.tsx";
import { authTexts, clientOf } from "#app/auth/request.server.ts";
import { SignedInNotice } from "#app/auth/signed-in-notice.tsx";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { timeZoneChoices } from "#app/lib/time-zones.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale, viewer } = await authTexts(request);
  const found = await findInvitation(db, { secret: params.token ?? "", now: new Date() });
  if (!found.ok) {
    const dead = deadLinkWords(t, "invite", found.reason);
    const status = deadLinkStatus(found.reason);
    return data({ dead, title: dead.title, join: undefined }, { status });
  }
  const { email, role, asLead, message, inviter, organisation } = found.invitation;
  const join = {
    email,
    invitation: { role, asLead, message, inviter, organisation },
    locale,
    timeZones: timeZoneChoices(locale),
    signedInAs: viewer?.name,
  };
  return data({ dead: undefined, title: t("invite.title"), join });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { t } = await authTexts(request);
  const now = new Date();
  const secret = params.token ?? "";
  const found = await findInvitation(db, { secret, now });
  // The page, loaded again, says why the link does not work.
  if (!found.ok) return data({ lastResult: undefined }, { status: deadLinkStatus(found.reason) });
  const schema = newcomerSchema(t, { email: found.invitation.email });
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply({ hideFields: ["password"] }) }, { status: 400 });
  }
  const newcomer = submission.value;
  const client = clientOf(request, context);
  const answer = await acceptInvitation(db, { secret, newcomer, now, ...client });
  if (!answer.ok) {
    return data({ lastResult: undefined }, { status: deadLinkStatus(answer.reason) });
  }
  const welcome = { key: "auth:signup.welcome", params: { name: newcomer.name } };
  return redirectWithToast("/", welcome, { headers: { "Set-Cookie": answer.cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function AcceptInvitation() {
  const { dead, join } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("auth");
  if (!join) return <DeadLink {...dead} />;
  return (
    <AuthPage title={t("invite.title")} lead={<InvitationLead {...join.invitation} />}>
      {join.signedInAs && <SignedInNotice name={join.signedInAs} />}
      <NewcomerForm
        lastResult={lastResult}
        email={join.email}
        locale={join.locale}
        timeZones={join.timeZones}
        submit={t("join.submit")}
      />
    </AuthPage>
  );
}
