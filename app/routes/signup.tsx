import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData } from "@remix-run/react";
import { emailSchema } from "#app/auth/auth-forms.ts";
import { AuthPage } from "#app/auth/auth-page.tsx";
import { EmailForm } from "#app/auth/email-form.tsx";
import { tooManyText } from "#app/auth/form-fields.ts";
import { findViewer } from "#app/auth/guard.server.ts";
import { rememberMailed } from "#app/auth/mailed.server.ts";
import { authTexts, clientOf, notBefore } from "#app/auth/request.server.ts";
import { requestSignup } from "#app/auth/signup.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const { t, viewer } = await authTexts(request);
  if (viewer) throw redirect("/");
  return { title: t("signup.title") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (await findViewer(request)) throw redirect("/");
  const { t, locale } = await authTexts(request);
  const submission = parseWithZod(await request.formData(), { schema: emailSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { email } = submission.value;
  const { address } = clientOf(request, context);
  const asked = requestSignup(db, { email, locale, address, now: new Date() });
  const answer = await notBefore(300, asked);
  if (!answer.ok) {
    const lastResult = submission.reply({ formErrors: [tooManyText(t, answer)] });
    return data({ lastResult }, { status: 429 });
  }
  return redirect("/signup/sent", { headers: { "Set-Cookie": rememberMailed(email) } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Signup() {
  const { t } = useTranslation("auth");
  return (
    <AuthPage
      title={t("signup.title")}
      lead={t("signup.lead")}
      footer={
        <p>
          {t("signup.have")}{" "}
          <Link to="/login" className="text-link inline-block py-1">
            {t("signup.login")}
          </Link>
        </p>
      }
    >
      <EmailForm
        lastResult={useActionData<typeof action>()?.lastResult}
        label={t("field.workEmail")}
        hint={t("field.workEmail.hint")}
        submit={t("signup.submit")}
      />
    </AuthPage>
  );
}
