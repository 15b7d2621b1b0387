import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import type { ApplicationState } from "#db/vocabulary.ts";

/** Takes an application to review, or gives it back. */
export function ReviewSteps({
  here,
  application: { state, reviewerName },
  isMine,
}: {
  here: string;
  application: { state: ApplicationState; reviewerName: string | null };
  isMine: boolean;
}) {
  const { t } = useTranslation("certification");
  if (state === "submitted") {
    return (
      <Form method="post" action={`${here}/review`} className="mb-6">
        <Button variant="primary">{t("review.start")}</Button>
      </Form>
    );
  }
  if (state !== "in-review") return null;
  return (
    <Card className="mb-6 flex flex-wrap items-center gap-3">
      <p className="flex-1">{t("review.by", { name: reviewerName ?? "" })}</p>
      <Form method="post" action={`${here}/review/removal`}>
        <Button variant="quiet" size="small">
          {isMine ? t("review.release") : t("review.takeOver", { name: reviewerName ?? "" })}
        </Button>
      </Form>
    </Card>
  );
}
