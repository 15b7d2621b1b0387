import type { Area } from "#app/areas/areas.ts";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { ExamDifference } from "./exam-conflict.ts";
import type { BankState } from "./exams.ts";

/** Says when the bank is too small for an exam, thin, or uneven. */
export function BankWarning({
  itemCount,
  bank: { available, state, shortAreaIds },
  areas,
}: {
  itemCount: number;
  bank: BankState;
  /** To name the short ones. */
  areas: Area[];
}) {
  const { t, i18n } = useTranslation("exams");
  if (state === "enough" && shortAreaIds.length === 0) return null;
  const short = shortAreaIds.flatMap((id) => areas.find((area) => area.id === id) ?? []);
  return (
    <div className="mb-6 grid gap-1 rounded-card border border-wait bg-wait-soft p-4">
      {state !== "enough" && (
        <p className={state === "too-small" ? "font-semibold" : undefined}>
          {t(`exams.warn.${state}`, { available, items: itemCount, twice: 2 * itemCount })}
        </p>
      )}
      {short.length > 0 && (
        <p>
          {t("exams.warn.short", {
            areas: short.map((area) => areaName(area, i18n.language)).join(" ・ "),
          })}
        </p>
      )}
    </div>
  );
}

/** What somebody else saved while an exam's form was open. */
export function StaleExam({
  differences,
  areas,
}: {
  differences: ExamDifference[];
  areas: Area[];
}) {
  const { t, i18n } = useTranslation("exams");
  const { t: common } = useTranslation();
  const inWords = ({ field }: ExamDifference, value: string | number | number[]) => {
    if (field === "locale") return common(`locale.${value}` as "locale.ja");
    if (!Array.isArray(value)) return value;
    if (value.length === 0) return t("exam.areas.all");
    const chosen = value.flatMap((id) => areas.find((area) => area.id === id) ?? []);
    return chosen.map((area) => areaName(area, i18n.language)).join(" ・ ");
  };
  return (
    <div role="alert" className="grid gap-3 rounded-card border border-wait bg-wait-soft p-4">
      <p className="font-semibold">{t("exams.stale.title")}</p>
      {differences.length === 0 ? (
        <p>{t("exams.stale.same")}</p>
      ) : (
        <>
          <p>{t("exams.stale.text")}</p>
          <DataTable
            caption={t("exams.stale.title")}
            rows={differences.map((difference) => ({ id: difference.field, ...difference }))}
            columns={[
              {
                key: "field",
                label: t("exams.stale.field"),
                cell: ({ field }) => t(`exams.field.${field}`),
              },
              {
                key: "theirs",
                label: t("exams.stale.theirs"),
                cell: (difference) => inWords(difference, difference.theirs),
              },
              {
                key: "yours",
                label: t("exams.stale.yours"),
                cell: (difference) => inWords(difference, difference.yours),
              },
            ]}
          />
        </>
      )}
    </div>
  );
}
