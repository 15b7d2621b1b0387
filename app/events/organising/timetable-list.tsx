import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { formatTime, formatWeekday } from "#app/ui/zoned-span.tsx";

type Row = {
  id: number;
  startsAfter: number;
  minutes: number;
  title: string;
  track: string;
  speakers: string[];
};

const MINUTE = 60_000;

/** The timetable with times as clocks at the event show them. */
export function TimetableList({
  event,
  sessions,
  isOpen,
}: {
  event: { id: number; startsAt: string | Date; endsAt: string | Date; timeZone: string };
  sessions: Row[];
  isOpen: boolean;
}) {
  const { t, i18n } = useTranslation("organising");
  const { timeZone } = event;
  const start = new Date(event.startsAt).getTime();
  const dayOf = (time: number) => formatWeekday(new Date(time), i18n.language, timeZone);
  const clock = (time: number) => formatTime(new Date(time), i18n.language, timeZone);
  const isLong = dayOf(start) !== dayOf(new Date(event.endsAt).getTime() - 1);
  return (
    <CardList label={t("timetable.title")}>
      {sessions.map(({ id, startsAfter, minutes, title, track, speakers }) => {
        const from = start + startsAfter * MINUTE;
        return (
          <CardRow key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <span className="w-28 shrink-0 text-sm tabular-nums text-muted">
              {isLong && <span className="block">{dayOf(from)}</span>}
              {clock(from)}–{clock(from + minutes * MINUTE)}
            </span>
            <span className="min-w-0 flex-1 basis-52">
              {isOpen ? (
                <Link
                  to={`/events/${event.id}/timetable/${id}`}
                  className="font-semibold wrap-anywhere hover:text-brand hover:underline"
                >
                  {title}
                </Link>
              ) : (
                <span className="font-semibold wrap-anywhere">{title}</span>
              )}
              <span className="block text-sm text-muted">
                {[track, ...speakers].filter(Boolean).join(t("list.separator"))}
              </span>
            </span>
          </CardRow>
        );
      })}
    </CardList>
  );
}
