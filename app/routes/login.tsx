import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { loginSchema } from "#app/auth/auth-forms.ts";
import { AuthPage } from "#app/auth/auth-page.tsx";
import { tooManyText } from "#app/auth/form-fields.ts";
import { findViewer } from "#app/auth/guard.server.ts";
import { logIn, SECOND_FACTOR_LIFETIME } from "#app/auth/login.server.ts";
import { PasswordField } from "#app/auth/password-field.tsx";
import { authTexts, clientOf } from "#app/auth/request.server.ts";
import { SECOND_FACTOR_COOKIE, setCookie } from "#app/auth/session-cookie.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { currentConfig } from "#app/lib/current-config.server.ts";
import { localPath } from "#app/lib/responses.server.ts";
import { SECOND } from "#app/lib/time.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

const target = (request: Request) => localPath(new URL(request.url).searchParams.get("redirectTo"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { t, viewer } = await authTexts(request);
  if (viewer) throw redirect(target(request));
  return { title: t("login.title") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (await findViewer(request)) throw redirect(target(request));
  const { t } = await authTexts(request);
  const submission = parseWithZod(await request.formData(), { schema: loginSchema(t) });
  const hidden = { hideFields: ["password"] };
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(hidden) }, { status: 400 });
  }
  const redirectTo = target(request);
  const { email, password } = submission.value;
  const client = clientOf(request, context);
  const answer = await logIn(db, { email, password, redirectTo, now: new Date(), ...client });
  if (!answer.ok) {
    const message =
      answer.reason === "too-many" ? tooManyText(t, answer) : t(`login.${answer.reason}`);
    const lastResult = submission.reply({ ...hidden, formErrors: [message] });
    return data({ lastResult }, { status: answer.reason === "too-many" ? 429 : 400 });
  }
  if (answer.next === "done") {
    return redirect(redirectTo, { headers: { "Set-Cookie": answer.cookie } });
  }
  const { publicUrl } = currentConfig();
  const seconds = SECOND_FACTOR_LIFETIME / SECOND;
  const waiting = setCookie(publicUrl, SECOND_FACTOR_COOKIE, answer.secret, seconds);
  return redirect("/login/second-factor", { headers: { "Set-Cookie": waiting } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function Login() {
  const { t } = useTranslation("auth");
  const [form, fields] = useForm<{ email: string; password: string }>({
    lastResult: useActionData<typeof action>()?.lastResult,
  });
  const labels = { email: t("field.email"), password: t("field.password") };
  return (
    <AuthPage
      title={t("login.title")}
      footer={
        <>
          <p>
            <Link to="/forgot" className="text-link inline-block py-1">
              {t("login.forgot")}
            </Link>
          </p>
          <p>
            {t("login.new")}{" "}
            <Link to="/signup" className="text-link inline-block py-1">
              {t("login.signup")}
            </Link>
          </p>
        </>
      }
    >
      <Form method="post" {...getFormProps(form)} className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <TextField
          field={fields.email}
          label={labels.email}
          required
          type="email"
          autoComplete="username"
          autoCapitalize="none"
        />
        <PasswordField
          field={fields.password}
          label={labels.password}
          autoComplete="current-password"
        />
        <Button variant="primary">{t("login.submit")}</Button>
      </Form>
    </AuthPage>
  );
}
