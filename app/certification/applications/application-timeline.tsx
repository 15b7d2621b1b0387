import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Section } from "#app/ui/page.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { ApplicationEvent } from "#db/vocabulary.ts";

type Event = {
  id: number;
  event: ApplicationEvent;
  note: string;
  at: Date | string;
  actorName: string | null;
};

/** What happened to an application so far. */
export function ApplicationTimeline({ history }: { history: Event[] }) {
  const { t } = useTranslation("certification");
  return (
    <Section title={t("application.history")}>
      <Timeline>
        {history.map(({ id, event, note, at, actorName }) => (
          <Timeline.Entry key={id} time={<DateTime value={at} style="exact" />}>
            <p>
              {t(`event.${event}`)}
              {actorName && (
                <span className="ml-2 text-sm text-muted">
                  {t("event.by", { name: actorName })}
                </span>
              )}
            </p>
            {note && <p className="mt-1 whitespace-pre-line text-sm">{note}</p>}
          </Timeline.Entry>
        ))}
      </Timeline>
    </Section>
  );
}
