import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { buttonLook } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useClock } from "#app/ui/date-time.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { formatShortWeekday, formatTime, formatWeekday, zoneName } from "#app/ui/zoned-span.tsx";

type Host = { name: string; timeZone: string };

/** The free times of a host, day by day in the viewer's zone; `to` leads on from one of them. */
export function SlotDays({
  days,
  host,
  more,
  to,
}: {
  days: { day: string; slots: Date[] }[];
  host: Host;
  /** Leads to later days, if there are any. */
  more?: string;
  to?: (slot: string) => string;
}) {
  const { i18n } = useTranslation();
  const { timeZone } = useClock();
  const words = (slot: Date) => formatWeekday(slot, i18n.language, timeZone);
  return (
    <>
      <ZoneNote host={host} at={days[0]?.slots[0]} />
      <div className="grid gap-4">
        {days.map(({ day, slots }) => (
          <Card key={day}>
            <h3 className="mb-2 font-semibold">{slots[0] && words(slots[0])}</h3>
            <ul className="flex flex-wrap gap-2">
              {slots.map((slot) => (
                <li key={slot.getTime()}>
                  {to ? (
                    <Link to={to(slot.toISOString())} className={buttonLook()}>
                      <span className="sr-only">{words(slot)} </span>
                      <SlotTime slot={slot} host={host} />
                    </Link>
                  ) : (
                    <span className="inline-flex min-h-11 items-center gap-2 rounded-card border border-line px-5">
                      <SlotTime slot={slot} host={host} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
      {more && <MoreLink to={more} />}
    </>
  );
}

/** Says in whose time the times are; whose clocks agree at that moment need not be told apart. */
function ZoneNote({ host, at }: { host: Host; at?: Date }) {
  const { t, i18n } = useTranslation("pair-sessions");
  const { timeZone } = useClock();
  if (!at) return null;
  const zone = zoneName(at, i18n.language, timeZone);
  const differs = shownIn(at, timeZone) !== shownIn(at, host.timeZone);
  return (
    <p className="mb-4 text-sm text-muted" suppressHydrationWarning>
      {differs
        ? t("slots.bothZones", {
            zone,
            name: host.name,
            hostZone: zoneName(at, i18n.language, host.timeZone),
          })
        : t("slots.zone", { zone })}
    </p>
  );
}

function SlotTime({ slot: moment, host }: { slot: Date; host: Host }) {
  const { t, i18n } = useTranslation("pair-sessions");
  const { timeZone } = useClock();
  const day = formatWeekday(moment, i18n.language, timeZone);
  const hostDay = formatWeekday(moment, i18n.language, host.timeZone);
  const weekday = formatShortWeekday(moment, i18n.language, host.timeZone);
  const hostTime = formatTime(moment, i18n.language, host.timeZone);
  const differs = shownIn(moment, timeZone) !== shownIn(moment, host.timeZone);
  return (
    <>
      <time dateTime={moment.toISOString()} className="tabular-nums">
        {formatTime(moment, i18n.language, timeZone)}
      </time>
      {differs && (
        <span className="text-xs font-normal text-muted">
          {t("slots.host", { time: day === hostDay ? hostTime : `${weekday} ${hostTime}` })}
        </span>
      )}
    </>
  );
}

function shownIn(moment: Date, timeZone: string): string {
  return `${formatWeekday(moment, "en", timeZone)} ${formatTime(moment, "en", timeZone)}`;
}
