import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { type Area, areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import {
  FieldError,
  RadioGroupField,
  SelectField,
  TextAreaField,
  TextField,
} from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { MarkdownField } from "#app/ui/markdown-field.tsx";
import { EXAM_ITEM_KINDS, LOCALES } from "#db/vocabulary.ts";
import { ITEM_LENGTHS, type ItemDraft, OPTION_LIMITS } from "./items.ts";

type Fields = {
  code: string;
  area: string;
  kind: string;
  locale: string;
  stem: string;
  options: { text: string; isCorrect: string }[];
  explanation: string;
};

/** Options beyond these are folded away until they are needed. */
const SHOWN_OPTIONS = 4;

/** The form of an item: a new one, which chooses its code, or the next wording of one. */
export function ItemForm({
  areas,
  item,
  action,
  lastResult,
  submit,
  back,
  children,
}: {
  areas: Area[];
  item?: ItemDraft;
  action?: string;
  lastResult?: SubmissionResult<string[]>;
  submit: string;
  /** Where the reader goes who gives up. */
  back: string;
  children?: ReactNode;
}) {
  const { t, i18n } = useTranslation("exams");
  const { t: common } = useTranslation();
  const [form, fields] = useForm<Fields>({ lastResult, defaultValue: valuesOf(item) });
  const labels = {
    code: t("item.field.code"),
    area: t("item.field.area"),
    kind: t("item.field.kind"),
    locale: t("item.field.locale"),
    stem: t("item.field.stem"),
    options: t("item.field.options"),
    explanation: t("item.field.explanation"),
  };
  const list = fields.options.getFieldList();
  const filled = list.findLastIndex((option) => option.getFieldset().text.initialValue) + 1;
  const options = list.map((option, index) => (
    <OptionFields key={option.key} number={index + 1} option={option.getFieldset()} />
  ));
  return (
    <Form method="post" action={action} {...getFormProps(form)}>
      <Card className="grid gap-6">
        {children}
        <FormErrors form={form} fields={fields} labels={labels} />
        {!item && (
          <TextField
            field={fields.code}
            label={labels.code}
            hint={t("item.field.code.hint")}
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={ITEM_LENGTHS.code}
          />
        )}
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField
            field={fields.area}
            label={labels.area}
            required
            empty={item ? undefined : common("form.choose")}
            choices={areas.map((area) => ({
              value: String(area.id),
              label: areaName(area, i18n.language),
            }))}
          />
          <SelectField
            field={fields.locale}
            label={labels.locale}
            required
            choices={LOCALES.map((value) => ({ value, label: common(`locale.${value}`) }))}
          />
        </div>
        <RadioGroupField
          field={fields.kind}
          label={labels.kind}
          required
          choices={EXAM_ITEM_KINDS.map((value) => ({
            value,
            label: t(`kind.${value}`),
            hint: t(`item.field.kind.${value}.hint`),
          }))}
        />
        <MarkdownField field={fields.stem} label={labels.stem} required rows={6} />
        <fieldset className="grid gap-4" aria-describedby={fields.options.descriptionId}>
          <legend id={fields.options.id} className="font-semibold">
            {labels.options}
          </legend>
          <p id={fields.options.descriptionId} className="text-sm text-muted">
            {t("item.field.options.hint")}
          </p>
          <FieldError field={fields.options} />
          {options.slice(0, SHOWN_OPTIONS)}
          <details open={filled > SHOWN_OPTIONS}>
            <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-brand">
              {t("item.field.options.more", { from: SHOWN_OPTIONS + 1, to: OPTION_LIMITS.max })}
            </summary>
            <div className="mt-2 grid gap-4">{options.slice(SHOWN_OPTIONS)}</div>
          </details>
        </fieldset>
        <TextAreaField
          field={fields.explanation}
          label={labels.explanation}
          hint={t("item.field.explanation.hint")}
          optional
          rows={3}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{submit}</Button>
          <ButtonLink to={back} variant="bare">
            {common("form.cancel")}
          </ButtonLink>
        </div>
      </Card>
    </Form>
  );
}

type OptionMetadata = ReturnType<
  ReturnType<
    ReturnType<typeof useForm<Fields>>[1]["options"]["getFieldList"]
  >[number]["getFieldset"]
>;

function OptionFields({ number, option }: { number: number; option: OptionMetadata }) {
  const { t } = useTranslation("exams");
  const { text, isCorrect } = option;
  return (
    <div className="grid gap-1 border-l-2 border-line pl-3">
      <MarkdownField
        field={text}
        label={t("item.field.option", { number })}
        hint={false}
        rows={2}
      />
      <label className="flex min-h-11 w-fit items-center gap-3 text-sm">
        <input
          type="checkbox"
          key={isCorrect.key}
          name={isCorrect.name}
          defaultChecked={isCorrect.initialValue === "on"}
          aria-label={t("item.field.correct.of", { number })}
          className="size-5 accent-brand"
        />
        {t("item.field.correct")}
      </label>
    </div>
  );
}

/** An item as the form shows it; a new one begins with empty options. */
function valuesOf(item: ItemDraft | undefined): Partial<Fields> {
  const options = Array.from({ length: OPTION_LIMITS.max }, (_, index) => {
    const option = item?.options[index];
    return { text: option?.text ?? "", isCorrect: option?.isCorrect ? "on" : "" };
  });
  if (!item) return { kind: "single", locale: "ja", options };
  const { areaId, kind, locale, stem, explanation } = item;
  return { area: String(areaId), kind, locale, stem, options, explanation };
}
