import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { codeSchema } from "#app/auth/auth-forms.ts";
import { AuthPage } from "#app/auth/auth-page.tsx";
import { CodeField } from "#app/auth/code-field.tsx";
import { tooManyText } from "#app/auth/form-fields.ts";
import { findViewer } from "#app/auth/guard.server.ts";
import { authTexts, clientOf } from "#app/auth/request.server.ts";
import { isWaitingForSecondFactor, passSecondFactor } from "#app/auth/second-factor.server.ts";
import { readCookie, SECOND_FACTOR_COOKIE, setCookie } from "#app/auth/session-cookie.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { currentConfig } from "#app/lib/current-config.server.ts";
import { localPath } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

const secretOf = (request: Request) =>
  readCookie(request, currentConfig().publicUrl, SECOND_FACTOR_COOKIE);
const byRecoveryCode = (request: Request) =>
  new URL(request.url).searchParams.get("with") === "recovery-code";

/** Too late, or never begun: back to the first step. */
const startAgain = () => redirectWithToast("/login", { key: "auth:secondFactor.ended" });

export async function loader({ request }: LoaderFunctionArgs) {
  const { t, viewer } = await authTexts(request);
  if (viewer) throw redirect("/");
  const secret = secretOf(request);
  if (!secret) throw redirect("/login");
  if (!(await isWaitingForSecondFactor(db, { secret, now: new Date() }))) throw startAgain();
  return { title: t("secondFactor.title"), recovery: byRecoveryCode(request) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (await findViewer(request)) throw redirect("/");
  const { t } = await authTexts(request);
  const secret = secretOf(request);
  if (!secret) throw redirect("/login");
  const submission = parseWithZod(await request.formData(), { schema: codeSchema(t) });
  const hidden = { hideFields: ["code"] };
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(hidden) }, { status: 400 });
  }
  const answer = await passSecondFactor(db, {
    secret,
    code: submission.value.code,
    now: new Date(),
    ...clientOf(request, context),
  });
  if (answer.ok) {
    const headers = new Headers({ "Set-Cookie": answer.cookie });
    headers.append("Set-Cookie", setCookie(currentConfig().publicUrl, SECOND_FACTOR_COOKIE, "", 0));
    const redirectTo = localPath(answer.redirectTo);
    return answer.by === "totp"
      ? redirect(redirectTo, { headers })
      : redirectWithToast(redirectTo, { key: "auth:secondFactor.recoveryUsed" }, { headers });
  }
  switch (answer.reason) {
    case "too-many": {
      const lastResult = submission.reply({ ...hidden, formErrors: [tooManyText(t, answer)] });
      return data({ lastResult }, { status: 429 });
    }
    case "suspended": {
      const lastResult = submission.reply({ ...hidden, formErrors: [t("login.suspended")] });
      return data({ lastResult }, { status: 400 });
    }
    case "wrong-code":
    case "code-used": {
      const wrong = byRecoveryCode(request) ? t("error.recoveryCode.wrong") : t("error.code.wrong");
      const code = [answer.reason === "code-used" ? t("error.code.used") : wrong];
      const lastResult = submission.reply({ ...hidden, fieldErrors: { code } });
      return data({ lastResult }, { status: 400 });
    }
    default:
      return startAgain();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function SecondFactor() {
  const { recovery } = useLoaderData<typeof loader>();
  const { t } = useTranslation("auth");
  const [form, fields] = useForm<{ code: string }>({
    lastResult: useActionData<typeof action>()?.lastResult,
  });
  const labels = { code: recovery ? t("field.recoveryCode") : t("field.code") };
  return (
    <AuthPage
      title={t("secondFactor.title")}
      lead={recovery ? t("secondFactor.leadRecovery") : t("secondFactor.lead")}
      footer={
        <>
          <Link to={recovery ? "?" : "?with=recovery-code"} className="text-link py-1">
            {recovery ? t("secondFactor.useApp") : t("secondFactor.useRecovery")}
          </Link>
          <Link to="/login" className="text-link py-1">
            {t("secondFactor.restart")}
          </Link>
        </>
      }
    >
      <Form method="post" {...getFormProps(form)} className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <CodeField
          key={String(recovery)}
          field={fields.code}
          label={labels.code}
          kind={recovery ? "recovery" : "totp"}
          hint={recovery ? t("field.recoveryCode.hint") : undefined}
        />
        <Button variant="primary">{t("secondFactor.submit")}</Button>
      </Form>
    </AuthPage>
  );
}
