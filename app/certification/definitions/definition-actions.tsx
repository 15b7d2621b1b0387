import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import type { CertificationState, PublishRefusal } from "./definitions.ts";

type Writing = { number: number; revision: number; bars: PublishRefusal[] };

/** What staff can do with a certification: write, publish, retire. */
export function DefinitionActions({
  here,
  state,
  writing,
}: {
  here: string;
  state: CertificationState;
  writing: Writing | null;
}) {
  const { t } = useTranslation("certification");
  return (
    <Card className="mb-6 grid gap-3">
      {writing && (
        <>
          <p className="font-semibold">{t("staff.version.writing", { number: writing.number })}</p>
          {writing.bars.length > 0 && (
            <div>
              <p>{t("staff.bars")}</p>
              <ul className="list-disc pl-5">
                {writing.bars.map((bar) => (
                  <li key={bar}>{t(`staff.bar.${bar}`)}</li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
      <div className="flex flex-wrap items-start gap-3">
        {writing ? (
          <>
            <ButtonLink to={`${here}/edit`}>{t("staff.edit")}</ButtonLink>
            {writing.bars.length === 0 && (
              <ConfirmDialog trigger={t("staff.publish")} title={t("staff.publish")}>
                <Form method="post" action={`${here}/publication`}>
                  <input type="hidden" name="revision" value={writing.revision} />
                  <p className="mb-4">{t("staff.publish.text")}</p>
                  <Button variant="primary">{t("staff.publish")}</Button>
                </Form>
              </ConfirmDialog>
            )}
            <ConfirmDialog trigger={t("staff.discard")} title={t("staff.discard")} variant="bare">
              <Form method="post" action={`${here}/version/removal`}>
                <p className="mb-4">{t("staff.discard.text")}</p>
                <Button variant="danger">{t("staff.discard")}</Button>
              </Form>
            </ConfirmDialog>
          </>
        ) : (
          <Form method="post" action={`${here}/version`}>
            <Button variant="quiet">{t("staff.edit.start")}</Button>
          </Form>
        )}
        {state === "active" && (
          <ConfirmDialog trigger={t("staff.retire")} title={t("staff.retire")} variant="bare">
            <Form method="post" action={`${here}/retirement`}>
              <p className="mb-4">{t("staff.retire.text")}</p>
              <Button variant="danger">{t("staff.retire")}</Button>
            </Form>
          </ConfirmDialog>
        )}
        {state === "retired" && (
          <Form method="post" action={`${here}/retirement/removal`}>
            <Button variant="quiet">{t("staff.reopen")}</Button>
          </Form>
        )}
      </div>
    </Card>
  );
}
