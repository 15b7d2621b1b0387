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
import { RecoveryCodes } from "#app/auth/recovery-codes.tsx";
import { clientOf } from "#app/auth/request.server.ts";
import { SecurityPart } from "#app/auth/security-part.tsx";
import { renewRecoveryCodes } from "#app/auth/totp.server.ts";
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
  return { title: translator(viewer.locale, "auth")("recovery.title") };
}

/** Makes new codes; the answer is the only page that ever shows them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const t = translator(viewer.locale, "auth");
  const submission = parseWithZod(await request.formData(), { schema: proofSchema(t) });
  const hidden = { hideFields: ["password"] };
  const refuse = (lastResult: ReturnType<typeof submission.reply>, status: number) =>
    data({ recoveryCodes: undefined, lastResult }, { status });
  if (submission.status !== "success") return refuse(submission.reply(hidden), 400);
  const answer = await renewRecoveryCodes(db, {
    personId: viewer.id,
    password: submission.value.password,
    address: clientOf(request, context).address,
    now: new Date(),
  });
  if (answer.ok) return data({ recoveryCodes: answer.recoveryCodes, lastResult: undefined });
  if (answer.reason === "not-on") return notOn();
  return answer.reason === "too-many"
    ? refuse(submission.reply({ ...hidden, formErrors: [tooManyText(t, answer)] }), 429)
    : refuse(
        submission.reply({ ...hidden, fieldErrors: { password: [t("error.password.wrong")] } }),
        400,
      );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RenewRecoveryCodes() {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("auth");
  if (answer?.recoveryCodes) {
    return <RecoveryCodes title={t("recovery.renewed")} codes={answer.recoveryCodes} />;
  }
  return (
    <SecurityPart title={t("recovery.title")} lead={t("recovery.renewLead")}>
      <ProofForm lastResult={answer?.lastResult} submit={t("recovery.renew")} />
    </SecurityPart>
  );
}
