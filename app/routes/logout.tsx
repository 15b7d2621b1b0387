import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form } from "@remix-run/react";
import { AuthPage } from "#app/auth/auth-page.tsx";
import { findViewer } from "#app/auth/guard.server.ts";
import { authTexts } from "#app/auth/request.server.ts";
import { endSession, forgetSessionCookie } from "#app/auth/sessions.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { Button } from "#app/ui/button.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const { t, viewer } = await authTexts(request);
  if (!viewer) throw redirect("/");
  return { title: t("logout.title") };
}

/** Ends the session in use; a link or a picture on another site cannot, because it cannot post. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await findViewer(request);
  if (viewer) await endSession(db, { personId: viewer.id, sessionId: viewer.sessionId });
  const headers = { "Set-Cookie": forgetSessionCookie() };
  return redirectWithToast("/", { key: "auth:logout.done" }, { headers });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Logout() {
  const { t } = useTranslation("auth");
  return (
    <AuthPage title={t("logout.title")} lead={t("logout.lead")}>
      <Form method="post" reloadDocument>
        <Button variant="primary">{t("logout.submit")}</Button>
      </Form>
    </AuthPage>
  );
}
