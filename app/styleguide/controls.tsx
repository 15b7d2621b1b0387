import { Form, Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxGroupField } from "#app/ui/checkbox-group-field.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import {
  CheckboxField,
  type FieldState,
  RadioGroupField,
  SelectField,
  TextAreaField,
  TextField,
} from "#app/ui/fields.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { FilterBar, FilterSelect } from "#app/ui/filter-bar.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { MarkdownField } from "#app/ui/markdown-field.tsx";
import { Section } from "#app/ui/page.tsx";
import { PHASES } from "#db/vocabulary.ts";
import { LONG_NAME } from "./samples.ts";

const HERE = "/staff/styleguide";

function field(name: string, state: Partial<FieldState> = {}): FieldState {
  const id = `sample-${name}`;
  return { id, name, errorId: `${id}-error`, descriptionId: `${id}-hint`, ...state };
}

export function Buttons() {
  const { t } = useTranslation(["staff", "common"]);
  const save = t("common:form.save");
  return (
    <Section title={t("styleguide.buttons")}>
      <div className="flex flex-wrap items-center gap-3">
        {(["primary", "quiet", "danger", "bare"] as const).map((variant) => (
          <Button key={variant} type="button" variant={variant}>
            {save}
          </Button>
        ))}
        {(["primary", "quiet", "danger", "bare"] as const).map((variant) => (
          <Button key={variant} type="button" variant={variant} size="small">
            {save}
          </Button>
        ))}
        <Button type="button" variant="primary" disabled>
          {save}
        </Button>
        <Button type="button" disabled>
          {save}
        </Button>
        <ButtonLink to={HERE}>{t("common:list.more")}</ButtonLink>
      </div>
    </Section>
  );
}

/** Fields empty, filled, with hints and with errors; their form goes nowhere. */
export function Fields() {
  const { t } = useTranslation(["staff", "common"]);
  const phases = PHASES.map((value) => ({ value, label: t(`common:phase.${value}`) }));
  const scopes = (["public", "customers"] as const).map((value) => ({
    value,
    label: t(`common:scope.${value}`),
    hint: t(`common:scope.${value}.hint`),
  }));
  return (
    <Section title={t("styleguide.fields")}>
      <Card className="grid gap-5 md:grid-cols-2">
        <TextField field={field("empty")} label={t("field.industry")} optional />
        <TextField
          field={field("filled", { initialValue: LONG_NAME })}
          label={t("field.name")}
          hint={t("settings.name.hint")}
          required
        />
        <SelectField
          field={field("select")}
          label={t("field.phase")}
          empty={t("common:form.choose")}
          choices={phases}
        />
        <TextField
          field={field("disabled", { initialValue: "example.co.jp" })}
          label={t("field.region")}
          disabled
        />
        <TextAreaField
          field={field("area", { initialValue: "example.co.jp\nexample.com" })}
          label={t("field.domains")}
          hint={t("field.domains.hint")}
          optional
        />
        <RadioGroupField
          field={field("radio", { initialValue: "customers" })}
          label={t("settings.scope")}
          hint={t("settings.scope.hint")}
          required
          choices={scopes}
        />
        <CheckboxField
          field={field("checkbox", { initialValue: "on" })}
          label={t("organisation.nameLead")}
          hint={t("organisation.leads.text")}
        />
        <CheckboxGroupField
          field={field("group", { initialValue: ["trial"] })}
          label={t("field.phase")}
          choices={phases}
        />
        <FileField field={field("file")} label={t("styleguide.file")} />
      </Card>
    </Section>
  );
}

export function Markdown() {
  const { t } = useTranslation("staff");
  return (
    <Section title={t("styleguide.markdown")}>
      <Card>
        <MarkdownField
          field={field("markdown", { initialValue: "**太字** と `コード`\n\n- 箇条書き" })}
          label={t("styleguide.markdown")}
          rows={5}
        />
      </Card>
    </Section>
  );
}

/** The summary takes the focus when it appears, as after a submit; so it appears when asked for. */
export function FieldErrors() {
  const { t } = useTranslation("staff");
  const [params] = useSearchParams();
  const wrong = {
    name: field("wrong-name", { errors: [t("error.name.missing")] }),
    domains: field("wrong-domains", {
      initialValue: "gmail.com",
      errors: [t("error.domain.public-provider", { domain: "gmail.com" })],
    }),
  };
  const allErrors = { name: wrong.name.errors ?? [], domains: wrong.domains.errors ?? [] };
  return (
    <Section title={t("styleguide.errors")}>
      <Card className="grid gap-5">
        {params.has("errors") ? (
          <FormErrors
            form={{ allErrors }}
            fields={wrong}
            labels={{ name: t("field.name"), domains: t("field.domains") }}
          />
        ) : (
          <p>
            <Link to="?errors" className="text-link">
              {t("styleguide.errors.summary")}
            </Link>
          </p>
        )}
        <TextField field={wrong.name} label={t("field.name")} required />
        <TextAreaField
          field={wrong.domains}
          label={t("field.domains")}
          hint={t("field.domains.hint")}
        />
      </Card>
    </Section>
  );
}

export function Filters() {
  const { t } = useTranslation(["staff", "common"]);
  return (
    <Section title={t("styleguide.filter")}>
      <FilterBar action={HERE} search={{ label: t("people.search"), value: "" }} isFiltered>
        <FilterSelect
          name="phase"
          label={t("field.phase")}
          value={undefined}
          all={t("organisations.phase.all")}
          choices={PHASES.map((value) => ({ value, label: t(`common:phase.${value}`) }))}
        />
      </FilterBar>
    </Section>
  );
}

export function Dialogs() {
  const { t } = useTranslation(["staff", "common"]);
  return (
    <Section title={t("styleguide.dialog")}>
      <div className="flex flex-wrap gap-3">
        {(["quiet", "danger", "bare"] as const).map((variant) => (
          <ConfirmDialog
            key={variant}
            trigger={t("area.retire")}
            title={t("area.retire.title", { name: LONG_NAME })}
            variant={variant}
          >
            <Form action={HERE}>
              <p className="mb-4">{t("area.retire.text")}</p>
              <Button variant="danger">{t("area.retire")}</Button>
            </Form>
          </ConfirmDialog>
        ))}
      </div>
    </Section>
  );
}
