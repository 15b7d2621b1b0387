import { type FieldState, TextField } from "#app/ui/fields.tsx";

/** A code of the authenticator app, or a recovery code, in wide figures that are easy to check. */
export function CodeField({
  field,
  label,
  hint,
  kind,
}: {
  field: FieldState;
  label: string;
  hint?: string;
  kind: "totp" | "recovery";
}) {
  const totp = kind === "totp";
  return (
    <TextField
      field={field}
      label={label}
      hint={hint}
      required
      autoComplete={totp ? "one-time-code" : "off"}
      inputMode={totp ? "numeric" : "text"}
      autoCapitalize={totp ? "none" : "characters"}
      spellCheck={false}
      maxLength={totp ? 12 : 40}
      placeholder={totp ? "123456" : "ABCD-EFGH-JKMN-PQRS"}
    />
  );
}
