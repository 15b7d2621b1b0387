import { OPTION_FIELD } from "./answer-form.ts";
import type { ShownQuestion } from "./attempt-page.server.ts";
import { Written } from "./written.tsx";

/** The options of a question of which one or several are chosen. */
export function ChoiceFields({
  question: { kind, locale, options },
  answer,
  name = OPTION_FIELD,
  disabled,
}: {
  question: ShownQuestion;
  answer: readonly number[] | null;
  /** Several questions on one page need names of their own. */
  name?: string;
  disabled?: boolean;
}) {
  return (
    <div className="grid gap-2">
      {options.map(({ id, html }) => (
        <label
          key={id}
          className="flex min-h-11 items-start gap-3 rounded-card border border-line bg-surface px-3 py-2.5 has-checked:border-brand has-checked:bg-brand-soft"
        >
          <input
            type={kind === "single" ? "radio" : "checkbox"}
            name={name}
            value={id}
            defaultChecked={answer?.includes(id)}
            disabled={disabled}
            className="mt-1.5 size-5 shrink-0 accent-brand"
          />
          <Written html={html} lang={locale} />
        </label>
      ))}
    </div>
  );
}
