import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { forbidden } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { AbsenceList } from "#app/questions/routing/absence-list.tsx";
import { findHelping, saveHelping } from "#app/questions/routing/helping.server.ts";
import { helpingSchema } from "#app/questions/routing/helping-form.ts";
import { LOAD_CAP_MAX } from "#app/questions/routing/routing.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxGroupField } from "#app/ui/checkbox-group-field.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { db } from "#db/client.server.ts";
import { LOCALES } from "#db/vocabulary.ts";

export const handle = { i18n: ["settings", "routing"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

async function requireHelper(request: Request): Promise<Viewer> {
  const viewer = await requireViewer(request);
  if (!viewer.isSupporter) throw forbidden();
  return viewer;
}

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireHelper(request);
  const helping = await findHelping(db, {
    personId: viewer.id,
    locale: viewer.locale,
    now: new Date(),
  });
  return { helping, title: translator(viewer.locale, "routing")("helping.title") };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireHelper(request);
  const t = translator(viewer.locale, "routing");
  const submission = parseWithZod(await request.formData(), { schema: helpingSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  await saveHelping(db, { ...submission.value, personId: viewer.id, now: new Date() });
  return redirectWithToast("/settings/helping", { key: "routing:helping.saved" });
}

export default function Helping() {
  const { helping } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("routing");
  const { loadCap, languages, absences } = helping;
  const [form, fields] = useForm<{ loadCap: string; languages: string[] }>({
    lastResult,
    defaultValue: { loadCap: String(loadCap), languages },
  });
  const labels = { loadCap: t("helping.cap"), languages: t("helping.languages") };
  return (
    <>
      <p className="mb-4 text-muted">{t("helping.lead")}</p>
      <Form method="post" {...getFormProps(form)}>
        <Card className="mb-6 grid gap-5">
          <FormErrors form={form} fields={fields} labels={labels} />
          <TextField
            field={fields.loadCap}
            label={labels.loadCap}
            hint={t("helping.cap.hint")}
            required
            type="number"
            min={0}
            max={LOAD_CAP_MAX}
            className="max-w-xs"
          />
          <CheckboxGroupField
            field={fields.languages}
            label={labels.languages}
            choices={LOCALES.map((value) => ({ value, label: t(`helping.language.${value}`) }))}
          />
          <p className="text-sm text-muted">
            {t("helping.skills")}{" "}
            <Link to="/settings/profile" className="text-link">
              {t("helping.skills.link")}
            </Link>
          </p>
          <div>
            <Button variant="primary">{t("helping.save")}</Button>
          </div>
        </Card>
      </Form>
      <AbsenceList absences={absences} />
    </>
  );
}
