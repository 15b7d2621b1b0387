import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { controlProps, FieldFrame, type FieldState } from "#app/ui/fields.tsx";

/**
 * A password with a box that shows it (WCAG 2.2, 3.3.8: pasting and password managers work). The
 * value is never sent back, so there is no initial one.
 */
export function PasswordField({
  field,
  label,
  hint,
  autoComplete,
}: {
  field: FieldState;
  label: string;
  hint?: ReactNode;
  autoComplete: "current-password" | "new-password";
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return (
    <FieldFrame field={field} label={label} hint={hint} required>
      <input
        key={field.key}
        type={shown ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={400}
        className="control w-full"
        {...controlProps(field, hint, true)}
      />
      {scripted && (
        <label className="inline-flex min-h-11 items-center gap-2 justify-self-start text-sm">
          <input
            type="checkbox"
            checked={shown}
            onChange={(event) => setShown(event.target.checked)}
            className="size-5 accent-brand"
          />
          {t("form.showPassword")}
        </label>
      )}
    </FieldFrame>
  );
}
