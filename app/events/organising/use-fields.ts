import { type SubmissionResult, useForm } from "@conform-to/react";
import type { FieldState } from "#app/ui/fields.tsx";

/** Values of a form by the names of its fields; boxes of a group hold a list. */
export type FormValues = Record<string, string | string[]>;

/** A form whose fields are found by name; what was refused comes back filled in. */
export function useFields(
  values: FormValues,
  lastResult: SubmissionResult<string[]> | null | undefined,
  id?: string,
) {
  const [form, fields] = useForm<Record<string, string>>({
    id,
    lastResult,
    // Boxes of a group are the only values that are no text; the library takes them all.
    defaultValue: values as Record<string, string>,
  });
  const field = (name: string) => fields[name] as FieldState;
  return { form, fields, field };
}
