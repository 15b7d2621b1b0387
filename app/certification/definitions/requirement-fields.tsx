import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Card } from "#app/ui/card.tsx";
import {
  CheckboxField,
  type Choice,
  controlProps,
  FieldError,
  type FieldState,
  SelectField,
} from "#app/ui/fields.tsx";
import { COUNTED_KINDS } from "../requirements/requirements.ts";

type Props = {
  field: (name: string) => FieldState;
  labels: Record<string, string>;
  exams: Choice[];
};

/** What a version asks: a number, and within how many months, for each kind that counts. */
export function RequirementFields({ field, labels, exams }: Props) {
  const { t } = useTranslation("certification");
  return (
    <Card className="grid gap-5">
      <h2 className="text-lg font-bold">{t("form.requirements")}</h2>
      <p className="text-sm text-muted">{t("form.requirements.hint")}</p>
      <ul className="grid gap-3">
        {COUNTED_KINDS.map((kind) => (
          <li key={kind} className="grid gap-1">
            <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[minmax(0,1fr)_8rem_8rem]">
              <span className="col-span-2 font-semibold sm:col-span-1 sm:pb-2.5">
                {t(`kind.${kind}`)}
              </span>
              <NumberInput
                field={field(`amount-${kind}`)}
                shown={t("form.threshold.short")}
                label={labels[`amount-${kind}`] ?? ""}
              />
              <NumberInput
                field={field(`months-${kind}`)}
                shown={t("form.months.short")}
                label={labels[`months-${kind}`] ?? ""}
              />
            </div>
            <FieldError field={field(`amount-${kind}`)} />
            <FieldError field={field(`months-${kind}`)} />
          </li>
        ))}
      </ul>
      <SelectField
        field={field("examId")}
        label={labels.examId}
        empty={t("form.exam.none")}
        choices={exams}
      />
      <CheckboxField field={field("practical")} label={labels.practical} />
      <CheckboxField field={field("second")} label={labels.second} />
    </Card>
  );
}

/** A small field for a number; its short caption stands above it, its whole name is read out. */
export function NumberInput({
  field,
  shown,
  label,
}: {
  field: FieldState;
  shown: string;
  label: string;
}) {
  return (
    <span className="grid gap-1">
      <span aria-hidden="true" className="text-xs text-muted">
        {shown}
      </span>
      <input
        key={field.key}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        aria-label={label}
        defaultValue={typeof field.initialValue === "string" ? field.initialValue : ""}
        className="control w-full tabular-nums"
        {...controlProps(field, undefined)}
      />
    </span>
  );
}
