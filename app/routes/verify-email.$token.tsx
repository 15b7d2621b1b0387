import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AuthPage } from "#app/auth/auth-page.tsx";
import { DeadLink } from "#app/auth/dead-link.tsx";
import { deadLinkStatus, deadLinkWords } from "#app/auth/dead-links.ts";
import { confirmEmailChange, findEmailChange } from "#app/auth/email-change.server.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { clientOf } from "#app/auth/request.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { Button } from "#app/ui/button.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

/** Opening the link changes nothing: mail scanners open links too. The button does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const t = translator(viewer.locale, "auth");
  const link = { personId: viewer.id, secret: params.token ?? "", now: new Date() };
  const found = await findEmailChange(db, link);
  if (!found.ok) {
    const dead = deadLinkWords(t, "verify-email", found.reason);
    const status = deadLinkStatus(found.reason);
    return data({ dead, title: dead.title, email: "" }, { status });
  }
  return data({ dead: undefined, title: t("verifyEmail.title"), email: found.email });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const answer = await confirmEmailChange(db, {
    personId: viewer.id,
    secret: params.token ?? "",
    address: clientOf(request, context).address,
    now: new Date(),
  });
  if (!answer.ok) {
    const t = translator(viewer.locale, "auth");
    const dead = deadLinkWords(t, "verify-email", answer.reason);
    return data({ dead }, { status: deadLinkStatus(answer.reason) });
  }
  const done = { key: "auth:verifyEmail.done", params: { email: answer.email } };
  return redirectWithToast("/settings/security", done);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function VerifyEmail() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("auth");
  const dead = refused?.dead ?? loaded.dead;
  if (dead) return <DeadLink {...dead} />;
  return (
    <AuthPage title={t("verifyEmail.title")} lead={t("verifyEmail.lead", { email: loaded.email })}>
      <Form method="post">
        <Button variant="primary">{t("verifyEmail.submit")}</Button>
      </Form>
    </AuthPage>
  );
}
