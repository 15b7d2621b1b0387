import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import type { AreaBalance, StaffExam } from "./exam-reading.server.ts";
import { drawnPerArea, examName } from "./exams.ts";

type Row = AreaBalance & { id: number };

/** How many items each area has, beside how many each exam draws from it. */
export function AreaBalanceTable({
  balance,
  exams,
}: {
  balance: AreaBalance[];
  /** Those in use. */
  exams: StaffExam[];
}) {
  const { t, i18n } = useTranslation("exams");
  const columns: Column<Row>[] = [
    {
      key: "area",
      label: t("items.area"),
      cell: ({ area }) => <span className="block min-w-28">{areaName(area, i18n.language)}</span>,
    },
    {
      key: "inUse",
      label: t("items.balance.inUse"),
      cell: ({ inUse }) => (
        <span className="whitespace-nowrap">{t("items.balance.inUse.value", inUse)}</span>
      ),
    },
    ...exams.map(
      (exam): Column<Row> => ({
        key: exam.slug,
        label: examName(exam, i18n.language),
        cell: (row) => <Need exam={exam} row={row} balance={balance} />,
      }),
    ),
  ];
  const rows = balance.map((row) => ({ ...row, id: row.area.id }));
  return <DataTable caption={t("items.balance.list")} rows={rows} columns={columns} />;
}

function Need({ exam, row, balance }: { exam: StaffExam; row: Row; balance: AreaBalance[] }) {
  const { t } = useTranslation("exams");
  const drawsFrom = ({ area, inUse }: AreaBalance) =>
    exam.areas.length === 0 ? inUse[exam.locale] > 0 : exam.areas.some(({ id }) => id === area.id);
  if (!drawsFrom(row)) return <span className="text-muted">{t("items.balance.notAsked")}</span>;
  const { least, most } = drawnPerArea(exam.itemCount, balance.filter(drawsFrom).length);
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      {least === most
        ? t("items.balance.needExactly", { count: least })
        : t("items.balance.need", { least, most })}
      {row.inUse[exam.locale] < least && <Badge tone="danger">{t("items.balance.short")}</Badge>}
    </span>
  );
}
