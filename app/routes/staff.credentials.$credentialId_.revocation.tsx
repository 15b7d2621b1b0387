import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { findCredentialForStaff } from "#app/certification/credentials/credential-reading.server.ts";
import { revocationSchema } from "#app/certification/credentials/revocation-form.ts";
import { revokeCredential } from "#app/certification/credentials/revoking.server.ts";
import { certificationName } from "#app/certification/definitions/definitions.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { type FieldState, TextAreaField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification"] } satisfies RouteHandle;

const LIST = "/staff/credentials";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const credential = await findCredentialForStaff(db, {
    credentialId: idParam(params.credentialId),
  });
  if (!credential) throw notFound();
  return {
    title: translator(viewer.locale, "certification")("revoke.title"),
    name: credential.personName,
    certification: certificationName(credential, viewer.locale),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const t = translator(viewer.locale, "certification");
  const submission = parseWithZod(await request.formData(), { schema: revocationSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const revoked = await revokeCredential(db, {
    credentialId: idParam(params.credentialId),
    ...submission.value,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!revoked.ok && revoked.reason === "unknown") throw notFound();
  const key = revoked.ok ? "certification:revoke.done" : "certification:revoke.already";
  return redirectWithToast(LIST, { key });
}

export default function RevokeCredential() {
  const { title, name, certification } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("certification");
  const { t: common } = useTranslation();
  const [form, fields] = useForm<{ reason: string }>({ lastResult });
  return (
    <Page
      title={title}
      lead={t("revoke.lead", { name, certification })}
      width="narrow"
      breadcrumbs={[{ label: t("holders.title"), to: LIST }]}
    >
      <Form method="post" {...getFormProps(form)}>
        <Card className="grid gap-5">
          <p>{t("revoke.effect")}</p>
          <FormErrors form={form} fields={fields} labels={{ reason: t("revoke.reason") }} />
          <TextAreaField
            field={fields.reason as FieldState}
            label={t("revoke.reason")}
            hint={t("revoke.reason.hint")}
            required
            maxLength={1000}
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="danger">{t("revoke.submit")}</Button>
            <ButtonLink to={LIST} variant="bare">
              {common("form.cancel")}
            </ButtonLink>
          </div>
        </Card>
      </Form>
    </Page>
  );
}
