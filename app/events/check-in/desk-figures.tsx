import { useTranslation } from "#app/i18n/use-translation.tsx";
import type { Figures } from "./desk-list.ts";

/** How many are here, of how many; legible at arm's length. */
export function DeskFigures({ figures }: { figures: Figures }) {
  const { t } = useTranslation("check-in");
  return (
    <section aria-label={t("figures.label")} className="card mb-4 px-4 py-3">
      <dl className="flex flex-wrap items-end gap-x-6 gap-y-1">
        <div>
          <dt className="text-sm text-muted">{t("figures.came")}</dt>
          <dd className="text-2xl font-bold tabular-nums">
            {t("figures.people", { count: figures.came })}
          </dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{t("figures.confirmed")}</dt>
          <dd className="text-2xl font-bold tabular-nums text-muted">
            {t("figures.people", { count: figures.confirmed })}
          </dd>
        </div>
        {figures.walkIns > 0 && (
          <div>
            <dt className="sr-only">{t("row.walkIn")}</dt>
            <dd className="pb-1 text-sm text-muted">
              {t("figures.walkIns", { count: figures.walkIns })}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
