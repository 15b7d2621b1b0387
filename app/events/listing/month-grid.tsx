import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { useClock } from "#app/ui/date-time.tsx";
import { formatShortWeekday, formatTime, formatWeekday } from "#app/ui/zoned-span.tsx";
import type { EventKind, EventState } from "#db/vocabulary.ts";

type MonthEvent = {
  id: number;
  title: string;
  kind: EventKind;
  state: EventState;
  startsAt: Date | string;
  isOwn: boolean;
};
type Days = Map<string, { event: MonthEvent; isFirstDay: boolean }[]>;

type Props = { caption: string; month: string; weeks: string[][]; days: Days; today: string };

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** A month as a table of weeks; wide screens only. */
export function MonthGrid({ caption, month, weeks, days, today }: Props) {
  const { t, i18n } = useTranslation("events");
  return (
    <table className="card hidden w-full table-fixed border-collapse overflow-hidden md:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="bg-sunken text-sm">
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col" className="px-2 py-2 font-semibold">
              {formatShortWeekday(noon(day), i18n.language, "UTC")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]} className="border-t border-line">
            {week.map((day) => (
              <td
                key={day}
                aria-current={day === today ? "date" : undefined}
                className={classNames(
                  "h-28 border-l border-line p-1.5 align-top first:border-l-0",
                  !day.startsWith(month) && "bg-sunken/60",
                  day === today && "bg-brand-soft",
                )}
              >
                <p className="mb-1 text-sm">
                  <time
                    dateTime={day}
                    className={classNames(
                      "tabular-nums",
                      day.startsWith(month) ? "font-semibold" : "text-muted",
                    )}
                  >
                    {Number(day.slice(8))}
                  </time>
                  {day === today && (
                    <span className="ml-2 text-xs font-semibold text-brand">
                      {t("month.isToday")}
                    </span>
                  )}
                </p>
                <DayEvents events={days.get(day) ?? []} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same month as a list of the days that have something; for narrow screens. */
export function MonthList({ caption, month, weeks, days, today }: Props) {
  const { t, i18n } = useTranslation("events");
  const shown = weeks.flat().filter((day) => day.startsWith(month) && days.has(day));
  return (
    <div className="md:hidden">
      <CardList label={caption}>
        {shown.map((day) => (
          <CardRow key={day}>
            <h2 className="mb-1 font-bold">
              <time dateTime={day} aria-current={day === today ? "date" : undefined}>
                {formatWeekday(noon(day), i18n.language, "UTC")}
              </time>
              {day === today && (
                <span className="ml-2 text-sm text-brand">{t("month.isToday")}</span>
              )}
            </h2>
            <DayEvents events={days.get(day) ?? []} isRoomy />
          </CardRow>
        ))}
      </CardList>
    </div>
  );
}

function DayEvents({
  events,
  isRoomy = false,
}: {
  events: { event: MonthEvent; isFirstDay: boolean }[];
  isRoomy?: boolean;
}) {
  const { t } = useTranslation("events");
  if (events.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {events.map(({ event, isFirstDay }) => {
        const isOff = event.state === "cancelled" || event.state === "postponed";
        return (
          <li key={event.id}>
            <Link
              to={`/events/${event.id}`}
              className={classNames(
                "block rounded border-l-4 bg-surface px-1.5 py-1 wrap-anywhere text-ink hover:text-brand hover:underline",
                event.isOwn ? "border-good" : "border-brand",
                isRoomy ? "min-h-11 text-base" : "text-xs leading-snug",
              )}
            >
              {isFirstDay ? <Begins at={event.startsAt} /> : `${t("month.continued")} `}
              {isOff ? <s>{event.title}</s> : event.title}
              {isOff && <span className="font-semibold"> {t(`state.${event.state}`)}</span>}
              {event.isOwn && <span className="font-semibold text-good"> {t("month.own")}</span>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Begins({ at }: { at: Date | string }) {
  const { i18n } = useTranslation();
  const { timeZone } = useClock();
  return (
    <span className="mr-1 font-semibold tabular-nums">
      {formatTime(new Date(at), i18n.language, timeZone)}
    </span>
  );
}
