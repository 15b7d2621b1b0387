import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { KIND_GROUPS, type KindGroup } from "#app/notifications/kinds.ts";
import { MailHours } from "#app/notifications/mail-hours.tsx";
import { OFFERED_QUIET } from "#app/notifications/offered-hours.ts";
import { changePreferences, findPreferences } from "#app/notifications/preferences.server.ts";
import { preferencesSchema } from "#app/notifications/preferences-form.ts";
import { PreferencesTable } from "#app/notifications/preferences-table.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["settings", "notifications"] } satisfies RouteHandle;

/** The kinds of events that concern somebody; only CS staff have a queue. */
function groupsFor(viewer: Viewer): KindGroup[] {
  const all = Object.keys(KIND_GROUPS) as KindGroup[];
  return isStaff(viewer) ? all : all.filter((group) => group !== "staff");
}

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return {
    ...(await findPreferences(db, { personId: viewer.id })),
    groups: groupsFor(viewer),
    timeZone: viewer.timeZone,
    title: translator(viewer.locale, "notifications")("choices.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const t = translator(viewer.locale, "notifications");
  const kinds = groupsFor(viewer).flatMap((group) => [...KIND_GROUPS[group]]);
  const submission = parseWithZod(await request.formData(), {
    schema: preferencesSchema(t, kinds),
  });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  await changePreferences(db, { personId: viewer.id, ...submission.value, now: new Date() });
  return redirectWithToast("/settings/notifications", { key: "notifications:choices.saved" });
}

export default function NotificationSettings() {
  const { preferences, schedule, groups, timeZone } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("notifications");
  const { t: common } = useTranslation();
  const { from, until } = schedule.quiet ?? OFFERED_QUIET;
  const [form, fields] = useForm({
    lastResult,
    defaultValue: {
      digestHour: String(schedule.digestHour),
      digestWeekday: String(schedule.digestWeekday),
      quiet: schedule.quiet ? "on" : undefined,
      quietFrom: String(from),
      quietUntil: String(until),
    },
  });
  const { digestHour, digestWeekday, quiet, quietFrom, quietUntil } = fields;
  return (
    <Form method="post" id={form.id} className="grid gap-6">
      <p className="text-muted">{t("choices.lead")}</p>
      <FormErrors form={form} fields={fields} labels={{ quietUntil: t("times.quietUntil") }} />
      <div className="card overflow-hidden pb-2">
        <PreferencesTable preferences={preferences} groups={groups} />
      </div>
      <Card>
        <h2 className="mb-1 text-lg font-bold">{t("times.title")}</h2>
        <MailHours
          fields={{ digestHour, digestWeekday, quiet, quietFrom, quietUntil }}
          timeZone={timeZone}
        />
      </Card>
      <div>
        <Button variant="primary">{common("form.save")}</Button>
      </div>
    </Form>
  );
}
