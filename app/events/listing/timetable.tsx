import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Card } from "#app/ui/card.tsx";
import { useClock } from "#app/ui/date-time.tsx";
import { PersonLine, type PersonSummary } from "#app/ui/person-line.tsx";
import { formatTime, formatWeekday, zoneName } from "#app/ui/zoned-span.tsx";

type Speaker =
  | { id: number; person: PersonSummary }
  | { id: number; person: null; name: string; affiliation: string };

type Item = {
  id: number;
  startsAt: Date | string;
  minutes: number;
  title: string;
  description: string;
  track: string;
  speakers: Speaker[];
};

/** What happens when, with who speaks; times as the clocks of the viewer show them. */
export function Timetable({ items, eventZone }: { items: Item[]; eventZone: string }) {
  const { t, i18n } = useTranslation("events");
  const { timeZone } = useClock();
  const zone = (moment: Date, name: string) => zoneName(moment, i18n.language, name);
  const [first] = items;
  if (!first) return null;
  const begins = new Date(first.startsAt);
  const isElsewhere =
    formatTime(begins, i18n.language, timeZone) !== formatTime(begins, i18n.language, eventZone);
  const dayOf = (item: Item) => formatWeekday(new Date(item.startsAt), i18n.language, timeZone);
  const days = [...new Set(items.map(dayOf))];
  return (
    <>
      {isElsewhere && (
        // Browsers call zones differently, by the age of their data.
        <p className="mb-2 text-sm text-muted" suppressHydrationWarning>
          {t("timetable.zone", { zone: zone(begins, timeZone) })}
        </p>
      )}
      {days.map((day) => (
        <div key={day} className="mb-4">
          {days.length > 1 && <h3 className="mb-2 font-bold">{day}</h3>}
          <Card>
            <ol className="grid gap-5">
              {items
                .filter((item) => dayOf(item) === day)
                .map((item) => (
                  <Session key={item.id} item={item} />
                ))}
            </ol>
          </Card>
        </div>
      ))}
    </>
  );
}

function Session({ item }: { item: Item }) {
  const { t, i18n } = useTranslation("events");
  const { timeZone } = useClock();
  const from = new Date(item.startsAt);
  const to = new Date(from.getTime() + item.minutes * 60_000);
  return (
    <li className="grid gap-1 sm:grid-cols-[8rem_1fr] sm:gap-4">
      <div className="text-sm text-muted tabular-nums">
        <time dateTime={from.toISOString()} className="font-semibold text-ink">
          {formatTime(from, i18n.language, timeZone)}–{formatTime(to, i18n.language, timeZone)}
        </time>
        <span className="ml-2 sm:ml-0 sm:block">
          {t("timetable.minutes", { count: item.minutes })}
        </span>
        {item.track && <span className="ml-2 sm:ml-0 sm:block">{item.track}</span>}
      </div>
      <div className="min-w-0 wrap-anywhere">
        <p className="font-semibold">{item.title}</p>
        {item.description && <p className="mt-1 text-sm whitespace-pre-line">{item.description}</p>}
        {item.speakers.length > 0 && (
          <ul aria-label={t("timetable.speakers")} className="mt-2 grid gap-2">
            {item.speakers.map((speaker) => (
              <li key={speaker.id}>
                {speaker.person ? (
                  <PersonLine person={speaker.person} size="small" />
                ) : (
                  <p className="text-sm">
                    <span className="font-semibold">{speaker.name}</span>
                    {speaker.affiliation && (
                      <span className="ml-2 text-muted">{speaker.affiliation}</span>
                    )}
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
