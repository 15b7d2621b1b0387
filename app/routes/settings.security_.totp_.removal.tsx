import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { findAccount } from "#app/auth/accounts.server.ts";
import { proofSchema } from "#app/auth/auth-forms.ts";
import { tooManyText } from "#app/auth/form-fields.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { ProofForm } from "#app/auth/proof-form.tsx";
import { clientOf } from "#app/auth/request.server.ts";
import { SecurityPart } from "#app/auth/security-part.tsx";
import { disableTotp } from "#app/auth/totp.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

const notOn = () => redirectWithToast("/settings/security", { key: "auth:totp.notOn" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const account = await findAccount(db, { personId: viewer.id });
  if (!account?.totpConfirmedAt) throw notOn();
  return { title: translator(viewer.locale, "auth")("totp.disable.title") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const t = translator(viewer.locale, "auth");
  const submission = parseWithZod(await request.formData(), { schema: proofSchema(t) });
  const hidden = { hideFields: ["password"] };
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(hidden) }, { status: 400 });
  }
  const { address } = clientOf(request, context);
  const { password } = submission.value;
  const answer = await disableTotp(db, { personId: viewer.id, password, address, now: new Date() });
  if (answer.ok) return redirectWithToast("/settings/security", { key: "auth:totp.disable.done" });
  if (answer.reason === "not-on") return notOn();
  const lastResult =
    answer.reason === "too-many"
      ? submission.reply({ ...hidden, formErrors: [tooManyText(t, answer)] })
      : submission.reply({ ...hidden, fieldErrors: { password: [t("error.password.wrong")] } });
  return data({ lastResult }, { status: answer.reason === "too-many" ? 429 : 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DisableTotp() {
  const { t } = useTranslation("auth");
  return (
    <SecurityPart title={t("totp.disable.title")} lead={t("totp.disable.lead")}>
      <ProofForm
        lastResult={useActionData<typeof action>()?.lastResult}
        submit={t("totp.disable.submit")}
        danger
      />
    </SecurityPart>
  );
}
