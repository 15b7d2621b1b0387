import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";

/** The certification of an answer's author when they answered. */
export type AnswerMark = {
  level: number;
  nameJa: string;
  nameEn: string;
  /** The credential has ended since. */
  isOver: boolean;
};

/** Shows by which certification somebody answered, and whether that was then only. */
export function AnswerMarkBadge({ mark }: { mark: AnswerMark }) {
  const { t, i18n } = useTranslation("questions");
  const name = i18n.language === "en" ? mark.nameEn : mark.nameJa;
  const { level, isOver } = mark;
  return (
    <span className="inline-flex items-center gap-1 text-xs font-semibold text-gold">
      <CertificationMark
        level={level}
        label={t(isOver ? "page.mark.then" : "page.mark", { name, level })}
        size={18}
        former={isOver}
      />
      <span aria-hidden="true">
        {name}
        {isOver && ` ${t("page.mark.thenShort")}`}
      </span>
    </span>
  );
}
