import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import {
  type Choice,
  type FieldState,
  SelectField,
  TextAreaField,
  TextField,
} from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { definitionLabels } from "./definition-labels.ts";
import { LEVELS } from "./definitions.ts";
import { RequirementFields } from "./requirement-fields.tsx";
import { RubricFields } from "./rubric-fields.tsx";
import { TermFields } from "./term-fields.tsx";

type Props = {
  values: Record<string, string>;
  exams: Choice[];
  lastResult?: SubmissionResult<string[]> | null;
  submit: string;
  /** Where the reader goes who gives up. */
  back: string;
  /** Address and level, which only a new certification chooses. */
  isNew?: boolean;
  /** What was saved when the form was opened. */
  revision?: number;
};

/** The form of a certification's version: what it is, what it asks, how long it holds. */
export function DefinitionForm(props: Props) {
  const { values, exams, lastResult, submit, back, isNew, revision } = props;
  const { t } = useTranslation("certification");
  const { t: common } = useTranslation();
  const [form, fields] = useForm<Record<string, string>>({ lastResult, defaultValue: values });
  const field = (name: string) => fields[name] as FieldState;
  const labels = definitionLabels(t);
  return (
    <Form method="post" {...getFormProps(form)} className="grid gap-6">
      {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
      <FormErrors form={form} fields={fields} labels={labels} />
      <Card className="grid gap-5">
        <h2 className="text-lg font-bold">{t("form.basics")}</h2>
        {isNew && (
          <>
            <SelectField
              field={field("level")}
              label={labels.level}
              choices={LEVELS.map((level) => ({
                value: String(level),
                label: `${t("level", { level })} – ${t(`level.${level}`)}`,
              }))}
            />
            <TextField
              field={field("slug")}
              label={labels.slug}
              hint={t("form.slug.hint")}
              required
              autoCapitalize="none"
              spellCheck={false}
              maxLength={60}
            />
          </>
        )}
        <TextField field={field("nameJa")} label={labels.nameJa} required maxLength={80} />
        <TextField field={field("nameEn")} label={labels.nameEn} required maxLength={80} />
        <TextAreaField field={field("summaryJa")} label={labels.summaryJa} required rows={3} />
        <TextAreaField field={field("summaryEn")} label={labels.summaryEn} required rows={3} />
        <TextAreaField
          field={field("perksJa")}
          label={labels.perksJa}
          hint={t("form.perks.hint")}
          optional
          rows={3}
        />
        <TextAreaField
          field={field("perksEn")}
          label={labels.perksEn}
          hint={t("form.perks.hint")}
          optional
          rows={3}
        />
      </Card>
      <RequirementFields field={field} labels={labels} exams={exams} />
      <RubricFields field={field} labels={labels} />
      <TermFields field={field} labels={labels} exams={exams} />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary">{submit}</Button>
        <ButtonLink to={back} variant="bare">
          {common("form.cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
