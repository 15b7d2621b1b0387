import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { useClock } from "#app/ui/date-time.tsx";
import { type FieldState, RadioGroupField } from "#app/ui/fields.tsx";
import { formatTime, formatWeekday, ZonedSpan } from "#app/ui/zoned-span.tsx";
import { SESSION_MINUTES } from "./pair-sessions.ts";

/**
 * The time that was chosen on the page before; where it is no longer free, the nearest others to
 * choose from, so that what was typed stays.
 */
export function BookingTime({
  field,
  label,
  at,
  others,
  host,
  slotsPage,
}: {
  field: FieldState;
  label: string;
  at: string | Date;
  others?: (string | Date)[];
  host: { name: string; timeZone: string };
  slotsPage: string;
}) {
  const { t, i18n } = useTranslation("pair-sessions");
  const { timeZone } = useClock();
  const another = (
    <Link to={slotsPage} className="inline-flex min-h-11 items-center text-sm text-link">
      {t("book.another")}
    </Link>
  );
  if (!others) {
    return (
      <div>
        <p className="text-sm text-muted">{label}</p>
        <p className="text-lg font-bold">
          <ZonedSpan start={at} minutes={SESSION_MINUTES} other={host} />
        </p>
        <input type="hidden" name={field.name} value={new Date(at).toISOString()} />
        {another}
      </div>
    );
  }
  return (
    <div>
      <p role="status" className="mb-3 rounded-card border border-wait bg-wait-soft p-4">
        {t("book.gone")}{" "}
        <s>
          <ZonedSpan start={at} minutes={SESSION_MINUTES} />
        </s>
      </p>
      {others.length > 0 && (
        <RadioGroupField
          field={field}
          label={label}
          required
          choices={others.map((slot) => {
            const moment = new Date(slot);
            const words = (zone: string) =>
              `${formatWeekday(moment, i18n.language, zone)} ${formatTime(moment, i18n.language, zone)}`;
            const theirs = words(host.timeZone);
            return {
              value: moment.toISOString(),
              label: words(timeZone),
              hint: theirs === words(timeZone) ? undefined : t("slots.host", { time: theirs }),
            };
          })}
        />
      )}
      {another}
    </div>
  );
}
