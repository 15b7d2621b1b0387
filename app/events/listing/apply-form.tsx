import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ComponentProps } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { type FieldState, RadioGroupField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { answerField } from "./answer-field.ts";
import { AnswerField, PartyFields } from "./registration-fields.tsx";
import { type Standing, standingWords } from "./standing-words.ts";

type Candidates = ComponentProps<typeof PartyFields>["candidates"];

type Props = {
  event: { id: number; title: string; colleaguesMax: number };
  tickets: (Standing & { id: number; name: string })[];
  questions: ComponentProps<typeof AnswerField>["question"][];
  /** The viewer has applied already; here it is for colleagues. */
  isIn: boolean;
  candidates: Candidates;
  /** The ticket that was chosen on the page before. */
  ticket: string;
  isLead: boolean;
  organisationId: number | undefined;
  /** Where colleagues who are not here yet sign up. */
  signUpUrl: string;
  /** After a refusal, or after a colleague was looked for: what was typed is in it. */
  answered?: {
    lastResult?: SubmissionResult;
    typed?: Record<string, string[]>;
    candidates: Candidates;
  };
};

type Fields = Record<"ticket" | "self" | "people" | "find" | `answer-${number}`, string>;

/** Applying for an event with what takes more than one step: colleagues, questions, tickets. */
export function ApplyForm({ event, tickets, questions, isIn, answered, ...props }: Props) {
  const { t } = useTranslation("registrations");
  const { t: words } = useTranslation("events");
  const { t: common } = useTranslation();
  const [form, fields] = useForm<Fields>({
    lastResult: answered?.lastResult,
    defaultValue: answered?.typed
      ? typedValues(answered.typed)
      : { ticket: props.ticket, self: isIn ? undefined : "on" },
  });
  const candidates = answered?.candidates ?? props.candidates;
  const labels = {
    ticket: t("apply.ticket"),
    self: t("apply.who"),
    people: t("apply.colleagues"),
    ...Object.fromEntries(questions.map(({ id, label }) => [answerField(id), label])),
  };
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid gap-6">
        <FormErrors form={form} fields={fields} labels={labels} />
        {tickets.length === 1 ? (
          <div>
            <p className="font-semibold">{labels.ticket}</p>
            <p>
              {tickets[0]?.name}
              <span className="block text-sm text-muted">
                {tickets[0] && standingWords(tickets[0], words)}
              </span>
            </p>
            <input type="hidden" name="ticket" value={tickets[0]?.id} />
          </div>
        ) : (
          <RadioGroupField
            field={fields.ticket}
            label={labels.ticket}
            required
            choices={tickets.map((ticket) => ({
              value: String(ticket.id),
              label: ticket.name,
              hint: standingWords(ticket, words),
            }))}
          />
        )}
        <PartyFields
          fields={fields}
          candidates={candidates}
          isIn={isIn}
          max={event.colleaguesMax}
          isLead={props.isLead}
          organisationId={props.organisationId}
          signUpUrl={props.signUpUrl}
        />
        {questions.length > 0 && (
          <fieldset className="grid gap-5">
            <legend className="mb-3 text-lg font-bold">{t("apply.answers")}</legend>
            {questions.map((question) => (
              <AnswerField
                key={question.id}
                field={fields[answerField(question.id)] as FieldState}
                question={question}
              />
            ))}
          </fieldset>
        )}
        <p className="text-sm text-muted">{t("apply.note")}</p>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t("apply.submit")}</Button>
          <ButtonLink to={`/events/${event.id}`} variant="bare">
            {common("form.cancel")}
          </ButtonLink>
        </div>
      </Card>
    </Form>
  );
}

/** What was typed before colleagues were looked for; several values of a field stay several. */
function typedValues(typed: Record<string, string[]>): Record<string, string> {
  const values = Object.entries(typed).map(([name, all]) => [name, all.length > 1 ? all : all[0]]);
  return Object.fromEntries(values);
}
