import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { type Area, areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxGroupField } from "#app/ui/checkbox-group-field.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { LOCALES } from "#db/vocabulary.ts";
import type { Exam } from "./exam-reading.server.ts";
import { EXAM_FIELDS, EXAM_LIMITS, type ExamField, type ExamTerms } from "./exams.ts";

const NUMBERS = [
  "itemCount",
  "timeLimitMinutes",
  "passPercent",
  "coolingOffDays",
  "maxAttempts",
] as const satisfies (keyof ExamTerms)[];
const NEW = {
  locale: "ja",
  itemCount: "20",
  timeLimitMinutes: "40",
  passPercent: "70",
  coolingOffDays: "7",
  maxAttempts: "3",
};

/** The form of an exam. */
export function ExamForm({
  areas,
  exam,
  revision,
  lastResult,
  submit,
  children,
}: {
  /** Those that can be chosen. */
  areas: Area[];
  exam?: Exam;
  /** Of what the form rests on; left out for a new exam. */
  revision?: number;
  lastResult?: SubmissionResult<string[]>;
  submit: string;
  children?: ReactNode;
}) {
  const { t, i18n } = useTranslation("exams");
  const { t: common } = useTranslation();
  const [form, fields] = useForm<
    Record<Exclude<ExamField, "areaIds">, string> & { areaIds: string[] }
  >({
    lastResult,
    defaultValue: exam ? valuesOf(exam) : NEW,
  });
  const labels = Object.fromEntries(
    EXAM_FIELDS.map((field) => [field, t(`exams.field.${field}`)]),
  ) as Record<ExamField, string>;
  const hints: Partial<Record<ExamField, string>> = {
    coolingOffDays: t("exams.field.coolingOffDays.hint"),
    maxAttempts: t("exams.field.maxAttempts.hint"),
  };
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid gap-5">
        {children}
        <FormErrors form={form} fields={fields} labels={labels} />
        {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
        <TextField field={fields.nameJa} label={labels.nameJa} required maxLength={80} />
        <TextField field={fields.nameEn} label={labels.nameEn} required maxLength={80} />
        <TextField
          field={fields.slug}
          label={labels.slug}
          hint={t("exams.field.slug.hint")}
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField
            field={fields.locale}
            label={labels.locale}
            required
            choices={LOCALES.map((value) => ({ value, label: common(`locale.${value}`) }))}
            className="content-between"
          />
          {NUMBERS.map((name) => (
            <TextField
              key={name}
              field={fields[name]}
              label={labels[name]}
              hint={hints[name]}
              required
              type="number"
              inputMode="numeric"
              {...EXAM_LIMITS[name]}
              className="content-between"
            />
          ))}
        </div>
        <CheckboxGroupField
          field={fields.areaIds}
          label={labels.areaIds}
          hint={t("exams.field.areaIds.hint")}
          choices={areas.map((area) => ({
            value: String(area.id),
            label: areaName(area, i18n.language),
          }))}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{submit}</Button>
          <ButtonLink to="/staff/exams" variant="bare">
            {common("form.cancel")}
          </ButtonLink>
        </div>
      </Card>
    </Form>
  );
}

function valuesOf(exam: Exam) {
  const { nameJa, nameEn, slug, locale, areas } = exam;
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, String(exam[name])]));
  const areaIds = areas.map(({ id }) => String(id));
  return { nameJa, nameEn, slug, locale, areaIds, ...numbers };
}
