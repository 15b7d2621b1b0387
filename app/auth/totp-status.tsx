import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { SecurityPart } from "./security-part.tsx";

/** A second factor in use: since when, how many recovery codes are left, what can be done. */
export function TotpStatus({
  enrolment,
}: {
  enrolment: { confirmedAt: Date; recoveryCodesLeft: number };
}) {
  const { t } = useTranslation("auth");
  return (
    <SecurityPart title={t("security.totp")} lead={t("totp.on.lead")}>
      <p>
        {t("totp.on.since")}: <DateTime value={enrolment.confirmedAt} style="exact" />
      </p>
      <p>{t("security.totp.codesLeft", { count: enrolment.recoveryCodesLeft })}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink to="/settings/security/recovery-codes">{t("totp.on.renew")}</ButtonLink>
        <ButtonLink to="/settings/security/totp/removal" variant="danger">
          {t("totp.on.disable")}
        </ButtonLink>
      </div>
    </SecurityPart>
  );
}
