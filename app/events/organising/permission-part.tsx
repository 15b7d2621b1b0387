import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Section } from "#app/ui/page.tsx";

/** Where staff lets a supporter organise events, or takes that back. */
export function OrganisingPermission({
  handle,
  grantedAt,
  isSupporter,
}: {
  handle: string;
  grantedAt: string | Date | null;
  isSupporter: boolean;
}) {
  const { t } = useTranslation("organising");
  const action = `/staff/people/${handle}/organising`;
  return (
    <Section title={t("permission.title")}>
      <p className="mb-3 max-w-prose text-sm text-muted">{t("permission.lead")}</p>
      {grantedAt ? (
        <Form
          method="post"
          action={`${action}/removal`}
          className="flex flex-wrap items-center gap-3"
        >
          <span>
            {t("permission.since")} <DateTime value={grantedAt} style="date" />
            {!isSupporter && <span className="ml-2 text-muted">{t("permission.rests")}</span>}
          </span>
          <Button variant="bare" size="small">
            {t("permission.withdraw")}
          </Button>
        </Form>
      ) : (
        <Form method="post" action={action}>
          <Button variant="quiet">{t("permission.grant")}</Button>
        </Form>
      )}
    </Section>
  );
}
