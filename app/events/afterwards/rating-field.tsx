import { useTranslation } from "#app/i18n/use-translation.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { type Choice, FieldError, type FieldState } from "#app/ui/fields.tsx";

/** A choice on a scale; `isCompact` sets numbers side by side, as many as the screen holds. */
export function RatingField({
  field,
  label,
  hint,
  required,
  isCompact,
  choices,
}: {
  field: FieldState;
  label: string;
  hint?: string;
  required?: boolean;
  isCompact?: boolean;
  choices: Choice[];
}) {
  const { t } = useTranslation();
  const described = [hint && field.descriptionId, field.errors?.length && field.errorId];
  return (
    <fieldset aria-describedby={described.filter(Boolean).join(" ") || undefined}>
      <legend id={field.id} className="mb-1 font-semibold">
        {label}
        <span className={classNames("ml-2 text-xs", required ? "text-danger" : "text-muted")}>
          {t(required ? "form.required" : "form.optional")}
        </span>
      </legend>
      {hint && (
        <p id={field.descriptionId} className="mb-2 text-sm text-muted">
          {hint}
        </p>
      )}
      <div className={isCompact ? "flex flex-wrap gap-1" : "grid gap-1"}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={classNames(
              "flex min-h-11 items-center gap-2 rounded-card border border-line px-3",
              "has-checked:border-brand has-checked:bg-brand-soft",
              isCompact && "min-w-11 justify-center tabular-nums",
            )}
          >
            <input
              type="radio"
              name={field.name}
              value={choice.value}
              defaultChecked={field.initialValue === choice.value}
              required={required}
              className="size-5 shrink-0 accent-brand"
            />
            {choice.label}
          </label>
        ))}
      </div>
      <FieldError field={field} />
    </fieldset>
  );
}
