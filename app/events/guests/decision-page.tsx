import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, CardList, CardRow } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextAreaField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { NOTE_MAX } from "../events.ts";
import { GuestLine } from "./guest-line.tsx";
import type { Guest } from "./guest-list.server.ts";
import { GuestState } from "./guest-state.tsx";

/** Asks for words before people are turned down or lose their places. */
export function DecisionPage({
  kind,
  event,
  guests,
  back,
  lastResult,
}: {
  kind: "refusal" | "removal";
  event: { id: number; title: string };
  guests: Guest[];
  /** How the list was narrowed. */
  back: string;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation(["organising", "common"]);
  const [form, fields] = useForm<{ note: string }>({ lastResult });
  const list = `/events/${event.id}/guests${back ? `?${back}` : ""}`;
  const labels = { note: t("guests.refusal.note") };
  const toList = <ButtonLink to={list}>{t("guests.decision.back")}</ButtonLink>;
  return (
    <Page
      title={t(`guests.${kind}.title`)}
      lead={guests.length > 0 && t(`guests.${kind}.lead`)}
      width="reading"
      breadcrumbs={[
        { label: event.title, to: `/events/${event.id}` },
        { label: t("guests.heading"), to: list },
      ]}
    >
      {guests.length === 0 ? (
        <EmptyState title={t("guests.decision.nobody")} action={toList}>
          {t("guests.decision.nobody.text")}
        </EmptyState>
      ) : (
        <Form method="post" {...getFormProps(form)} className="grid gap-5">
          <FormErrors form={form} fields={fields} labels={labels} />
          <input type="hidden" name="back" value={back} />
          <CardList label={t("guests.list")}>
            {guests.map((guest) => (
              <CardRow key={guest.id} className="flex flex-wrap justify-between gap-x-4 gap-y-2">
                <input type="hidden" name="registration" value={guest.id} />
                <GuestLine person={guest.person} />
                <span className="text-sm">
                  <GuestState {...guest} />
                </span>
              </CardRow>
            ))}
          </CardList>
          <Card className="grid gap-5">
            <TextAreaField
              field={fields.note}
              label={labels.note}
              hint={t("guests.refusal.note.hint")}
              maxLength={NOTE_MAX}
              optional
            />
            <div className="flex flex-wrap gap-3">
              <Button variant="danger">
                {t(`guests.${kind}.submit`, { count: guests.length })}
              </Button>
              <ButtonLink to={list} variant="bare">
                {t("common:form.cancel")}
              </ButtonLink>
            </div>
          </Card>
        </Form>
      )}
    </Page>
  );
}
