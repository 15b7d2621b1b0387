import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";

/** What can be done with the newest wording of an item. */
export function ItemActions({ id, code, retired }: { id: number; code: string; retired: boolean }) {
  const { t } = useTranslation("exams");
  const here = `/staff/exam-items/${id}`;
  if (retired) {
    return (
      <Form method="post" action={`${here}/retirement/removal`}>
        <Button>{t("item.restore")}</Button>
      </Form>
    );
  }
  return (
    <>
      <ConfirmDialog
        trigger={t("item.retire")}
        title={t("item.retire.title", { code })}
        variant="danger"
      >
        <Form method="post" action={`${here}/retirement`}>
          <p className="mb-4">{t("item.retire.text")}</p>
          <Button variant="danger">{t("item.retire")}</Button>
        </Form>
      </ConfirmDialog>
      <ButtonLink to={`${here}/edit`} variant="primary">
        {t("item.edit")}
      </ButtonLink>
    </>
  );
}
