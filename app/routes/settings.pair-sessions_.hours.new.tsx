import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { requireHost } from "#app/pair-sessions/host-guard.server.ts";
import { addHours, findHosting } from "#app/pair-sessions/hosting.server.ts";
import { hoursSchema } from "#app/pair-sessions/hosting-form.ts";
import { ISO_WEEKDAYS, QUARTERS } from "#app/pair-sessions/weekly-hours.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxGroupField } from "#app/ui/checkbox-group-field.tsx";
import { useClock } from "#app/ui/date-time.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { zoneName } from "#app/ui/zoned-span.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["settings", "pair-sessions"] } satisfies RouteHandle;

const SETTINGS = "/settings/pair-sessions";
const setUpFirst = () => redirectWithToast(SETTINGS, { key: "pair-sessions:hours.setUpFirst" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireHost(request);
  const { isSetUp, timeZone } = await findHosting(db, { personId: viewer.id });
  if (!isSetUp) throw setUpFirst();
  return { title: translator(viewer.locale, "pair-sessions")("hours.add"), timeZone };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireHost(request);
  const schema = hoursSchema(translator(viewer.locale, "pair-sessions"));
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { weekdays, from, to } = submission.value;
  const hours = { weekdays, fromMinute: from, toMinute: to };
  const added = await addHours(db, { ...hours, personId: viewer.id });
  return added.ok
    ? redirectWithToast(SETTINGS, { key: "pair-sessions:hours.added" })
    : setUpFirst();
}

type Fields = { weekdays: string[]; from: string; to: string };

export default function NewHours() {
  const { title, timeZone } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t, i18n } = useTranslation(["pair-sessions", "common"]);
  const { now } = useClock();
  const [form, fields] = useForm<Fields>({
    lastResult,
    defaultValue: { from: "10:00", to: "12:00" },
  });
  const labels = { weekdays: t("hours.weekdays"), from: t("hours.from"), to: t("hours.to") };
  const times = QUARTERS.map((value) => ({ value, label: value }));
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid gap-5">
        <div>
          <h2 className="text-lg font-bold">{title}</h2>
          <p className="text-sm text-muted">
            {t("hours.zone", { zone: zoneName(new Date(now), i18n.language, timeZone) })}
          </p>
        </div>
        <FormErrors form={form} fields={fields} labels={labels} />
        <CheckboxGroupField
          field={fields.weekdays}
          label={labels.weekdays}
          choices={ISO_WEEKDAYS.map((day) => ({ value: String(day), label: t(`weekday.${day}`) }))}
        />
        <div className="grid max-w-sm grid-cols-2 gap-5">
          <SelectField
            field={fields.from}
            label={labels.from}
            required
            choices={times.slice(0, -1)}
          />
          <SelectField field={fields.to} label={labels.to} required choices={times.slice(1)} />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t("hours.submit")}</Button>
          <ButtonLink to={SETTINGS} variant="bare">
            {t("common:form.cancel")}
          </ButtonLink>
        </div>
      </Card>
    </Form>
  );
}
