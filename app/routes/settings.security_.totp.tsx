import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { findAccount } from "#app/auth/accounts.server.ts";
import { codeSchema } from "#app/auth/auth-forms.ts";
import { EnrolmentSteps } from "#app/auth/enrolment-steps.tsx";
import { tooManyText } from "#app/auth/form-fields.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { qrCode } from "#app/auth/qr-code.server.ts";
import { RecoveryCodes } from "#app/auth/recovery-codes.tsx";
import { clientOf } from "#app/auth/request.server.ts";
import { SecurityPart } from "#app/auth/security-part.tsx";
import { confirmEnrolment, enrolmentUri, findEnrolment } from "#app/auth/totp.server.ts";
import { TotpStatus } from "#app/auth/totp-status.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { Button } from "#app/ui/button.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const personId = viewer.id;
  const title = translator(viewer.locale, "auth")("totp.title");
  const enrolment = await findEnrolment(db, { personId });
  if (enrolment.state !== "pending") return { title, enrolment, pending: undefined };
  const { secret } = enrolment;
  const account = await findAccount(db, { personId });
  const { name } = await findPortalSettings(db, new Date());
  const uri = enrolmentUri({ secret, issuer: name, label: account?.email ?? viewer.handle });
  return { title, enrolment: undefined, pending: { secret, uri, qr: qrCode(uri) } };
}

/** Confirms the enrolment; the answer is the only page that ever shows the recovery codes. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const t = translator(viewer.locale, "auth");
  const submission = parseWithZod(await request.formData(), { schema: codeSchema(t) });
  const hidden = { hideFields: ["code"] };
  const refuse = (lastResult: ReturnType<typeof submission.reply>, status: number) =>
    data({ recoveryCodes: undefined, lastResult }, { status });
  if (submission.status !== "success") return refuse(submission.reply(hidden), 400);
  const answer = await confirmEnrolment(db, {
    personId: viewer.id,
    code: submission.value.code,
    address: clientOf(request, context).address,
    now: new Date(),
  });
  if (answer.ok) return data({ recoveryCodes: answer.recoveryCodes, lastResult: undefined });
  if (answer.reason === "too-many") {
    return refuse(submission.reply({ ...hidden, formErrors: [tooManyText(t, answer)] }), 429);
  }
  if (answer.reason === "not-pending") {
    return redirectWithToast("/settings/security/totp", { key: "auth:totp.alreadyOn" });
  }
  const fieldErrors = { code: [t("error.code.wrong")] };
  return refuse(submission.reply({ ...hidden, fieldErrors }), 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Totp() {
  const { enrolment, pending } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("auth");
  if (answer?.recoveryCodes) {
    return <RecoveryCodes title={t("totp.enabled")} codes={answer.recoveryCodes} />;
  }
  if (pending) return <EnrolmentSteps {...pending} lastResult={answer?.lastResult} />;
  if (enrolment.state === "on") return <TotpStatus enrolment={enrolment} />;
  return (
    <SecurityPart title={t("totp.title")} lead={t("totp.off.lead")}>
      <Form method="post" action="/settings/security/totp/start">
        <Button variant="primary">{t("totp.off.start")}</Button>
      </Form>
    </SecurityPart>
  );
}
