import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextAreaField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { RunTabs } from "../organising/run-tabs.tsx";

type Speaker = {
  id: number;
  session: string;
  name: string;
  handle: string | null;
  isGuest: boolean;
  isOwn: boolean;
  thankedAt: Date | string | null;
};
type LastResult = SubmissionResult<string[]> | null | undefined;

/** A word of thanks to each speaker, which keeps their talk as evidence. */
export function ThanksDesk({
  event,
  isFinished,
  speakers,
  lastResult,
}: {
  event: { id: number; title: string };
  isFinished: boolean;
  speakers: Speaker[];
  lastResult: LastResult;
}) {
  const { t } = useTranslation("afterwards");
  return (
    <Page title={t("thanks.title")} lead={event.title} width="reading">
      <RunTabs eventId={event.id} current="materials" />
      <p className="mb-4 text-muted">{t("thanks.lead")}</p>
      {speakers.length === 0 ? (
        <EmptyState title={t("thanks.none")}>{t("thanks.none.text")}</EmptyState>
      ) : (
        <div className="grid gap-4">
          {speakers.map((speaker) => (
            <Card key={speaker.id}>
              <h2 className="font-bold wrap-anywhere">
                {speaker.handle ? (
                  <Link to={`/people/${speaker.handle}`} className="hover:underline">
                    {t("thanks.speaker", { name: speaker.name })}
                  </Link>
                ) : (
                  t("thanks.speaker", { name: speaker.name })
                )}
              </h2>
              <p className="mb-3 text-sm text-muted wrap-anywhere">{speaker.session}</p>
              {speaker.thankedAt ? (
                <p className="text-good">
                  {t("thanks.thanked")} <DateTime value={speaker.thankedAt} style="exact" />
                </p>
              ) : speaker.isGuest || speaker.isOwn || !isFinished ? (
                <p className="text-sm text-muted">
                  {t(
                    speaker.isGuest
                      ? "thanks.error.guest"
                      : speaker.isOwn
                        ? "thanks.error.own-talk"
                        : "thanks.error.not-finished",
                  )}
                </p>
              ) : (
                <ThanksForm speaker={speaker} event={event.title} lastResult={lastResult} />
              )}
            </Card>
          ))}
        </div>
      )}
    </Page>
  );
}

function ThanksForm({
  speaker,
  event,
  lastResult,
}: {
  speaker: Speaker;
  event: string;
  lastResult: LastResult;
}) {
  const { t } = useTranslation("afterwards");
  // All forms of the page post to it: what comes back belongs to the one that was sent.
  const isSent = lastResult?.initialValue?.speaker === String(speaker.id);
  const [form, fields] = useForm<{ message: string }>({
    id: `thanks-${speaker.id}`,
    lastResult: isSent ? lastResult : undefined,
    defaultValue: { message: t("thanks.message.default", { event, session: speaker.session }) },
  });
  return (
    <Form method="post" {...getFormProps(form)} className="grid gap-3">
      <FormErrors form={form} fields={fields} labels={{ message: t("thanks.message") }} />
      <input type="hidden" name="speaker" value={speaker.id} />
      <TextAreaField
        field={fields.message}
        label={t("thanks.message")}
        required
        maxLength={2_000}
        rows={3}
      />
      <div>
        <Button>
          {t("thanks.submit")}
          <span className="sr-only">{speaker.name}</span>
        </Button>
      </div>
    </Form>
  );
}
