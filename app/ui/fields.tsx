import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { classNames } from "./class-names.ts";

/** What a field needs to know of conform's metadata. */
export type FieldState = {
  id: string;
  name: string;
  errorId: string;
  descriptionId: string;
  errors?: string[];
  initialValue?: unknown;
  key?: string;
};

type Common = {
  field: FieldState;
  label: ReactNode;
  hint?: ReactNode;
  /** Says 必須 beside the label; the browser checks it too. */
  required?: boolean;
  /** Says 任意 beside the label. */
  optional?: boolean;
  className?: string;
};

export function FieldFrame({
  field,
  label,
  hint,
  required,
  optional,
  className,
  children,
}: Common & { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <label htmlFor={field.id} className="font-semibold">
        {label}
        {required && <span className="ml-2 text-xs text-danger">{t("form.required")}</span>}
        {optional && <span className="ml-2 text-xs text-muted">{t("form.optional")}</span>}
      </label>
      {hint && (
        <p id={field.descriptionId} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children}
      <FieldError field={field} />
    </div>
  );
}

export function FieldError({ field }: { field: FieldState }) {
  if (!field.errors?.length) return null;
  return (
    <p id={field.errorId} className="text-sm font-semibold text-danger">
      {field.errors.join(" ")}
    </p>
  );
}

/** Attributes that tie a control to its label, hint and error. */
export function controlProps(field: FieldState, hint: unknown, required?: boolean) {
  const described = [hint ? field.descriptionId : "", field.errors?.length ? field.errorId : ""];
  return {
    id: field.id,
    name: field.name,
    required,
    "aria-invalid": field.errors?.length ? true : undefined,
    "aria-describedby": described.filter(Boolean).join(" ") || undefined,
  };
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);

export function TextField({
  field,
  label,
  hint,
  required,
  optional,
  className,
  ...input
}: Common & Omit<InputHTMLAttributes<HTMLInputElement>, "required" | "name" | "id">) {
  return (
    <FieldFrame {...{ field, label, hint, required, optional, className }}>
      <input
        key={field.key}
        type="text"
        defaultValue={text(field.initialValue)}
        className="control w-full"
        {...input}
        {...controlProps(field, hint, required)}
      />
    </FieldFrame>
  );
}

export function TextAreaField({
  field,
  label,
  hint,
  required,
  optional,
  className,
  ...area
}: Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "required" | "name" | "id">) {
  return (
    <FieldFrame {...{ field, label, hint, required, optional, className }}>
      <textarea
        key={field.key}
        rows={4}
        defaultValue={text(field.initialValue)}
        className="control w-full"
        {...area}
        {...controlProps(field, hint, required)}
      />
    </FieldFrame>
  );
}

export type Choice = { value: string; label: string; hint?: string };

export function SelectField({
  field,
  label,
  hint,
  required,
  optional,
  className,
  choices,
  empty,
  ...select
}: Common & {
  choices: Choice[];
  /** Text of the first, empty choice; without it the first choice is taken. */
  empty?: string;
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, "required" | "name" | "id">) {
  return (
    <FieldFrame {...{ field, label, hint, required, optional, className }}>
      <select
        key={field.key}
        defaultValue={text(field.initialValue)}
        className="control w-full"
        {...select}
        {...controlProps(field, hint, required)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export function CheckboxField({
  field,
  label,
  hint,
  className,
  ...input
}: Omit<Common, "required" | "optional"> &
  Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id" | "type">) {
  return (
    <div className={classNames("grid gap-1", className)}>
      <label htmlFor={field.id} className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          key={field.key}
          defaultChecked={field.initialValue === "on" || field.initialValue === true}
          className="size-5 accent-brand"
          {...input}
          {...controlProps(field, hint)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={field.descriptionId} className="pl-8 text-sm text-muted">
          {hint}
        </p>
      )}
      <FieldError field={field} />
    </div>
  );
}

/** One choice of a few, each with a sentence that says what it means. */
export function RadioGroupField({
  field,
  label,
  hint,
  required,
  className,
  choices,
}: Common & { choices: Choice[] }) {
  const { t } = useTranslation();
  return (
    <fieldset
      className={classNames("grid gap-1.5", className)}
      aria-describedby={field.errors?.length ? field.errorId : undefined}
    >
      <legend id={field.id} className="mb-1 font-semibold">
        {label}
        {required && <span className="ml-2 text-xs text-danger">{t("form.required")}</span>}
      </legend>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="flex min-h-11 items-start gap-3 rounded-card px-2 py-2 has-checked:bg-brand-soft"
        >
          <input
            type="radio"
            name={field.name}
            value={choice.value}
            defaultChecked={field.initialValue === choice.value}
            required={required}
            className="mt-1 size-5 shrink-0 accent-brand"
          />
          <span>
            {choice.label}
            {choice.hint && <span className="block text-sm text-muted">{choice.hint}</span>}
          </span>
        </label>
      ))}
      <FieldError field={field} />
    </fieldset>
  );
}
