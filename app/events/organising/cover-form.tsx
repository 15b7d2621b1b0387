import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";

/** Where an event is given a picture of its own. */
export function CoverForm({ here, fileId }: { here: string; fileId: string | null }) {
  const { t } = useTranslation("organising");
  return (
    <Card className="grid grid-cols-1 gap-3">
      <h3 className="text-lg font-bold">{t("cover.title")}</h3>
      <p className="text-sm text-muted">{t("cover.hint")}</p>
      {fileId && (
        <img
          src={`/files/${fileId}`}
          alt={t("cover.alt")}
          className="aspect-video w-full max-w-sm rounded-card object-cover"
        />
      )}
      <Form
        method="post"
        action={`${here}/cover`}
        encType="multipart/form-data"
        className="flex flex-wrap items-center gap-3"
      >
        <input
          type="file"
          name="file"
          required
          accept="image/png,image/jpeg,image/webp"
          aria-label={t("cover.title")}
          className="max-w-full"
        />
        <Button variant="quiet">{t("cover.upload")}</Button>
      </Form>
      {fileId && (
        <Form method="post" action={`${here}/cover/removal`}>
          <Button variant="bare" size="small">
            {t("cover.remove")}
          </Button>
        </Form>
      )}
    </Card>
  );
}
