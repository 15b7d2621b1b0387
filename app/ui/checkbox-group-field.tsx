import { type Choice, FieldError, type FieldState } from "./fields.tsx";

/** Any number of a few choices; each that is checked sends the field's name with its value. */
export function CheckboxGroupField({
  field,
  label,
  hint,
  choices,
}: {
  field: FieldState;
  label: string;
  hint?: string;
  choices: Choice[];
}) {
  const chosen = new Set([field.initialValue].flat().map(String));
  return (
    <fieldset aria-describedby={field.errors?.length ? field.errorId : undefined}>
      <legend id={field.id} className="font-semibold">
        {label}
      </legend>
      {hint && <p className="mt-1 text-sm text-muted">{hint}</p>}
      <div className="mt-1 grid gap-x-6 sm:grid-cols-2">
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name={field.name}
              value={choice.value}
              defaultChecked={chosen.has(choice.value)}
              className="size-5 shrink-0 accent-brand"
            />
            <span>
              {choice.label}
              {choice.hint && <span className="block text-sm text-muted">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError field={field} />
    </fieldset>
  );
}
