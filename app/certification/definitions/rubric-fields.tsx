import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Card } from "#app/ui/card.tsx";
import { controlProps, FieldError, type FieldState, TextField } from "#app/ui/fields.tsx";
import { RUBRIC_ROWS } from "./rubric-rows.ts";

type Props = { field: (name: string) => FieldState; labels: Record<string, string> };

/** The criteria by which reviewers score a practical. */
export function RubricFields({ field, labels }: Props) {
  const { t } = useTranslation("certification");
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-bold">{t("form.rubric")}</h2>
      <p className="text-sm text-muted">{t("form.rubric.hint")}</p>
      <ol className="grid gap-4">
        {RUBRIC_ROWS.map((row) => (
          <li key={row} className="grid gap-1">
            <div className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_6rem]">
              {(["rubricJa", "rubricEn", "rubricPoints"] as const).map((name) => (
                <Cell
                  key={name}
                  field={field(`${name}${row}`)}
                  label={labels[`${name}${row}`] ?? ""}
                />
              ))}
            </div>
            <FieldError field={field(`rubricJa${row}`)} />
            <FieldError field={field(`rubricEn${row}`)} />
            <FieldError field={field(`rubricPoints${row}`)} />
          </li>
        ))}
      </ol>
      <TextField
        field={field("rubricPass")}
        label={labels.rubricPass}
        inputMode="numeric"
        maxLength={6}
        className="max-w-48"
      />
    </Card>
  );
}

function Cell({ field, label }: { field: FieldState; label: string }) {
  return (
    <input
      key={field.key}
      type="text"
      autoComplete="off"
      maxLength={100}
      aria-label={label}
      placeholder={label}
      defaultValue={typeof field.initialValue === "string" ? field.initialValue : ""}
      className="control w-full"
      {...controlProps(field, undefined)}
    />
  );
}
