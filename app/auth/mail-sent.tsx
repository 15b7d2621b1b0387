import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page } from "#app/ui/page.tsx";

/** Says that a mail is on its way and what to do when it does not arrive. */
export function MailSent({
  text,
  validity,
  again,
}: {
  text: string;
  validity: string;
  again: string;
}) {
  const { t } = useTranslation("auth");
  return (
    <Page title={t("sent.title")} width="narrow">
      <p>{text}</p>
      <p className="mt-1">{validity}</p>
      <Card className="mt-6">
        <h2 className="font-semibold">{t("sent.missing.title")}</h2>
        <ul className="mt-2 list-disc pl-6">
          <li>{t("sent.missing.spam")}</li>
          <li>{t("sent.missing.address")}</li>
        </ul>
        <Link to={again} className="text-link mt-3 inline-block py-1">
          {t("sent.again")}
        </Link>
      </Card>
    </Page>
  );
}
