import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import type { PortalSettings } from "#app/portal/portal.ts";
import { savePortalSettings } from "#app/portal/portal-commands.server.ts";
import { DEFAULT_SCOPES, portalSchema } from "#app/portal/portal-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioGroupField, TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAdmin(request);
  const title = translator(viewer.locale, "staff")("settings.title");
  return { settings: await findPortalSettings(db, new Date()), title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireAdmin(request);
  const t = translator(viewer.locale, "staff");
  const submission = parseWithZod(await request.formData(), { schema: portalSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  await savePortalSettings(db, {
    settings: submission.value,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  return redirectWithToast("/staff/settings", { key: "staff:settings.saved" });
}

export default function PortalSettingsPage() {
  const { settings } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation(["staff", "common"]);
  const [form, fields] = useForm<PortalSettings>({ lastResult, defaultValue: settings });
  const labels = {
    name: t("settings.name"),
    vendorName: t("settings.vendorName"),
    tagline: t("settings.tagline"),
    defaultQuestionScope: t("settings.scope"),
  };
  return (
    <Page title={t("settings.title")} lead={t("settings.lead")} width="reading">
      <Form method="post" {...getFormProps(form)}>
        <Card className="grid gap-5">
          <FormErrors form={form} fields={fields} labels={labels} />
          <TextField
            field={fields.name}
            label={labels.name}
            hint={t("settings.name.hint")}
            required
            autoComplete="off"
            maxLength={60}
          />
          <TextField
            field={fields.vendorName}
            label={labels.vendorName}
            hint={t("settings.vendorName.hint")}
            optional
            autoComplete="off"
            maxLength={100}
          />
          <TextField
            field={fields.tagline}
            label={labels.tagline}
            hint={t("settings.tagline.hint")}
            optional
            autoComplete="off"
            maxLength={200}
          />
          <RadioGroupField
            field={fields.defaultQuestionScope}
            label={labels.defaultQuestionScope}
            hint={t("settings.scope.hint")}
            required
            choices={DEFAULT_SCOPES.map((value) => ({
              value,
              label: t(`common:scope.${value}`),
              hint: t(`common:scope.${value}.hint`),
            }))}
          />
          <div>
            <Button variant="primary">{t("common:form.save")}</Button>
          </div>
        </Card>
      </Form>
    </Page>
  );
}
