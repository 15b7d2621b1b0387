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
import { rememberMailed } from "#app/auth/mailed.server.ts";
import { requestPasswordReset } from "#app/auth/password-reset.server.ts";
import { authTexts, clientOf, notBefore } from "#app/auth/request.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await authTexts(request);
  return { title: t("forgot.title") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { t } = await authTexts(request);
  const submission = parseWithZod(await request.formData(), { schema: emailSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { email } = submission.value;
  const { address } = clientOf(request, context);
  const answer = await notBefore(
    300,
    requestPasswordReset(db, { email, address, now: new Date() }),
  );
  if (!answer.ok) {
    const lastResult = submission.reply({ formErrors: [tooManyText(t, answer)] });
    return data({ lastResult }, { status: 429 });
  }
  return redirect("/forgot/sent", { headers: { "Set-Cookie": rememberMailed(email) } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function Forgot() {
  const { t } = useTranslation("auth");
  return (
    <AuthPage
      title={t("forgot.title")}
      lead={t("forgot.lead")}
      footer={
        <Link to="/login" className="text-link justify-self-start py-1">
          {t("link.login")}
        </Link>
      }
    >
      <EmailForm
        lastResult={useActionData<typeof action>()?.lastResult}
        label={t("field.email")}
        submit={t("forgot.submit")}
      />
    </AuthPage>
  );
}
