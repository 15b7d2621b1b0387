import { Form, Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { PHASES, TIERS } from "#db/vocabulary.ts";
import type { InviteeChoice } from "./invitations.ts";
import { PersonSearch } from "./person-search.tsx";

const FEW = 50;

type Company = { id: number; name: string };

/** Which companies' people are invited: named ones, or all of some tiers and phases. */
export function CompanyChoice({
  choice,
  chosen,
  word,
  found,
  here,
}: {
  choice: InviteeChoice;
  chosen: Company[];
  /** What was typed to find companies, and what was found. */
  word: string;
  found: Company[];
  here: string;
}) {
  const { t } = useTranslation(["organising", "common"]);
  // So many boxes would make an address longer than servers take.
  const isMany = chosen.length > FEW;
  const box = (name: string, value: string | number, label: string, isChosen: boolean) => (
    <label key={value} className="flex min-h-11 items-center gap-2">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isChosen}
        className="size-5 shrink-0 accent-brand"
      />
      <span>{label}</span>
    </label>
  );
  return (
    <Form action={here} className="card mb-5 grid gap-4 p-4 sm:p-5">
      <input type="hidden" name="by" value="companies" />
      <PersonSearch label={t("invitations.organisation")} name="organisation" q={word} />
      {word !== "" && found.length === 0 && <p>{t("invitations.search.none")}</p>}
      {isMany && (
        <p>
          <input type="hidden" name="organisations" value={chosen.map(({ id }) => id).join(".")} />
          {t("invitations.organisations.many", { companies: chosen.length })}{" "}
          <Link to={`${here}?by=companies`} className="text-link inline-block py-2">
            {t("common:list.clear")}
          </Link>
        </p>
      )}
      {(isMany ? 0 : chosen.length) + found.length > 0 && (
        <fieldset key={`${word} ${chosen.map(({ id }) => id)}`}>
          <legend className="font-semibold">
            {t(found.length > 0 ? "invitations.organisations.found" : "invitations.organisations")}
          </legend>
          {found.length > 0 && (
            <p className="text-sm text-muted">{t("invitations.organisations.hint")}</p>
          )}
          <div className="grid max-h-72 gap-x-6 overflow-y-auto sm:grid-cols-2">
            {!isMany && chosen.map(({ id, name }) => box("organisations", id, name, true))}
            {found.map(({ id, name }) => box("organisations", id, name, false))}
          </div>
        </fieldset>
      )}
      <div className="flex flex-wrap gap-x-10 gap-y-2">
        <fieldset>
          <legend className="font-semibold">{t("invitations.tier")}</legend>
          <div className="flex flex-wrap gap-x-5">
            {TIERS.map((tier) =>
              box("tier", tier, t(`common:tier.${tier}`), choice.tiers.includes(tier)),
            )}
          </div>
        </fieldset>
        <fieldset>
          <legend className="font-semibold">{t("invitations.phase")}</legend>
          <div className="flex flex-wrap gap-x-5">
            {PHASES.map((phase) =>
              box("phase", phase, t(`common:phase.${phase}`), choice.phases.includes(phase)),
            )}
          </div>
        </fieldset>
      </div>
      <p className="text-sm text-muted">{t("invitations.companies.hint")}</p>
      <div>
        <Button>{t("invitations.show")}</Button>
      </div>
    </Form>
  );
}
