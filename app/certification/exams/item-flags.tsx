import { TriangleAlert } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { flagsOf, type ItemFigures } from "./item-statistics.ts";

/** What an item's figures say against it, in words. */
export function ItemFlags({ figures }: { figures: ItemFigures }) {
  const { t } = useTranslation("exams");
  const flags = flagsOf(figures);
  if (flags.length === 0) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-1">
      {flags.map((flag) => (
        <Badge key={flag} tone="wait" icon={<TriangleAlert size={12} aria-hidden="true" />}>
          {t(`flag.${flag}`)}
        </Badge>
      ))}
    </span>
  );
}
