import type { InputHTMLAttributes, ReactNode } from "react";
import { controlProps, FieldFrame, type FieldState } from "./fields.tsx";

/** One file to send along. What was chosen has to be chosen again after an error: browsers insist. */
export function FileField({
  field,
  label,
  hint,
  required,
  ...input
}: {
  field: FieldState;
  label: ReactNode;
  hint?: ReactNode;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id" | "type">) {
  return (
    <FieldFrame {...{ field, label, hint, required }}>
      <input
        key={field.key}
        type="file"
        className="max-w-full py-2"
        {...input}
        {...controlProps(field, hint, required)}
      />
    </FieldFrame>
  );
}
