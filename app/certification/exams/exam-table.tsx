import { Link } from "@remix-run/react";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import type { StaffExam } from "./exam-reading.server.ts";
import { type BankState, examName } from "./exams.ts";

const BANK_TONES: Record<BankState["state"], Tone> = {
  enough: "good",
  thin: "wait",
  "too-small": "danger",
};

/** Exams with their terms, whether the bank suffices, and how attempts went. */
export function ExamTable({ exams }: { exams: StaffExam[] }) {
  const { t, i18n } = useTranslation("exams");
  const columns: Column<StaffExam>[] = [
    {
      key: "name",
      label: t("exams.name"),
      cell: (exam) => (
        <span className="block min-w-44">
          <Link
            to={`/staff/exams/${exam.id}`}
            className="font-semibold hover:text-brand hover:underline"
          >
            {examName(exam, i18n.language)}
          </Link>
          <span className="block text-xs text-muted">
            {exam.areas.length === 0
              ? t("exam.areas.all")
              : exam.areas.map((area) => areaName(area, i18n.language)).join(" ・ ")}
          </span>
        </span>
      ),
    },
    {
      key: "terms",
      label: t("exams.terms"),
      cell: ({ itemCount: items, timeLimitMinutes: minutes, passPercent: percent }) => (
        <span className="block min-w-44">
          {t("exams.terms.value", { items, minutes, percent })}
        </span>
      ),
    },
    {
      key: "bank",
      label: t("exams.bank"),
      cell: ({ bank: { state, available } }) => (
        <Badge tone={BANK_TONES[state]}>{t(`exams.bank.${state}`, { count: available })}</Badge>
      ),
    },
    {
      key: "figures",
      label: t("exams.figures"),
      cell: ({ figures: { ended, passed } }) => (
        <span className="block min-w-40 tabular-nums">
          {ended === 0
            ? t("exams.figures.none")
            : t("exams.figures.value", {
                ended,
                passed,
                percent: Math.round((passed * 100) / ended),
              })}
        </span>
      ),
    },
    {
      key: "state",
      label: t("exams.state"),
      cell: ({ retiredAt }) =>
        retiredAt ? (
          <Badge>{t("exams.retired")}</Badge>
        ) : (
          <Badge tone="good">{t("exams.inUse")}</Badge>
        ),
    },
  ];
  return <DataTable caption={t("exams.list")} rows={exams} columns={columns} />;
}
