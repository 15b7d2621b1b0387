import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { passwordSchema } from "#app/auth/auth-forms.ts";
import { tooManyText } from "#app/auth/form-fields.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { changePassword } from "#app/auth/own-password.server.ts";
import { PasswordField } from "#app/auth/password-field.tsx";
import { clientOf } from "#app/auth/request.server.ts";
import { SecurityPart } from "#app/auth/security-part.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return { title: translator(viewer.locale, "auth")("password.title") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const t = translator(viewer.locale, "auth");
  const submission = parseWithZod(await request.formData(), { schema: passwordSchema(t) });
  const hidden = { hideFields: ["currentPassword", "newPassword"] };
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(hidden) }, { status: 400 });
  }
  const answer = await changePassword(db, {
    ...submission.value,
    personId: viewer.id,
    sessionId: viewer.sessionId,
    address: clientOf(request, context).address,
    now: new Date(),
  });
  if (answer.ok) return redirectWithToast("/settings/security", { key: "auth:password.done" });
  if (answer.reason === "too-many") {
    const lastResult = submission.reply({ ...hidden, formErrors: [tooManyText(t, answer)] });
    return data({ lastResult }, { status: 429 });
  }
  const fieldErrors: Record<string, string[]> =
    answer.reason === "wrong-password"
      ? { currentPassword: [t("error.password.wrong")] }
      : { newPassword: [t(`error.password.${answer.reason}`)] };
  return data({ lastResult: submission.reply({ ...hidden, fieldErrors }) }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

type Fields = { currentPassword: string; newPassword: string; endOthers: boolean };

export default function ChangePassword() {
  const { t } = useTranslation("auth");
  const [form, fields] = useForm<Fields>({
    lastResult: useActionData<typeof action>()?.lastResult,
    defaultValue: { endOthers: true },
  });
  const labels = {
    currentPassword: t("field.currentPassword"),
    newPassword: t("field.newPassword"),
  };
  return (
    <SecurityPart title={t("password.title")}>
      <Form method="post" {...getFormProps(form)} className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <PasswordField
          field={fields.currentPassword}
          label={labels.currentPassword}
          autoComplete="current-password"
        />
        <PasswordField
          field={fields.newPassword}
          label={labels.newPassword}
          hint={t("field.newPassword.hint")}
          autoComplete="new-password"
        />
        <CheckboxField
          field={fields.endOthers}
          label={t("field.endOthers")}
          hint={t("field.endOthers.hint")}
        />
        <Button variant="primary" className="justify-self-start">
          {t("password.submit")}
        </Button>
      </Form>
    </SecurityPart>
  );
}
