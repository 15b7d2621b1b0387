import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { workSchema } from "#app/certification/applications/application-form.ts";
import { findOwnApplication } from "#app/certification/applications/application-reading.server.ts";
import { isEditable, MAX_WORKS } from "#app/certification/applications/applications.ts";
import { linkWork, uploadWork } from "#app/certification/applications/works.server.ts";
import { certificationName } from "#app/certification/definitions/definitions.ts";
import { fileStore } from "#app/files/file-store.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { forbidden, notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { type FieldState, TextField } from "#app/ui/fields.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["certification"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const applicationId = idParam(params.applicationId);
  const application = await findOwnApplication(db, { personId: viewer.id, applicationId });
  if (!application) throw notFound();
  if (!isEditable(application.state)) throw forbidden();
  const t = translator(viewer.locale, "certification");
  const name = certificationName(application, viewer.locale);
  return {
    here: `/applications/${applicationId}`,
    title: t("application.works.add"),
    parent: t("application.title", { name }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const applicationId = idParam(params.applicationId);
  const t = translator(viewer.locale, "certification");
  const submission = parseWithZod(await request.formData(), { schema: workSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { title, url, file } = submission.value;
  const act = { viewer, applicationId, title, now: new Date() };
  const added = file
    ? await uploadWork(db, {
        ...act,
        bytes: new Uint8Array(await file.arrayBuffer()),
        store: await fileStore(),
      })
    : await linkWork(db, { ...act, url });
  if (!added.ok) {
    const { reason } = refusal(added);
    const message = t(`application.works.error.${reason}`);
    const lastResult = submission.reply({ fieldErrors: { [file ? "file" : "url"]: [message] } });
    return data({ lastResult }, { status: 409 });
  }
  return redirectWithToast(`/applications/${applicationId}`, {
    key: "certification:application.works.added",
  });
}

export default function NewWork() {
  const { here, title, parent } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("certification");
  const { t: common } = useTranslation();
  const [form, fields] = useForm<Record<string, string>>({ lastResult });
  const field = (name: string) => fields[name] as FieldState;
  const labels = {
    title: t("application.works.title"),
    url: t("application.works.url"),
    file: t("application.works.file"),
  };
  return (
    <Page title={title} width="narrow" breadcrumbs={[{ label: parent, to: here }]}>
      <Form method="post" encType="multipart/form-data" {...getFormProps(form)}>
        <Card className="grid gap-5">
          <p className="text-sm text-muted">{t("application.works.hint", { count: MAX_WORKS })}</p>
          <FormErrors form={form} fields={fields} labels={labels} />
          <TextField field={field("title")} label={labels.title} required maxLength={200} />
          <TextField
            field={field("url")}
            label={labels.url}
            hint={t("application.works.url.hint")}
            type="url"
            maxLength={2000}
          />
          <FileField
            field={field("file")}
            label={labels.file}
            hint={t("application.works.file.hint")}
            accept="image/png,image/jpeg,image/webp,application/pdf"
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="primary">{t("application.works.submit")}</Button>
            <ButtonLink to={here} variant="bare">
              {common("form.cancel")}
            </ButtonLink>
          </div>
        </Card>
      </Form>
    </Page>
  );
}
