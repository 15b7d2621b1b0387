import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { resetSchema } from "#app/auth/auth-forms.ts";
import { AuthPage } from "#app/auth/auth-page.tsx";
import { DeadLink } from "#app/auth/dead-link.tsx";
import { deadLinkStatus, deadLinkWords } from "#app/auth/dead-links.ts";
import { PasswordField } from "#app/auth/password-field.tsx";
import { findPasswordReset, resetPassword } from "#app/auth/password-reset.server.ts";
import { authTexts, clientOf } from "#app/auth/request.server.ts";
import { forgetSessionCookie } from "#app/auth/sessions.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await authTexts(request);
  const found = await findPasswordReset(db, { secret: params.token ?? "", now: new Date() });
  if (!found.ok) {
    const dead = deadLinkWords(t, "reset", found.reason);
    const status = deadLinkStatus(found.reason);
    return data({ dead, title: dead.title, email: undefined }, { status });
  }
  return data({ dead: undefined, title: t("reset.title"), email: found.email });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { t } = await authTexts(request);
  const now = new Date();
  const secret = params.token ?? "";
  const found = await findPasswordReset(db, { secret, now });
  // The page, loaded again, says why the link does not work.
  if (!found.ok) return data({ lastResult: undefined }, { status: deadLinkStatus(found.reason) });
  const schema = resetSchema(t, { email: found.email });
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply({ hideFields: ["password"] }) }, { status: 400 });
  }
  const { password } = submission.value;
  const { address } = clientOf(request, context);
  const answer = await resetPassword(db, { secret, password, address, now });
  if (!answer.ok) return data({ lastResult: undefined }, { status: 410 });
  const headers = { "Set-Cookie": forgetSessionCookie() };
  return redirectWithToast("/login", { key: "auth:reset.done" }, { headers });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function Reset() {
  const { dead, email } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("auth");
  const [form, fields] = useForm<{ password: string }>({ lastResult });
  if (dead) return <DeadLink {...dead} />;
  return (
    <AuthPage title={t("reset.title")} lead={t("reset.lead", { email })}>
      <Form method="post" {...getFormProps(form)} className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={{ password: t("field.newPassword") }} />
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <PasswordField
          field={fields.password}
          label={t("field.newPassword")}
          hint={t("field.newPassword.hint")}
          autoComplete="new-password"
        />
        <Button variant="primary">{t("reset.submit")}</Button>
      </Form>
    </AuthPage>
  );
}
