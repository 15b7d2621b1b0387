import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Section } from "#app/ui/page.tsx";
import type { CredentialPageData } from "./credential-page.server.ts";

/** How somebody who trusts nobody checks a credential. */
export function CredentialVerifying({ page }: { page: CredentialPageData }) {
  const { t } = useTranslation("credentials");
  const sources = [
    { label: t("verify.issuer"), address: page.issuer },
    { label: t("verify.keys"), address: page.keys },
    { label: t("verify.statusList"), address: page.statusList },
    { label: t("verify.revocations"), address: page.revocationList },
  ];
  return (
    <Section title={t("verify.title")}>
      <ol className="list-decimal space-y-2 pl-5">
        <li>{t("verify.page")}</li>
        <li>{t("verify.file")}</li>
        <li>{t("verify.lists")}</li>
        <li>{t("verify.email")}</li>
      </ol>
      <ul className="mt-3 text-sm">
        {sources.map(({ label, address }) => (
          <li key={address}>
            <a href={address} className="text-link inline-block py-1 break-all">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
