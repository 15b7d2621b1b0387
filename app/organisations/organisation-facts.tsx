import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Card } from "#app/ui/card.tsx";
import type { Phase } from "#db/vocabulary.ts";
import { ContractPeriod } from "./contract-period.tsx";

export type OrganisationFacts = {
  phase: Phase;
  industry: string;
  region: string;
  /** Only for those who answer for the contract. */
  contract?: { startsOn: string | null; endsOn: string | null };
};

/** What a company's own people read about it. */
export function OrganisationFactsCard({ facts }: { facts: OrganisationFacts }) {
  const { t } = useTranslation(["organisations", "common"]);
  const { phase, industry, region, contract } = facts;
  const rows = [
    {
      name: t("own.phase"),
      value: (
        <>
          <span className="font-semibold">{t(`common:phase.${phase}`)}</span>
          <span className="block text-sm text-muted">{t(`phase.${phase}.hint`)}</span>
        </>
      ),
    },
    ...(contract ? [{ name: t("own.contract"), value: <ContractPeriod {...contract} /> }] : []),
    ...(industry ? [{ name: t("own.industry"), value: industry }] : []),
    ...(region ? [{ name: t("own.region"), value: region }] : []),
  ];
  return (
    <Card>
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-sm font-semibold text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
