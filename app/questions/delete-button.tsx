import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";

/** Deletes a post after asking; `question` says what happens and that it can be undone. */
export function DeleteButton({ action, question }: { action: string; question: string }) {
  const { t } = useTranslation("questions");
  return (
    <ConfirmDialog trigger={t("page.delete")} title={question} variant="bare">
      <Form method="post" action={action} className="flex justify-end">
        <Button variant="danger">{t("delete.submit")}</Button>
      </Form>
    </ConfirmDialog>
  );
}
