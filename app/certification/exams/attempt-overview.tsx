import { Form, Link, useRevalidator } from "@remix-run/react";
import { Bookmark, CircleCheckBig, CircleDashed } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import type { ItemProgress } from "./attempt-page.server.ts";
import { attemptPath, questionPath } from "./attempt-paths.ts";
import { pendingAnswers } from "./pending-answers.ts";

/** All questions of an attempt with their state, and the way to hand in. */
export function AttemptOverview({
  attemptId,
  progress,
}: {
  attemptId: number;
  progress: ItemProgress[];
}) {
  const { t } = useTranslation("exams");
  useSendKept(attemptId);
  const unanswered = progress.filter(({ answered }) => !answered).length;
  const marked = progress.filter((item) => item.marked).length;
  return (
    <>
      <ol
        aria-label={t("overview.list")}
        className="mb-6 grid grid-cols-2 gap-2 sm:grid-cols-3 md:grid-cols-4"
      >
        {progress.map((item) => (
          <li key={item.position}>
            <QuestionLink attemptId={attemptId} item={item} />
          </li>
        ))}
      </ol>
      <div className="grid gap-3 border-t border-line pt-5">
        <p className={unanswered > 0 ? "font-semibold text-wait" : "font-semibold text-good"}>
          {unanswered > 0
            ? t("overview.unansweredCount", { count: unanswered })
            : t("overview.allAnswered")}
        </p>
        {marked > 0 && <p>{t("overview.markedCount", { count: marked })}</p>}
        <div>
          <ConfirmDialog
            trigger={t("overview.handIn")}
            title={t("overview.handIn.title")}
            variant="primary"
          >
            <Form method="post" action={`${attemptPath(attemptId)}/hand-in`} className="grid gap-4">
              <p>{t("overview.handIn.text")}</p>
              {unanswered > 0 && (
                <p className="font-semibold text-wait">
                  {t("overview.handIn.unanswered", { count: unanswered })}
                </p>
              )}
              <div>
                <Button variant="primary">{t("overview.handIn")}</Button>
              </div>
            </Form>
          </ConfirmDialog>
        </div>
      </div>
    </>
  );
}

function QuestionLink({
  attemptId,
  item: { position, answered, marked },
}: {
  attemptId: number;
  item: ItemProgress;
}) {
  const { t } = useTranslation("exams");
  return (
    <Link
      to={questionPath(attemptId, position)}
      className="card flex min-h-16 flex-col justify-center px-3 py-2 hover:border-brand"
    >
      <span className="font-semibold">{t("sit.question", { number: position })}</span>
      <span className="flex flex-wrap gap-x-3 text-sm">
        <span className={`flex items-center gap-1 ${answered ? "text-good" : "text-wait"}`}>
          {answered ? (
            <CircleCheckBig size={14} aria-hidden="true" />
          ) : (
            <CircleDashed size={14} aria-hidden="true" />
          )}
          {t(answered ? "overview.answered" : "overview.unanswered")}
        </span>
        {marked && (
          <span className="flex items-center gap-1">
            <Bookmark size={14} aria-hidden="true" />
            {t("overview.marked")}
          </span>
        )}
      </span>
    </Link>
  );
}

/**
 * Sends the answers that this device still keeps because there was no connection. One that another
 * tab has overtaken is left for its question's page, which shows both.
 */
function useSendKept(attemptId: number): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const kept = pendingAnswers(attemptId);
    const sendAll = async () => {
      let sent = 0;
      for (const position of kept.list()) {
        const url = `${questionPath(attemptId, position)}/answer`;
        const body = kept.find(position);
        const answer = body && (await fetch(url, { method: "POST", body }).catch(() => undefined));
        if (!answer || answer.status === 409) continue;
        kept.forget(position);
        sent += 1;
      }
      if (sent > 0) revalidate();
    };
    sendAll();
    addEventListener("online", sendAll);
    return () => removeEventListener("online", sendAll);
  }, [attemptId, revalidate]);
}
