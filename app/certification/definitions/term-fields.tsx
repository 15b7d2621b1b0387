import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Card } from "#app/ui/card.tsx";
import { type Choice, type FieldState, SelectField, TextField } from "#app/ui/fields.tsx";

type Props = {
  field: (name: string) => FieldState;
  labels: Record<string, string>;
  exams: Choice[];
};

/** How long a credential holds, and how it is renewed. */
export function TermFields({ field, labels, exams }: Props) {
  const { t } = useTranslation("certification");
  return (
    <Card className="grid gap-5">
      <h2 className="text-lg font-bold">{t("form.renewalTitle")}</h2>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          field={field("termMonths")}
          label={labels.termMonths}
          required
          inputMode="numeric"
          maxLength={6}
        />
        <TextField
          field={field("graceDays")}
          label={labels.graceDays}
          required
          inputMode="numeric"
          maxLength={6}
        />
      </div>
      <SelectField
        field={field("renewalExamId")}
        label={labels.renewalExamId}
        empty={t("form.renewalExam.none")}
        choices={exams}
      />
      <TextField
        field={field("renewalAnswers")}
        label={labels.renewalAnswers}
        hint={t("form.renewalAnswers.hint")}
        optional
        inputMode="numeric"
        maxLength={6}
        className="max-w-md"
      />
    </Card>
  );
}
