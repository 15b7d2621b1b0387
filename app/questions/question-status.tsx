import { Form, Link } from "@remix-run/react";
import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { formatDate, useClock } from "#app/ui/date-time.tsx";
import type { CloseReason, QuestionState } from "#db/vocabulary.ts";
import { PostButton } from "./post-button.tsx";
import { QuestionStateIcon } from "./question-state-badge.tsx";
import type { Progress } from "./routing/progress.ts";

export type StatusData = {
  id: number;
  state: QuestionState;
  isOwn: boolean;
  closure: { reason: CloseReason; note: string; by: string | null; at: Date | string } | null;
  informationRequest: { message: string; by: string; at: Date | string } | null;
  /** Absent when the viewer may not see the question this one repeats. */
  canonical: { id: number; title: string } | null;
  may: Record<"reopen" | "unmarkDuplicate" | "endInformation", boolean>;
};

const grounds: Partial<Record<QuestionState, string>> = {
  open: "bg-wait-soft",
  "needs-info": "bg-wait-soft",
  answered: "bg-info-soft",
  solved: "bg-good-soft",
  hidden: "bg-danger-soft",
};

// Only the asker, helpers and staff see how an answerer is found: others do not fetch it.
const panel = () => import("./routing/routing-panel.tsx");
const RoutingPanel = lazy(async () => ({ default: (await panel()).RoutingPanel }));
const RoutingWords = lazy(async () => ({ default: (await panel()).RoutingWords }));

/** Where the question stands, in words, and the next step for whom it waits. */
export function QuestionStatus({ status, progress }: { status: StatusData; progress?: Progress }) {
  const isRouted = status.state === "open" && progress?.step && progress.step !== "ended";
  const words = <StatusWords status={status} />;
  return (
    <div
      className={classNames(
        "mb-5 grid gap-2 rounded-card px-4 py-3 text-sm",
        grounds[status.state] ?? "bg-sunken",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <QuestionStateIcon state={status.state} />
        {isRouted ? (
          <Suspense fallback={words}>
            <span className="font-semibold">
              <RoutingWords progress={progress} />
            </span>
          </Suspense>
        ) : (
          words
        )}
      </div>
      <StatusDetail status={status} />
      {progress && (
        <Suspense>
          <RoutingPanel progress={progress} />
        </Suspense>
      )}
    </div>
  );
}

function StatusWords({ status }: { status: StatusData }): ReactNode {
  const { t } = useTranslation("questions");
  const { state, closure, informationRequest, canonical } = status;
  const words: Record<QuestionState, string> = {
    open: t("status.open"),
    answered: status.isOwn ? t("status.answered") : t("status.answeredOther"),
    solved: t("status.solved"),
    "needs-info": t("status.needs-info", { name: informationRequest?.by ?? "" }),
    duplicate: canonical ? t("status.duplicate") : t("status.duplicateHidden"),
    closed: t("status.closed", {
      reason: closure ? t(`closeReason.${closure.reason}`) : "",
    }),
    hidden: t("status.hidden"),
  };
  return <span className="font-semibold">{words[state]}</span>;
}

function StatusDetail({ status }: { status: StatusData }): ReactNode {
  const { t, i18n } = useTranslation("questions");
  const { timeZone } = useClock();
  const { id, state, closure, informationRequest, canonical, may } = status;
  if (state === "needs-info" && informationRequest) {
    return (
      <>
        <p className="whitespace-pre-line">{informationRequest.message}</p>
        {status.isOwn && <p className="text-muted">{t("status.needsInfoOwn")}</p>}
        {may.endInformation && (
          <Form method="post" action={`/questions/${id}/information-request/removal`}>
            <Button variant="quiet" size="small">
              {t("status.informationGiven")}
            </Button>
          </Form>
        )}
      </>
    );
  }
  if (state === "duplicate") {
    return (
      <>
        {canonical && (
          <Link to={`/questions/${canonical.id}`} className="text-link text-base font-semibold">
            {canonical.title}
          </Link>
        )}
        {may.unmarkDuplicate && (
          <div>
            <PostButton action={`/questions/${id}/duplicate/removal`} variant="quiet">
              {t("duplicate.remove")}
            </PostButton>
          </div>
        )}
      </>
    );
  }
  if (state === "closed" && closure) {
    return (
      <>
        {closure.note && <p className="whitespace-pre-line">{closure.note}</p>}
        <p className="text-muted">
          {closure.by === null
            ? t("status.presumedSolved")
            : t("status.closedBy", {
                name: closure.by,
                date: formatDate(new Date(closure.at), i18n.language, timeZone),
              })}
        </p>
        {may.reopen && (
          <div>
            <PostButton action={`/questions/${id}/closure/removal`} variant="quiet">
              {t("close.reopen")}
            </PostButton>
          </div>
        )}
      </>
    );
  }
  return null;
}
