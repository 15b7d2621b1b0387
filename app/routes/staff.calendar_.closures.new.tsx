import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guard.server.ts";
import { saveClosure } from "#app/calendar/calendar.server.ts";
import { closureSchema } from "#app/calendar/calendar-form.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { changeBusinessCalendar } from "#app/questions/routing/rescheduling.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { formatDay } from "#app/ui/day.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "calendar"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAdmin(request);
  return { title: translator(viewer.locale, "calendar")("closures.add") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireAdmin(request);
  const t = translator(viewer.locale, "calendar");
  const submission = parseWithZod(await request.formData(), { schema: closureSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const now = new Date();
  const { day, name } = submission.value;
  await changeBusinessCalendar(db, {
    change: (tx) => saveClosure(tx, { day, name, actorId: viewer.id, now }),
    detail: { closure: day, name },
    actorId: viewer.id,
    address: context.clientAddress,
    now,
  });
  const params = { day: formatDay(day, viewer.locale) };
  return redirectWithToast("/staff/calendar", { key: "calendar:closures.added", params });
}

export default function NewClosure() {
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation(["calendar", "common"]);
  const [form, fields] = useForm<{ day: string; name: string }>({ lastResult });
  const labels = { day: t("closures.day"), name: t("closures.name") };
  return (
    <Page
      title={t("closures.add")}
      lead={t("closures.lead")}
      width="narrow"
      breadcrumbs={[{ label: t("title"), to: "/staff/calendar" }]}
    >
      <Form method="post" {...getFormProps(form)}>
        <Card className="grid gap-5">
          <FormErrors form={form} fields={fields} labels={labels} />
          <TextField field={fields.day} label={labels.day} required type="date" />
          <TextField
            field={fields.name}
            label={labels.name}
            hint={t("closures.name.hint")}
            required
            maxLength={60}
            autoComplete="off"
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="primary">{t("closures.add")}</Button>
            <ButtonLink to="/staff/calendar" variant="bare">
              {t("common:form.cancel")}
            </ButtonLink>
          </div>
        </Card>
      </Form>
    </Page>
  );
}
