import { useTranslation } from "#app/i18n/use-translation.tsx";
import { formatDay } from "#app/ui/day.tsx";

/** The dates of a contract in words, either of which may be unknown. */
export function ContractPeriod({
  startsOn,
  endsOn,
}: {
  startsOn: string | null;
  endsOn: string | null;
}) {
  const { t, i18n } = useTranslation("organisations");
  const from = startsOn ? formatDay(startsOn, i18n.language) : "";
  const to = endsOn ? formatDay(endsOn, i18n.language) : "";
  if (from && to) return <>{t("own.contract.span", { from, to })}</>;
  if (from) return <>{t("own.contract.from", { from })}</>;
  if (to) return <>{t("own.contract.until", { to })}</>;
  return <span className="text-muted">{t("own.contract.none")}</span>;
}
