import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { GuestDeed } from "./guest-list.server.ts";

/** What became of a registration and by whom, the first deed first. */
export function GuestHistory({ history }: { history: GuestDeed[] }) {
  const { t } = useTranslation("organising");
  if (history.length === 0) return <p className="text-muted">{t("guests.history.none")}</p>;
  return (
    <Timeline>
      {history.map(({ id, kind, actorName, at }) => (
        <Timeline.Entry key={id} time={<DateTime value={at} style="exact" />}>
          {t(`guests.history.${kind}`, { name: actorName ?? t("guests.history.byTime") })}
        </Timeline.Entry>
      ))}
    </Timeline>
  );
}
