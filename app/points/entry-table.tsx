import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { formatDate, useClock } from "#app/ui/date-time.tsx";
import { Day } from "#app/ui/day.tsx";
import type { ListedEntry } from "./entry-list.server.ts";
import { dayOfPoints } from "./points.ts";

/** Rows of a ledger in words: when, for what, how much and why. */
export function EntryTable({ entries }: { entries: ListedEntry[] }) {
  const { t } = useTranslation("points");
  const columns: Column<ListedEntry>[] = [
    { key: "day", label: t("day"), cell: ({ day }) => <Day value={day} /> },
    {
      key: "amount",
      label: t("amount"),
      align: "end",
      cell: ({ amount }) => (
        <span className={classNames("tabular-nums", amount === 0 && "text-muted")}>
          {amount > 0 ? `+${amount}` : String(amount).replace("-", "−")}
        </span>
      ),
    },
    { key: "what", label: t("what"), cell: (entry) => <What entry={entry} /> },
    { key: "why", label: t("why"), cell: (entry) => <Why entry={entry} /> },
  ];
  return <DataTable caption={t("list")} rows={entries} columns={columns} />;
}

function What({ entry: { reason, question, answerId, giver } }: { entry: ListedEntry }) {
  const { t } = useTranslation("points");
  return (
    <div className="min-w-56">
      <span className="block text-xs font-semibold text-muted">{t(`reason.${reason}`)}</span>
      {question ? (
        <Link
          to={`/questions/${question.id}#answer-${answerId}`}
          lang={question.locale}
          className="hover:text-brand hover:underline"
        >
          {question.title}
        </Link>
      ) : (
        <span className="text-muted">{t("question.gone")}</span>
      )}
      {giver && (
        <Link
          to={`/people/${giver.handle}`}
          className="block text-xs text-muted hover:text-brand hover:underline"
        >
          {t("from", { name: giver.name })}
        </Link>
      )}
    </div>
  );
}

function Why({ entry: { reason, explanation, detail, day, at } }: { entry: ListedEntry }) {
  const { t, i18n } = useTranslation("points");
  const { timeZone } = useClock();
  const recorded = new Date(at);
  const isLater =
    dayOfPoints(recorded) !== day &&
    ["taken-back", "corrected", "ring", "not-counted"].includes(explanation);
  return (
    <div className="min-w-56">
      {explanation === "earned" || explanation === "taken-back"
        ? t(`explanation.${explanation}.${reason}`)
        : t(`explanation.${explanation}`, detail)}
      {isLater && (
        <span className="block text-xs text-muted">
          {t("recordedOn", { date: formatDate(recorded, i18n.language, timeZone) })}
        </span>
      )}
    </div>
  );
}
