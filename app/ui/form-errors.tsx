import { useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";

type FormState = { errors?: string[]; allErrors: Record<string, string[]> };

/**
 * Errors of a form, gathered at its top with links to the fields; takes the focus when it appears,
 * so that nobody has to look for what went wrong.
 */
export function FormErrors({
  form,
  fields,
  labels,
}: {
  form: FormState;
  fields: Record<string, { id: string }>;
  labels: Record<string, string>;
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const wrong = Object.entries(form.allErrors).filter(([name]) => name !== "");
  const count = wrong.length + (form.errors?.length ?? 0);
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-card border border-danger bg-danger-soft p-4"
    >
      <p className="font-semibold">{t("form.errorsTitle")}</p>
      <ul className="mt-1 list-disc pl-6">
        {form.errors?.map((error) => (
          <li key={error}>{error}</li>
        ))}
        {wrong.map(([name, errors]) => (
          <li key={name}>
            <a className="underline" href={`#${fields[name]?.id ?? ""}`}>
              {labels[name] ?? name}
            </a>
            {": "}
            {errors.join(" ")}
          </li>
        ))}
      </ul>
    </div>
  );
}
