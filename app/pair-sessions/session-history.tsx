import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DateTime, useClock } from "#app/ui/date-time.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { formatTime, formatWeekday } from "#app/ui/zoned-span.tsx";
import type { PairSessionEvent } from "#db/vocabulary.ts";

type Entry = {
  id: number;
  event: PairSessionEvent;
  actorName: string;
  detail: Record<string, string>;
  at: string | Date;
};

/** Who did what with a session, the first deed first. */
export function SessionHistory({ entries }: { entries: Entry[] }) {
  const { t, i18n } = useTranslation("pair-sessions");
  const { timeZone } = useClock();
  const when = (text?: string) => {
    if (!text) return "";
    const moment = new Date(text);
    const day = formatWeekday(moment, i18n.language, timeZone);
    return `${day} ${formatTime(moment, i18n.language, timeZone)}`;
  };
  return (
    <Timeline>
      {entries.map(({ id, event, actorName, detail, at }) => (
        <Timeline.Entry key={id} time={<DateTime value={at} style="exact" />}>
          {t(`session.history.${event}`, {
            name: actorName,
            from: when(detail.from),
            to: when(detail.to),
          })}
        </Timeline.Entry>
      ))}
    </Timeline>
  );
}
