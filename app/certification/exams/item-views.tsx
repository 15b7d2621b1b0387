import { Check } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import type { ShownQuestion } from "./attempt-page.server.ts";
import { ChoiceFields } from "./choice-fields.tsx";
import type { StoredItem } from "./item-reading.server.ts";
import { OrderFields } from "./order-fields.tsx";
import { Written } from "./written.tsx";

/** A question as those who sit an exam see it, with fields that take nothing. */
export function QuestionPreview({ id, question }: { id: number; question: ShownQuestion }) {
  const { t } = useTranslation("exams");
  const stem = `stem-${id}`;
  return (
    <div className="grid gap-4">
      <Written html={question.stemHtml} lang={question.locale} id={stem} />
      <fieldset aria-describedby={stem} disabled>
        <legend className="mb-2 text-sm font-semibold">{t(`instruction.${question.kind}`)}</legend>
        {question.kind === "order" ? (
          <OrderFields question={question} answer={null} disabled />
        ) : (
          <ChoiceFields question={question} answer={null} name={`preview-${id}`} disabled />
        )}
      </fieldset>
    </div>
  );
}

/** The right answer of an item and why it is right; for staff. */
export function ItemKey({ item: { kind, locale, options, explanation } }: { item: StoredItem }) {
  const { t } = useTranslation("exams");
  const isOrder = kind === "order";
  const List = isOrder ? "ol" : "ul";
  const right = options.filter(({ isCorrect }) => isOrder || isCorrect);
  return (
    <div className="grid gap-4">
      <div>
        <p className="mb-1 text-sm font-semibold">
          {t(isOrder ? "item.key.order" : "item.key.right")}
        </p>
        <List className={isOrder ? "grid list-decimal gap-1 pl-6" : "grid gap-1"}>
          {right.map(({ id, html }) => (
            <li key={id} className={isOrder ? undefined : "flex gap-2"}>
              {!isOrder && (
                <Check size={18} aria-hidden="true" className="mt-1.5 shrink-0 text-good" />
              )}
              <Written html={html} lang={locale} />
            </li>
          ))}
        </List>
      </div>
      <div>
        <p className="mb-1 text-sm font-semibold">{t("item.explanation")}</p>
        {explanation === "" ? (
          <p className="text-muted">{t("item.explanation.none")}</p>
        ) : (
          <p className="max-w-prose whitespace-pre-line" lang={locale}>
            {explanation}
          </p>
        )}
      </div>
    </div>
  );
}
