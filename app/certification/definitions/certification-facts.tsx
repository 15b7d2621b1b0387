import { useTranslation } from "#app/i18n/use-translation.tsx";
import { RequirementList } from "../requirements/requirement-list.tsx";
import { linesOf, type VersionContent } from "./definitions.ts";

type Facts = Pick<
  VersionContent,
  | "requirements"
  | "perksJa"
  | "perksEn"
  | "termMonths"
  | "graceDays"
  | "renewalExamId"
  | "renewalAnswers"
>;

/** What a certification takes, gives, and how long it holds. */
export function CertificationFacts({ version }: { version: Facts }) {
  const { t, i18n } = useTranslation("certification");
  const perks = linesOf(i18n.language === "en" ? version.perksEn : version.perksJa);
  return (
    <dl className="grid gap-5">
      <div>
        <dt className="mb-1 font-semibold">{t("asks")}</dt>
        <dd>
          <RequirementList requirements={version.requirements} />
        </dd>
      </div>
      {perks.length > 0 && (
        <div>
          <dt className="mb-1 font-semibold">{t("perks")}</dt>
          <dd>
            <ul className="list-disc space-y-1 pl-5">
              {perks.map((perk) => (
                <li key={perk}>{perk}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      <div>
        <dt className="mb-1 font-semibold">{t("term")}</dt>
        <dd>
          {t("term.months", { count: version.termMonths })}
          {version.graceDays > 0 && (
            <span className="text-muted"> {t("term.grace", { days: version.graceDays })}</span>
          )}
        </dd>
      </div>
      <div>
        <dt className="mb-1 font-semibold">{t("renewal")}</dt>
        <dd>
          <ul className="list-disc space-y-1 pl-5">
            {version.renewalExamId !== null && <li>{t("renewal.exam")}</li>}
            {version.renewalAnswers !== null && (
              <li>{t("renewal.answers", { count: version.renewalAnswers })}</li>
            )}
          </ul>
        </dd>
      </div>
    </dl>
  );
}
