import { Form } from "@remix-run/react";
import { timeOfDay } from "#app/calendar/times-of-day.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useClock } from "#app/ui/date-time.tsx";
import { zoneName } from "#app/ui/zoned-span.tsx";
import { ISO_WEEKDAYS, type WeeklySpan } from "./weekly-hours.ts";

type Props = {
  hosting: { spans: (WeeklySpan & { id: number })[]; timeZone: string; ownTimeZone: string };
};

/** The weekly hours of a host, by weekday, with a way to take each back and to add others. */
export function HoursList({ hosting }: Props) {
  const { t, i18n } = useTranslation("pair-sessions");
  const { now } = useClock();
  const { spans, timeZone, ownTimeZone } = hosting;
  const nameOf = (zone: string) => zoneName(new Date(now), i18n.language, zone);
  const zones = { zone: nameOf(timeZone), own: nameOf(ownTimeZone) };
  return (
    <Card className="mb-6 grid gap-4">
      <div>
        <h2 className="text-lg font-bold">{t("hours.title")}</h2>
        {timeZone === ownTimeZone ? (
          <p className="text-sm text-muted">{t("hours.zone", zones)}</p>
        ) : (
          <div className="mt-2 rounded-card border border-wait bg-wait-soft p-3">
            <p>{t("hours.otherZone", zones)}</p>
            <Form method="post" action="/settings/pair-sessions/time-zone" className="mt-2">
              <Button size="small">{t("hours.adoptZone", zones)}</Button>
            </Form>
          </div>
        )}
      </div>
      {spans.length === 0 ? (
        <p>{t("hours.none")}</p>
      ) : (
        <dl className="divide-y divide-line">
          {ISO_WEEKDAYS.filter((day) => spans.some(({ weekday }) => weekday === day)).map((day) => (
            <div key={day} className="grid gap-x-4 py-2 sm:grid-cols-[8rem_1fr]">
              <dt className="pt-2 font-semibold">{t(`weekday.${day}`)}</dt>
              {spans
                .filter(({ weekday }) => weekday === day)
                .map((span) => (
                  <dd key={span.id} className="sm:col-start-2">
                    <HoursRow span={span} day={t(`weekday.${day}`)} />
                  </dd>
                ))}
            </div>
          ))}
        </dl>
      )}
      <div>
        <ButtonLink to="/settings/pair-sessions/hours/new" size="small">
          {t("hours.add")}
        </ButtonLink>
      </div>
    </Card>
  );
}

function HoursRow({ span, day }: { span: WeeklySpan & { id: number }; day: string }) {
  const { t } = useTranslation("pair-sessions");
  const [from, to] = [timeOfDay(span.fromMinute), timeOfDay(span.toMinute)];
  return (
    <Form
      method="post"
      action={`/settings/pair-sessions/hours/${span.id}/removal`}
      className="flex items-center justify-between gap-4"
    >
      <span className="tabular-nums">{t("hours.span", { from, to })}</span>
      <Button variant="bare" size="small" aria-label={t("hours.removeOf", { day, from, to })}>
        {t("hours.remove")}
      </Button>
    </Form>
  );
}
