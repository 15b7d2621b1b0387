import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button } from "#app/ui/button.tsx";

/** Sets and removes one's picture; forms of their own, so that neither waits for the other. */
export function AvatarForm({ name, fileId }: { name: string; fileId: string | null }) {
  const { t } = useTranslation("settings");
  return (
    <div className="flex flex-col gap-5 sm:flex-row sm:items-start">
      <Avatar name={name} fileId={fileId} size={96} />
      <div className="grid min-w-0 flex-1 gap-3">
        <Form
          method="post"
          action="/settings/profile/avatar"
          encType="multipart/form-data"
          className="grid gap-3"
        >
          <div className="grid gap-1.5">
            <label htmlFor="avatar-file" className="font-semibold">
              {t("avatar.file")}
            </label>
            <p id="avatar-hint" className="text-sm text-muted">
              {t("avatar.hint")}
            </p>
            <input
              id="avatar-file"
              type="file"
              name="file"
              required
              accept="image/png,image/jpeg,image/gif,image/webp"
              aria-describedby="avatar-hint"
              className="control w-full text-sm file:mr-3 file:rounded-card file:border-0 file:bg-sunken file:px-3 file:py-1.5 file:font-semibold file:text-ink"
            />
          </div>
          <div>
            <Button>{t("avatar.upload")}</Button>
          </div>
        </Form>
        {fileId ? (
          <Form method="post" action="/settings/profile/avatar/removal">
            <Button variant="bare" size="small">
              {t("avatar.remove")}
            </Button>
          </Form>
        ) : (
          <p className="text-sm text-muted">{t("avatar.initials")}</p>
        )}
      </div>
    </div>
  );
}
