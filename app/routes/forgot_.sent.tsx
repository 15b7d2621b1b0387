import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MailSent } from "#app/auth/mail-sent.tsx";
import { findMailed } from "#app/auth/mailed.server.ts";
import { authTexts } from "#app/auth/request.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

/** The same whether the address has an account or not. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await authTexts(request);
  return { title: t("sent.title"), email: findMailed(request) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function ForgotSent() {
  const { email } = useLoaderData<typeof loader>();
  const { t } = useTranslation("auth");
  return (
    <MailSent
      text={email ? t("sent.reset", { email }) : t("sent.resetUnnamed")}
      validity={t("sent.reset.validity")}
      again="/forgot"
    />
  );
}
