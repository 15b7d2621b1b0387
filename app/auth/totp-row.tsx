import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { SecurityRow } from "./security-row.tsx";

/** How the second factor stands, and the step that comes next. */
export function TotpRow({
  state,
  codesLeft,
  isStaff,
}: {
  state: "off" | "pending" | "on";
  codesLeft?: number;
  isStaff: boolean;
}) {
  const { t } = useTranslation("auth");
  const words = {
    off: { tone: isStaff ? "wait" : "neutral", action: t("security.totp.start") },
    pending: { tone: "wait", action: t("security.totp.continue") },
    on: { tone: "good", action: t("security.totp.manage") },
  } as const;
  const { tone, action } = words[state];
  return (
    <SecurityRow
      title={t("security.totp")}
      state={<Badge tone={tone}>{t(`security.totp.${state}`)}</Badge>}
      text={
        codesLeft === undefined ? (
          <>
            <p>{t("security.totp.offText")}</p>
            {isStaff && <p>{t("security.totp.offStaff")}</p>}
          </>
        ) : (
          t("security.totp.codesLeft", { count: codesLeft })
        )
      }
      to="/settings/security/totp"
      action={action}
    />
  );
}
