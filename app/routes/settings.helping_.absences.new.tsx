import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { Viewer } from "#app/auth/viewer.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { requireHost } from "#app/pair-sessions/host-guard.server.ts";
import { addAbsence } from "#app/questions/routing/helping.server.ts";
import { absenceSchema } from "#app/questions/routing/helping-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["settings", "routing"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

/** Supporters say how they help, staff only when they can be booked. */
const pageOf = ({ isSupporter }: Viewer) =>
  isSupporter ? "/settings/helping" : "/settings/pair-sessions";

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireHost(request);
  return { title: translator(viewer.locale, "routing")("helping.add"), back: pageOf(viewer) };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireHost(request);
  const t = translator(viewer.locale, "routing");
  const submission = parseWithZod(await request.formData(), { schema: absenceSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const added = await addAbsence(db, {
    ...submission.value,
    personId: viewer.id,
    now: new Date(),
  });
  if (added.ok) {
    return redirectWithToast(pageOf(viewer), { key: "routing:helping.added" });
  }
  const lastResult = submission.reply({ formErrors: [t("helping.error.tooMany")] });
  return data({ lastResult }, { status: 409 });
}

export default function NewAbsence() {
  const { back } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation(["routing", "common"]);
  const [form, fields] = useForm<{ fromDay: string; toDay: string }>({ lastResult });
  const labels = { fromDay: t("helping.from"), toDay: t("helping.to") };
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid gap-5">
        <h2 className="text-lg font-bold">{t("helping.add")}</h2>
        <FormErrors form={form} fields={fields} labels={labels} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField field={fields.fromDay} label={labels.fromDay} required type="date" />
          <TextField field={fields.toDay} label={labels.toDay} required type="date" />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t("helping.add")}</Button>
          <ButtonLink to={back} variant="bare">
            {t("common:form.cancel")}
          </ButtonLink>
        </div>
      </Card>
    </Form>
  );
}
