import { useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SecurityPart } from "./security-part.tsx";

/** Ten codes, shown this once: to print, to copy, to keep. */
export function RecoveryCodes({ title, codes }: { title: string; codes: string[] }) {
  const { t } = useTranslation("auth");
  const [scripted, setScripted] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    setScripted(true);
    // The form that was sent stood further down; what matters now begins at the top.
    document.getElementById("main")?.focus();
  }, []);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    setCopied(true);
  };
  return (
    <SecurityPart title={title} lead={t("recovery.keep")}>
      <h3 className="font-semibold">{t("recovery.title")}</h3>
      <ul className="my-3 grid gap-x-6 gap-y-1 font-mono tabular-nums sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <p className="mb-4 rounded-card bg-wait-soft px-4 py-2 text-sm">{t("recovery.once")}</p>
      <div className="no-print flex flex-wrap gap-3">
        <ButtonLink to="/settings/security" variant="primary">
          {t("recovery.done")}
        </ButtonLink>
        {scripted && (
          <>
            <Button type="button" onClick={copy}>
              <span aria-live="polite">{copied ? t("recovery.copied") : t("recovery.copy")}</span>
            </Button>
            <Button type="button" onClick={() => window.print()}>
              {t("recovery.print")}
            </Button>
          </>
        )}
      </div>
    </SecurityPart>
  );
}
