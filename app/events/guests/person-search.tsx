import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";

/** A field for part of a name, with its button; `button` replaces it where the form does more. */
export function PersonSearch({
  label,
  name = "q",
  q,
  button,
}: {
  label: string;
  name?: string;
  q: string;
  button?: ReactNode;
}) {
  const { t } = useTranslation("organising");
  return (
    <div className="flex items-end gap-2">
      <label className="grid min-w-0 flex-1 gap-1">
        <span className="text-sm font-semibold">{label}</span>
        <input
          key={q}
          type="search"
          name={name}
          defaultValue={q}
          maxLength={100}
          className="control w-full"
        />
      </label>
      {button ?? <Button>{t("invitations.search.submit")}</Button>}
    </div>
  );
}
