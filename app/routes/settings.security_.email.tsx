import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { findAccount } from "#app/auth/accounts.server.ts";
import { emailChangeSchema } from "#app/auth/auth-forms.ts";
import { requestEmailChange } from "#app/auth/email-change.server.ts";
import { tooManyText } from "#app/auth/form-fields.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { PasswordField } from "#app/auth/password-field.tsx";
import { notBefore } from "#app/auth/request.server.ts";
import { SecurityPart } from "#app/auth/security-part.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const account = await findAccount(db, { personId: viewer.id });
  return {
    title: translator(viewer.locale, "auth")("email.title"),
    email: account?.email ?? "",
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const t = translator(viewer.locale, "auth");
  const submission = parseWithZod(await request.formData(), { schema: emailChangeSchema(t) });
  const hidden = { hideFields: ["password"] };
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(hidden) }, { status: 400 });
  }
  const wish = { ...submission.value, personId: viewer.id, now: new Date() };
  const answer = await notBefore(300, requestEmailChange(db, wish));
  if (answer.ok) return redirectWithToast("/settings/security", { key: "auth:email.sent" });
  if (answer.reason === "too-many") {
    const lastResult = submission.reply({ ...hidden, formErrors: [tooManyText(t, answer)] });
    return data({ lastResult }, { status: 429 });
  }
  const fieldErrors: Record<string, string[]> = {
    "wrong-password": { password: [t("error.password.wrong")] },
    same: { email: [t("email.same")] },
    "foreign-domain": { email: [t("email.foreignDomain")] },
  }[answer.reason];
  return data({ lastResult: submission.reply({ ...hidden, fieldErrors }) }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ChangeEmail() {
  const { email } = useLoaderData<typeof loader>();
  const { t } = useTranslation("auth");
  const [form, fields] = useForm<{ email: string; password: string }>({
    lastResult: useActionData<typeof action>()?.lastResult,
  });
  const labels = { email: t("field.newEmail"), password: t("field.currentPassword") };
  return (
    <SecurityPart
      title={t("email.title")}
      lead={
        <>
          <p>{t("email.lead")}</p>
          <p className="text-ink">{t("email.current", { email })}</p>
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
          autoComplete="email"
          autoCapitalize="none"
        />
        <PasswordField
          field={fields.password}
          label={labels.password}
          autoComplete="current-password"
        />
        <Button variant="primary" className="justify-self-start">
          {t("email.submit")}
        </Button>
      </Form>
    </SecurityPart>
  );
}
