import { Link } from "@remix-run/react";
import { CircleCheckBig, CircleDashed } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { amountIn, requirementWords } from "./requirement-words.ts";
import { isCounted, type Progress } from "./requirements.ts";

/** How far somebody is with each requirement, and the rows behind each figure. */
export function ProgressList({
  progress,
  examSlug,
  measured,
}: {
  progress: Progress[];
  /** Leads to the exam that is asked for. */
  examSlug?: string | null;
  /** What each came to when the application was submitted. */
  measured?: Partial<Record<Progress["kind"], number>>;
}) {
  const { t } = useTranslation("certification");
  return (
    <CardList label={t("progress.title")}>
      {progress.map((item) => (
        <CardRow key={item.kind}>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <p className="font-semibold">{requirementWords(t, item)}</p>
            <ProgressState item={item} />
          </div>
          {isCounted(item.kind) && (
            <meter
              className="mt-2 h-2 w-full"
              min={0}
              max={item.threshold}
              value={Math.min(item.value, item.threshold)}
              aria-label={requirementWords(t, item)}
            />
          )}
          {measured?.[item.kind] !== undefined && (
            <p className="mt-1 text-sm text-muted">
              {t("review.measured", { value: amountIn(t, item.kind, measured[item.kind] ?? 0) })}
              {" ・ "}
              {t("review.now", { value: amountIn(t, item.kind, item.value) })}
            </p>
          )}
          {!item.met && <p className="mt-1 text-sm text-muted">{t(`hint.${item.kind}`)}</p>}
          {item.kind === "exam" && !item.met && examSlug && (
            <Link to={`/exams/${examSlug}`} className="mt-2 inline-block py-1 text-brand underline">
              {t("progress.takeExam")}
            </Link>
          )}
          {item.evidence.length > 0 && <EvidenceList item={item} />}
        </CardRow>
      ))}
    </CardList>
  );
}

function ProgressState({ item }: { item: Progress }) {
  const { t } = useTranslation("certification");
  if (item.met) {
    return (
      <span className="inline-flex items-center gap-1 text-sm font-semibold text-good">
        <CircleCheckBig size={16} aria-hidden="true" />
        {t("progress.met")}
        {isCounted(item.kind) && <span>{amountIn(t, item.kind, item.value)}</span>}
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-1 text-sm text-muted">
      <CircleDashed size={16} aria-hidden="true" />
      {isCounted(item.kind)
        ? t("progress.open", { left: amountIn(t, item.kind, item.threshold - item.value) })
        : t("progress.notYet")}
    </span>
  );
}

function EvidenceList({ item }: { item: Progress }) {
  const { t } = useTranslation("certification");
  return (
    <details className="mt-2 text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-muted">
        {t("progress.evidence")}
      </summary>
      <ul className="mt-1 grid gap-1">
        {item.evidence.map(({ title, at, to }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows without a key of their own, never reordered
          <li key={index} className="flex flex-wrap gap-x-3">
            {to ? (
              <Link to={to} className="min-w-0 py-1 text-brand underline">
                {title}
              </Link>
            ) : (
              <span className="py-1">{title}</span>
            )}
            <span className="py-1 text-muted">
              <DateTime value={at} style="date" />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
