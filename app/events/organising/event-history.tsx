import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DateTime, formatExact, useClock } from "#app/ui/date-time.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { EventHistoryKind } from "#db/vocabulary.ts";

type Entry = {
  id: number;
  kind: EventHistoryKind;
  actorName: string | null;
  detail: Record<string, string | number>;
  at: string | Date;
};

const PARTS = ["timetable", "tickets", "questions"] as const;

/** Who did what with an event, the latest first. */
export function EventHistory({ entries }: { entries: Entry[] }) {
  const { t, i18n } = useTranslation("organising");
  const { timeZone } = useClock();
  const when = (value: string | number | undefined) =>
    typeof value === "string" && !Number.isNaN(Date.parse(value))
      ? formatExact(new Date(value), i18n.language, timeZone)
      : "";
  const words = ({ kind, detail }: Entry): string => {
    if (kind === "edited") {
      const part = PARTS.find((known) => known === detail.what);
      return t(part ? `history.edited.${part}` : "history.edited");
    }
    if (kind === "moved") {
      return t("history.moved", { from: when(detail.from), to: when(detail.to) });
    }
    if (kind === "scheduled") return t("history.scheduled", { at: when(detail.at) });
    if (kind === "organiser-added" || kind === "organiser-removed") {
      return t(`history.${kind}`, { name: String(detail.name ?? "") });
    }
    if (kind === "copied") return t("history.copied", { title: String(detail.title ?? "") });
    return t(`history.${kind}`);
  };
  return (
    <Timeline>
      {entries.map((entry) => (
        <Timeline.Entry key={entry.id} time={<DateTime value={entry.at} style="exact" />}>
          {words(entry)}
          <span className="text-muted"> ・ {entry.actorName ?? t("history.byTime")}</span>
        </Timeline.Entry>
      ))}
    </Timeline>
  );
}
