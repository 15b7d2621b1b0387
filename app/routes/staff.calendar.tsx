import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guard.server.ts";
import { afterBusinessTime } from "#app/calendar/business-calendar.ts";
import {
  findBusinessCalendar,
  listClosures,
  saveWorkingHours,
} from "#app/calendar/calendar.server.ts";
import { workingHoursFields, workingHoursSchema } from "#app/calendar/calendar-form.ts";
import { ClosureList } from "#app/calendar/closure-list.tsx";
import { HOLIDAYS_KNOWN_UNTIL, publicHolidaysBetween } from "#app/calendar/public-holidays.ts";
import { WorkingHoursForm } from "#app/calendar/working-hours-form.tsx";
import { addDays } from "#app/calendar/zoned-days.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { dayIn } from "#app/lib/time.ts";
import { timeZoneChoices } from "#app/lib/time-zones.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { changeBusinessCalendar } from "#app/questions/routing/rescheduling.server.ts";
import { STEP_AFTER } from "#app/questions/routing/routing.ts";
import { Card } from "#app/ui/card.tsx";
import { formatExact } from "#app/ui/date-time.tsx";
import { Day } from "#app/ui/day.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "calendar"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAdmin(request);
  const now = new Date();
  const calendar = await findBusinessCalendar(db);
  const { timeZone, publicHolidays } = calendar;
  const today = dayIn(timeZone, now);
  return {
    values: workingHoursFields(calendar),
    zones: timeZoneChoices(viewer.locale, timeZone),
    timeZone,
    closures: await listClosures(db, { from: today }),
    holidays: publicHolidays ? publicHolidaysBetween(today, addDays(today, 366)) : undefined,
    everyoneAt: afterBusinessTime(calendar, now, STEP_AFTER.everyone),
    staffAt: afterBusinessTime(calendar, now, STEP_AFTER.staff),
    title: translator(viewer.locale, "calendar")("title"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireAdmin(request);
  const t = translator(viewer.locale, "calendar");
  const submission = parseWithZod(await request.formData(), { schema: workingHoursSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const now = new Date();
  const { value } = submission;
  await changeBusinessCalendar(db, {
    change: (tx) => saveWorkingHours(tx, { ...value, actorId: viewer.id, now }),
    detail: { ...value },
    actorId: viewer.id,
    address: context.clientAddress,
    now,
  });
  return redirectWithToast("/staff/calendar", { key: "calendar:hours.saved" });
}

export default function Calendar() {
  const loaded = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t, i18n } = useTranslation("calendar");
  const { timeZone, holidays } = loaded;
  const at = (moment: Date | string) => formatExact(new Date(moment), i18n.language, timeZone);
  return (
    <Page title={t("title")} lead={t("lead")} width="wide">
      <div className="grid items-start gap-x-8 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <Section title={t("hours.title")}>
            <WorkingHoursForm {...loaded} lastResult={lastResult} />
          </Section>
        </div>
        <div className="min-w-0">
          <Section title={t("preview.title")}>
            <Card>
              <dl className="grid gap-2">
                <div>
                  <dt className="text-sm text-muted">{t("preview.everyone")}</dt>
                  <dd className="font-semibold">{at(loaded.everyoneAt)}</dd>
                </div>
                <div>
                  <dt className="text-sm text-muted">{t("preview.staff")}</dt>
                  <dd className="font-semibold">{at(loaded.staffAt)}</dd>
                </div>
              </dl>
              <p className="mt-2 text-xs text-muted">{t("preview.zone", { zone: timeZone })}</p>
            </Card>
          </Section>
          <Section title={t("closures.title")}>
            <ClosureList closures={loaded.closures} />
          </Section>
          <Section title={t("holidays.title")}>
            <Card>
              {holidays ? (
                <ul className="grid gap-1 text-sm">
                  {holidays.map(({ day, nameJa, nameEn }) => (
                    <li key={day} className="flex flex-wrap gap-x-3">
                      <Day value={day} />
                      <span className="text-muted">{i18n.language === "ja" ? nameJa : nameEn}</span>
                    </li>
                  ))}
                </ul>
              ) : (
                <p>{t("holidays.off")}</p>
              )}
              <p className="mt-3 text-xs text-muted">
                {t("holidays.known", { year: String(HOLIDAYS_KNOWN_UNTIL) })}
              </p>
            </Card>
          </Section>
        </div>
      </div>
    </Page>
  );
}
