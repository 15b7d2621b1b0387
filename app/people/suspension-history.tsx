import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { formatExact, useClock } from "#app/ui/date-time.tsx";
import type { ListedSuspension } from "./suspensions.server.ts";

/** A person's suspensions with their reasons, the one in force first. */
export function SuspensionHistory({ suspensions }: { suspensions: ListedSuspension[] }) {
  const { t, i18n } = useTranslation("staff");
  const { timeZone } = useClock();
  const date = (moment: Date) => formatExact(new Date(moment), i18n.language, timeZone);
  return (
    <CardList label={t("person.history")}>
      {suspensions.map((suspension) => (
        <CardRow key={suspension.id} className={suspension.liftedAt ? "" : "bg-danger-soft"}>
          <p className={suspension.liftedAt ? "" : "font-semibold text-danger"}>
            {t("person.suspendedSince", { date: date(suspension.suspendedAt) })}
          </p>
          <p className="text-sm whitespace-pre-line">
            {t("person.suspendedReason", {
              reason: suspension.reason,
              by: suspension.suspendedBy,
            })}
          </p>
          {suspension.liftedAt && (
            <p className="text-sm text-muted">
              {t("person.history.lifted", {
                by: suspension.liftedBy ?? "",
                date: date(suspension.liftedAt),
              })}
            </p>
          )}
        </CardRow>
      ))}
    </CardList>
  );
}
