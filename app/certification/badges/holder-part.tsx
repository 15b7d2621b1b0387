import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, buttonLook } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import type { CredentialPageData } from "./credential-page.server.ts";

/** What only the holder can do with the page. */
export function HolderPart({ page }: { page: CredentialPageData }) {
  const { t } = useTranslation("credentials");
  const hiding = `/credentials/${page.publicId}/hiding`;
  return (
    <section aria-labelledby="holder-part" className="no-print mb-8">
      <Card>
        <h2 id="holder-part" className="mb-3 text-lg font-bold">
          {t("holder.title")}
        </h2>
        {page.linkedIn && (
          <p className="mb-3">
            <a
              href={page.linkedIn}
              target="_blank"
              rel="noopener noreferrer"
              className={buttonLook("primary")}
            >
              {t("share.linkedin")}
            </a>
          </p>
        )}
        <Form
          method="post"
          action={page.isHidden ? `${hiding}/removal` : hiding}
          preventScrollReset
        >
          <Button size="small">{t(page.isHidden ? "holder.show" : "holder.hide")}</Button>
        </Form>
        {!page.isHidden && <p className="mt-2 text-sm text-muted">{t("holder.hide.text")}</p>}
      </Card>
    </section>
  );
}
