import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { TextAreaField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { type Crumb, Page } from "#app/ui/page.tsx";
import { RatingField } from "./rating-field.tsx";
import { COMMENT_MAX, NEXT_STEP_MAX, RECOMMENDATIONS, SATISFACTIONS } from "./surveys.ts";

export type SurveyData = {
  event: { id: number; title: string };
  satisfaction: number | null;
  recommendation: number | null;
  nextStep: string;
  comment: string;
  answeredAt: Date | string | null;
  isOpen: boolean;
  closesAt: Date | string;
};
type OneClick = { satisfaction: number; action: string };
type Fields = Record<"satisfaction" | "recommendation" | "nextStep" | "comment", string>;

/** Asks what somebody thinks of an event, with what they said so far filled in. */
export function SurveyPage({
  survey,
  oneClick,
  crumb,
  lastResult,
}: {
  survey: SurveyData;
  /** What the link of the mail says, which is recorded by itself. */
  oneClick?: OneClick;
  crumb?: Crumb;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("afterwards");
  const { event, isOpen } = survey;
  return (
    <Page
      title={t("survey.title")}
      lead={event.title}
      breadcrumbs={crumb && [crumb]}
      width="reading"
    >
      {isOpen ? (
        <>
          {oneClick && !lastResult && <Clicked {...oneClick} recorded={survey.satisfaction} />}
          <SurveyForm survey={survey} clicked={oneClick?.satisfaction} lastResult={lastResult} />
        </>
      ) : (
        <ClosedSurvey survey={survey} />
      )}
    </Page>
  );
}

/** Says that the click counts, once it does. A page that is only prefetched records nothing. */
function Clicked({ satisfaction, action, recorded }: OneClick & { recorded: number | null }) {
  const { t } = useTranslation("afterwards");
  const fetcher = useFetcher<{ ok?: boolean }>();
  const sent = useRef(false);
  const { submit } = fetcher;
  useEffect(() => {
    const send = () => {
      if (sent.current || document.visibilityState !== "visible") return;
      sent.current = true;
      submit({ satisfaction: String(satisfaction), by: "script" }, { method: "post", action });
    };
    send();
    document.addEventListener("visibilitychange", send);
    return () => document.removeEventListener("visibilitychange", send);
  }, [submit, satisfaction, action]);
  const words = { value: t(`satisfaction.${satisfaction as 1}`) };
  const isRecorded = fetcher.data?.ok === true || (!fetcher.data && recorded === satisfaction);
  return (
    <Card className="mb-6">
      <div role="status">
        {isRecorded ? (
          <p className="font-semibold">{t("survey.recorded", words)}</p>
        ) : (
          <p className="mb-3">{t("survey.confirm", words)}</p>
        )}
      </div>
      {isRecorded ? (
        <p className="text-sm text-muted">{t("survey.more")}</p>
      ) : (
        <Form method="post" action={action}>
          <input type="hidden" name="satisfaction" value={satisfaction} />
          <Button variant="primary">{t("survey.confirm.action")}</Button>
        </Form>
      )}
    </Card>
  );
}

function SurveyForm({
  survey,
  clicked,
  lastResult,
}: {
  survey: SurveyData;
  clicked?: number;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("afterwards");
  const { satisfaction, recommendation, nextStep, comment, answeredAt, closesAt } = survey;
  const [form, fields] = useForm<Fields>({
    id: "survey",
    lastResult,
    defaultValue: {
      satisfaction: String(clicked ?? satisfaction ?? ""),
      recommendation: String(recommendation ?? ""),
      nextStep,
      comment,
    },
  });
  const labels = {
    satisfaction: t("survey.satisfaction"),
    recommendation: t("survey.recommendation"),
    nextStep: t("survey.nextStep"),
    comment: t("survey.comment"),
  };
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <FormErrors form={form} fields={fields} labels={labels} />
        <RatingField
          field={fields.satisfaction}
          label={labels.satisfaction}
          required
          choices={SATISFACTIONS.map((value) => ({
            value: String(value),
            label: `${value} ${t(`satisfaction.${value}`)}`,
          }))}
        />
        <RatingField
          field={fields.recommendation}
          label={labels.recommendation}
          hint={t("survey.recommendation.hint")}
          isCompact
          choices={RECOMMENDATIONS.map((value) => ({
            value: String(value),
            label: String(value),
          }))}
        />
        <TextAreaField
          field={fields.nextStep}
          label={labels.nextStep}
          hint={t("survey.nextStep.hint")}
          optional
          maxLength={NEXT_STEP_MAX * 2}
          rows={3}
        />
        <TextAreaField
          field={fields.comment}
          label={labels.comment}
          optional
          maxLength={COMMENT_MAX * 2}
          rows={4}
        />
        <p className="text-sm text-muted">
          {t("survey.privacy")} {t("survey.until")} <DateTime value={closesAt} style="date" />
        </p>
        <div>
          <Button variant="primary">{t(answeredAt ? "survey.update" : "survey.submit")}</Button>
        </div>
      </Card>
    </Form>
  );
}

function ClosedSurvey({ survey }: { survey: SurveyData }) {
  const { t } = useTranslation("afterwards");
  const { satisfaction, recommendation, nextStep, comment, answeredAt } = survey;
  return (
    <Card>
      <p className="mb-4">{t("survey.closed")}</p>
      {answeredAt && (
        <dl className="grid gap-3">
          <Said term={t("survey.satisfaction")}>
            {satisfaction && `${satisfaction} ${t(`satisfaction.${satisfaction as 1}`)}`}
          </Said>
          <Said term={t("survey.recommendation")}>{recommendation ?? ""}</Said>
          <Said term={t("survey.nextStep")}>{nextStep}</Said>
          <Said term={t("survey.comment")}>{comment}</Said>
        </dl>
      )}
    </Card>
  );
}

function Said({ term, children }: { term: string; children: string | number | null }) {
  if (children === "" || children === null) return null;
  return (
    <div>
      <dt className="text-sm font-semibold text-muted">{term}</dt>
      <dd className="whitespace-pre-line wrap-anywhere">{children}</dd>
    </div>
  );
}

/** A link that was cut short, or is older than the survey. */
export function UnknownSurveyLink() {
  const { t } = useTranslation("afterwards");
  return (
    <Page title={t("survey.unknown.title")} width="narrow">
      <p className="mb-6">{t("survey.unknown.text")}</p>
      <ButtonLink to="/events">{t("survey.unknown.action")}</ButtonLink>
    </Page>
  );
}
