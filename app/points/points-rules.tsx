import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Card } from "#app/ui/card.tsx";
import { DAILY_CAP, POINTS } from "./points.ts";

/** A person's total and how it comes about. */
export function PointsRules({ total }: { total: number }) {
  const { t } = useTranslation("points");
  const values = { accepted: POINTS["accepted-answer"], helpful: POINTS["helpful-vote"] };
  return (
    <Card className="mb-6 grid gap-4">
      <dl>
        <dt className="text-sm font-semibold text-muted">{t("total")}</dt>
        <dd className="text-2xl font-bold tabular-nums">{t("points", { count: total })}</dd>
      </dl>
      <details>
        <summary className="cursor-pointer font-semibold">{t("rules.title")}</summary>
        <ul className="mt-2 grid max-w-prose list-disc gap-1 pl-5 text-sm">
          <li>{t("rules.purpose")}</li>
          <li>{t("rules.values", values)}</li>
          <li>{t("rules.cap", { cap: DAILY_CAP })}</li>
          <li>{t("rules.organisation")}</li>
          <li>{t("rules.back")}</li>
        </ul>
      </details>
    </Card>
  );
}
