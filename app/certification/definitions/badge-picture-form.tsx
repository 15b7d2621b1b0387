import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";

/** Where staff give a version being written a badge picture of its own. */
export function BadgePictureForm({ here, fileId }: { here: string; fileId: string | null }) {
  const { t } = useTranslation("certification");
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-bold">{t("staff.badge")}</h2>
      <p className="text-sm text-muted">{t("staff.badge.hint")}</p>
      {fileId && (
        <img src={`/files/${fileId}`} alt={t("staff.badge.alt")} width={128} height={128} />
      )}
      <Form
        method="post"
        action={`${here}/badge`}
        encType="multipart/form-data"
        className="flex flex-wrap items-center gap-3"
      >
        <input
          type="file"
          name="file"
          required
          accept="image/png,image/jpeg,image/webp"
          aria-label={t("staff.badge")}
          className="max-w-full"
        />
        <Button variant="quiet">{t("staff.badge.upload")}</Button>
      </Form>
      {fileId && (
        <Form method="post" action={`${here}/badge/removal`}>
          <Button variant="bare" size="small">
            {t("staff.badge.remove")}
          </Button>
        </Form>
      )}
    </Card>
  );
}
