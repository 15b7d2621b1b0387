import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { formatDate, useClock } from "#app/ui/date-time.tsx";

/** Where staff say that a member helps other customers, and take that back. */
export function HelperMarkForm({
  handle,
  mark,
}: {
  handle: string;
  mark: { markedAt: Date | string; markedBy: string } | null;
}) {
  const { t, i18n } = useTranslation("routing");
  const { timeZone } = useClock();
  const action = `/staff/people/${handle}/helper-mark`;
  return (
    <Card className="mt-4">
      <h3 className="font-semibold">{t("mark.title")}</h3>
      <p className="mb-2 text-sm text-muted">
        {mark
          ? t("mark.since", {
              name: mark.markedBy,
              date: formatDate(new Date(mark.markedAt), i18n.language, timeZone),
            })
          : t("mark.text")}
      </p>
      {mark ? (
        <ConfirmDialog trigger={t("mark.remove")} title={t("mark.remove")}>
          <Form method="post" action={`${action}/removal`}>
            <p className="mb-4">{t("mark.removeText")}</p>
            <Button variant="primary">{t("mark.remove")}</Button>
          </Form>
        </ConfirmDialog>
      ) : (
        <Form method="post" action={action}>
          <Button variant="quiet" size="small">
            {t("mark.add")}
          </Button>
        </Form>
      )}
    </Card>
  );
}
