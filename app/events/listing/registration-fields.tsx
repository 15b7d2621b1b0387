import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroupField } from "#app/ui/checkbox-group-field.tsx";
import {
  CheckboxField,
  type FieldState,
  RadioGroupField,
  SelectField,
  TextAreaField,
} from "#app/ui/fields.tsx";
import type { EventQuestionKind } from "#db/vocabulary.ts";
import { ANSWER_MAX } from "../admission/admission.ts";

type Question = {
  id: number;
  kind: EventQuestionKind;
  label: string;
  choices: string[];
  isRequired: boolean;
};

/** One question of the organisers. */
export function AnswerField({ field, question }: { field: FieldState; question: Question }) {
  const { t: common } = useTranslation();
  const { kind, label, isRequired } = question;
  const choices = question.choices.map((value) => ({ value, label: value }));
  if (kind === "text") {
    return (
      <TextAreaField
        field={field}
        label={label}
        rows={3}
        maxLength={ANSWER_MAX}
        required={isRequired}
        optional={!isRequired}
      />
    );
  }
  if (kind === "choices") {
    const words = common(isRequired ? "form.required" : "form.optional");
    return <CheckboxGroupField field={field} label={label} hint={words} choices={choices} />;
  }
  // What was chosen among radio buttons cannot be taken back.
  if (isRequired) return <RadioGroupField field={field} label={label} required choices={choices} />;
  return (
    <SelectField
      field={field}
      label={label}
      optional
      empty={common("form.choose")}
      choices={choices}
    />
  );
}

type Candidates = { people: { id: number; name: string; title: string }[]; hasMore: boolean };

/** Oneself, and colleagues who come along: a few to tick, the others by name. */
export function PartyFields({
  fields,
  candidates,
  isIn,
  max,
  isLead,
  organisationId,
  signUpUrl,
}: {
  fields: { self: FieldState; people: FieldState; find: FieldState };
  candidates: Candidates;
  /** The viewer has applied already. */
  isIn: boolean;
  max: number;
  isLead: boolean;
  organisationId: number | undefined;
  signUpUrl: string;
}) {
  const { t } = useTranslation("registrations");
  const searched = fields.find.initialValue;
  const word = typeof searched === "string" ? searched : "";
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-lg font-bold">{t("apply.who")}</legend>
      {isIn ? (
        <p className="text-muted">{t("apply.selfAlready")}</p>
      ) : (
        <CheckboxField field={fields.self} label={t("apply.self")} />
      )}
      {max > 0 && organisationId !== undefined && (
        <>
          {(candidates.hasMore || word !== "") && (
            <div className="flex items-end gap-2">
              <label className="grid min-w-0 flex-1 gap-1">
                <span className="text-sm font-semibold">{t("apply.find")}</span>
                <input
                  key={fields.find.key}
                  id={fields.find.id}
                  type="search"
                  name="find"
                  defaultValue={word}
                  maxLength={100}
                  className="control w-full"
                />
              </label>
              <Button name="search" value="on" formNoValidate variant="quiet">
                {t("apply.find.submit")}
              </Button>
            </div>
          )}
          {candidates.people.length > 0 ? (
            <CheckboxGroupField
              field={fields.people}
              label={t("apply.colleagues")}
              hint={t("apply.colleagues.hint", { count: max })}
              choices={candidates.people.map(({ id, name, title }) => ({
                value: String(id),
                label: name,
                hint: title || undefined,
              }))}
            />
          ) : (
            <p className="text-muted">{t("apply.colleagues.none")}</p>
          )}
          {candidates.hasMore && <p className="text-sm text-muted">{t("apply.colleagues.more")}</p>}
          <p className="text-sm wrap-anywhere text-muted">
            {t("apply.invite", { link: signUpUrl })}
            {isLead && (
              <>
                {" "}
                <Link
                  to={`/organisations/${organisationId}/invitations/new`}
                  className="text-link inline-flex min-h-11 items-center"
                >
                  {t("apply.invite.lead")}
                </Link>
              </>
            )}
          </p>
        </>
      )}
    </fieldset>
  );
}
