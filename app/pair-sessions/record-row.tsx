import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";

type Listed = {
  id: number;
  startsAt: string | Date;
  guestName: string;
  hostName: string;
  nextStep: string;
};

/** The record of a session that a colleague had, as their lead finds it. */
export function RecordRow({ record }: { record: Listed }) {
  const { t } = useTranslation("pair-sessions");
  const { id, startsAt, guestName, hostName, nextStep } = record;
  return (
    <CardRow className="grid gap-1">
      <div className="text-sm text-muted">
        <DateTime value={startsAt} style="date" />
      </div>
      <Link
        to={`/pair-sessions/${id}`}
        className="inline-flex min-h-11 items-center text-link md:min-h-0"
      >
        {t("list.records.row", { guest: guestName, host: hostName })}
      </Link>
      {nextStep && (
        <p className="line-clamp-2 text-sm wrap-anywhere">
          {t("list.records.next", { text: nextStep })}
        </p>
      )}
    </CardRow>
  );
}
