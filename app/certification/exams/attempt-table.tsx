import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { attemptPath } from "./attempt-paths.ts";
import { scorePercent } from "./grading.ts";
import type { AttemptSummary } from "./standing.server.ts";

/** One's own attempts at an exam, the newest first. */
export function AttemptTable({ attempts }: { attempts: AttemptSummary[] }) {
  const { t } = useTranslation("exams");
  return (
    <DataTable
      caption={t("attempts.list")}
      rows={attempts.toReversed()}
      columns={[
        {
          key: "number",
          label: t("attempts.number"),
          cell: ({ id, number }) => (
            <Link
              to={attemptPath(id)}
              className="block min-w-16 font-semibold hover:text-brand hover:underline"
            >
              {t("attempts.number.value", { number })}
            </Link>
          ),
        },
        {
          key: "date",
          label: t("attempts.date"),
          cell: ({ startedAt }) => <DateTime value={startedAt} style="exact" />,
        },
        {
          key: "result",
          label: t("attempts.result"),
          cell: ({ passed }) =>
            passed === null ? (
              <Badge tone="wait">{t("attempts.open")}</Badge>
            ) : (
              <Badge tone={passed ? "good" : "neutral"}>
                {t(passed ? "attempts.passed" : "attempts.failed")}
              </Badge>
            ),
        },
        {
          key: "score",
          label: t("attempts.score"),
          align: "end",
          cell: ({ correctCount, itemCount }) =>
            correctCount !== null && (
              <span className="whitespace-nowrap">
                {t("attempts.score.value", {
                  items: itemCount,
                  right: correctCount,
                  percent: scorePercent(correctCount, itemCount),
                })}
              </span>
            ),
        },
      ]}
    />
  );
}
