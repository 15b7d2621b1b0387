import { useTranslation } from "#app/i18n/use-translation.tsx";
import { formatExact, useClock } from "#app/ui/date-time.tsx";
import { formatDay } from "#app/ui/day.tsx";
import type { OrganisationFields } from "./organisations.ts";

/** What a form and the stored organisation disagree about, and who stored it. */
export type Conflict = {
  version: string;
  savedAt: string;
  savedBy: string | null;
  differences: {
    field: keyof OrganisationFields;
    theirs: string | string[] | null;
    yours: string | string[] | null;
  }[];
};

/** Both versions side by side, so that nothing of either is lost unseen. */
export function StaleNotice({ conflict }: { conflict: Conflict }) {
  const { t, i18n } = useTranslation("staff");
  const { timeZone } = useClock();
  const date = formatExact(new Date(conflict.savedAt), i18n.language, timeZone);
  return (
    <div role="alert" className="rounded-card border border-wait bg-wait-soft p-4">
      <p className="font-semibold">{t("stale.title")}</p>
      {conflict.savedBy && (
        <p className="text-sm">{t("stale.by", { name: conflict.savedBy, date })}</p>
      )}
      <p className="mt-1 max-w-prose">{t("stale.text")}</p>
      {conflict.differences.length === 0 ? (
        <p className="mt-2">{t("stale.same")}</p>
      ) : (
        <div className="mt-3 overflow-x-auto">
          <table className="w-full text-sm">
            <thead className="text-left">
              <tr>
                <th scope="col" className="py-1 pr-4">
                  {t("stale.field")}
                </th>
                <th scope="col" className="py-1 pr-4">
                  {t("stale.theirs")}
                </th>
                <th scope="col" className="py-1">
                  {t("stale.yours")}
                </th>
              </tr>
            </thead>
            <tbody className="align-top">
              {conflict.differences.map(({ field, theirs, yours }) => (
                <tr key={field}>
                  <th scope="row" className="py-1 pr-4 text-left font-normal whitespace-nowrap">
                    {t(`field.${field}`)}
                  </th>
                  <td className="py-1 pr-4">
                    <Value field={field} value={theirs} />
                  </td>
                  <td className="py-1">
                    <Value field={field} value={yours} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Value({
  field,
  value,
}: {
  field: keyof OrganisationFields;
  value: string | string[] | null;
}) {
  const { t, i18n } = useTranslation(["staff", "common"]);
  const { t: common } = useTranslation();
  if (!value || value.length === 0) return <span>{t("stale.none")}</span>;
  if (Array.isArray(value)) return <span className="whitespace-pre-line">{value.join("\n")}</span>;
  if (field === "tier") return <>{common(`tier.${value}` as "tier.S")}</>;
  if (field === "phase") return <>{common(`phase.${value}` as "phase.trial")}</>;
  if (field === "contractStartsOn" || field === "contractEndsOn") {
    return <>{formatDay(value, i18n.language)}</>;
  }
  return <>{value}</>;
}
