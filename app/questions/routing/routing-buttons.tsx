import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";

type Place = {
  questionId: number;
  /** Where to go on afterwards. */
  from: "question" | "for-me" | "queue";
};

/** What somebody can do about a question that was offered to them, or that they took. */
export function RoutingButtons({
  isTaker,
  isOffered,
  canTake,
  canHandOver,
  ...place
}: Place & { isTaker: boolean; isOffered: boolean; canTake: boolean; canHandOver: boolean }) {
  const { t } = useTranslation("routing");
  const here = `/questions/${place.questionId}`;
  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      {canTake && (
        <Form method="post" action={`${here}/take`} preventScrollReset>
          <input type="hidden" name="from" value={place.from} />
          <Button variant={place.from === "queue" ? "quiet" : "primary"} size="small">
            {t("take")}
          </Button>
        </Form>
      )}
      {isTaker && place.from !== "question" && (
        <ButtonLink
          to={`${here}#answer-form`}
          variant={place.from === "queue" ? "quiet" : "primary"}
          size="small"
        >
          {t("answer")}
        </ButtonLink>
      )}
      {(isTaker || isOffered) && canHandOver && (
        <ButtonLink to={`${here}/hand-over`} size="small">
          {t("handOver")}
        </ButtonLink>
      )}
      {isOffered && <WithReason {...place} verb="decline" action={`${here}/offer-refusal`} />}
      {isTaker && <WithReason {...place} verb="return" action={`${here}/take/removal`} />}
    </div>
  );
}

function WithReason({
  verb,
  action,
  from,
  questionId,
}: Place & { verb: "decline" | "return"; action: string }) {
  const { t } = useTranslation("routing");
  const id = `${verb}-${questionId}`;
  return (
    <ConfirmDialog trigger={t(verb)} title={t(`${verb}.title`)} variant="bare">
      <Form method="post" action={action} preventScrollReset className="grid gap-3">
        <input type="hidden" name="from" value={from} />
        <p>{t(`${verb}.text`)}</p>
        <label htmlFor={id} className="text-sm font-semibold">
          {t("reason")}
        </label>
        <textarea id={id} name="reason" rows={3} maxLength={500} className="control w-full" />
        <div>
          <Button variant="primary">{t(verb)}</Button>
        </div>
      </Form>
    </ConfirmDialog>
  );
}
