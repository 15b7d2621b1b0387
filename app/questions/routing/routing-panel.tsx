import { Check } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { type Progress, STAGES, stageOf } from "./progress.ts";
import { RoutingButtons } from "./routing-buttons.tsx";
import { useDeadline } from "./use-deadline.ts";

/** How far the question has come, in steps and in words, and what the viewer can do about it. */
export function RoutingPanel({ progress }: { progress: Progress }) {
  const { t } = useTranslation("routing");
  const detail = useDetail(progress);
  const { questionId, isTaker, isOffered, canTake, isOwn } = progress;
  return (
    <div className="grid gap-3">
      {detail && <p className="text-muted">{detail}</p>}
      {isOffered && <p>{t("detail.offered")}</p>}
      <Stages progress={progress} />
      {!isOwn && (isTaker || isOffered || canTake) && (
        <RoutingButtons
          from="question"
          canHandOver={isTaker || isOffered}
          {...{ questionId, isTaker, isOffered, canTake }}
        />
      )}
    </div>
  );
}

/** The sentence that says where an open question stands. */
export function RoutingWords({ progress }: { progress: Progress }) {
  const { t } = useTranslation("routing");
  const { left } = useDeadline();
  const { step, taker, nextAt, isTaker } = progress;
  if (isTaker) return t("words.takenByMe", { left: left(nextAt) });
  if (taker) return t("words.taken", { name: taker.name, left: left(nextAt) });
  if (step === "first" || step === "everyone") return t(`words.${step}`, { left: left(nextAt) });
  return t("words.staff");
}

function useDetail(progress: Progress): string | undefined {
  const { t } = useTranslation("routing");
  const { moment } = useDeadline();
  const { state, step, taker, nextAt, askedCount } = progress;
  if (state === "needs-info" && step !== "ended") return t("left.paused");
  if (state !== "open" || step === null || step === "ended") return undefined;
  if (nextAt === null) return taker ? undefined : t("detail.staff");
  const time = moment(nextAt);
  if (taker) return t("detail.taken", { time });
  return step === "first"
    ? t("detail.first", { count: askedCount, time })
    : t("detail.everyone", { time });
}

/** 受付 → 担当者あり → 要情報 → 解決 */
function Stages({ progress }: { progress: Progress }) {
  const { t } = useTranslation("routing");
  const now = stageOf(progress);
  const reached = STAGES.indexOf(now);
  return (
    <ol aria-label={t("stage.label")} className="grid grid-cols-4 gap-1 text-xs">
      {STAGES.map((stage, index) => {
        const isNow = stage === now;
        const skipped = stage === "needs-info" && !isNow;
        const isDone = !skipped && (index < reached || (isNow && stage === "solved"));
        return (
          <li
            key={stage}
            aria-current={isNow ? "step" : undefined}
            className={classNames(
              "border-t-4 pt-1.5",
              isNow || isDone ? "border-brand" : "border-line-strong",
              isNow ? "font-bold text-ink" : "text-muted",
            )}
          >
            <span className="flex flex-wrap items-center gap-x-1">
              {isDone && <Check size={14} aria-hidden="true" className="text-brand" />}
              {t(`stage.${stage}`)}
            </span>
            {isDone && <span className="sr-only">{t("stage.done")}</span>}
            {isNow && !isDone && <span className="block font-normal">{t("stage.now")}</span>}
            {skipped && <span className="block">{t("stage.asNeeded")}</span>}
          </li>
        );
      })}
    </ol>
  );
}
