import { Link, useNavigate } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import type { ItemProgress } from "./attempt-page.server.ts";
import { attemptPath } from "./attempt-paths.ts";
import { TimeLeft } from "./time-left.tsx";

/** What stays in sight during an attempt: the time left and how far one is. */
export function AttemptBar({
  attempt: { id, deadlineAt },
  now,
  progress,
  withOverview,
}: {
  attempt: { id: number; deadlineAt: Date };
  now: Date;
  progress: ItemProgress[];
  /** Leads to the overview. */
  withOverview?: boolean;
}) {
  const { t } = useTranslation("exams");
  const navigate = useNavigate();
  const items = progress.length;
  const answered = progress.filter((item) => item.answered).length;
  const words = t("sit.progress", { items, answered });
  return (
    <div className="card sticky top-2 z-10 mb-5 grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <TimeLeft deadlineAt={deadlineAt} now={now} onTimeUp={() => navigate(attemptPath(id))} />
        {withOverview && (
          <Link
            to={attemptPath(id)}
            className="text-link inline-flex min-h-11 items-center text-sm"
          >
            {t("sit.overviewLink")}
          </Link>
        )}
      </div>
      <div className="flex items-center gap-3 text-sm text-muted">
        <progress
          max={items}
          value={answered}
          aria-label={words}
          className="h-2 flex-1 appearance-none overflow-hidden rounded-full border border-line-strong bg-sunken [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-brand"
        />
        <span aria-hidden="true">{words}</span>
      </div>
    </div>
  );
}
