import { useTranslation } from "#app/i18n/use-translation.tsx";
import type { StoredItem } from "./item-reading.server.ts";
import { ItemKey } from "./item-views.tsx";
import { Written } from "./written.tsx";

/** What somebody else saved while a form was open. */
export function StaleItem({ current }: { current: StoredItem }) {
  const { t } = useTranslation("exams");
  return (
    <div role="alert" className="grid gap-3 rounded-card border border-wait bg-wait-soft p-4">
      <p className="font-semibold">{t("item.stale.title")}</p>
      <p>{t(current.retiredAt ? "item.stale.retired" : "item.stale.text")}</p>
      <Written html={current.stemHtml} lang={current.locale} />
      <ItemKey item={current} />
    </div>
  );
}
