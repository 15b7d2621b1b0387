import { Link } from "@remix-run/react";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { ItemFlags } from "./item-flags.tsx";
import type { ListedItem } from "./item-list.server.ts";

/** Items of the question bank with their figures. */
export function ItemTable({ items }: { items: ListedItem[] }) {
  const { t, i18n } = useTranslation("exams");
  const { t: common } = useTranslation();
  const columns: Column<ListedItem>[] = [
    {
      key: "code",
      label: t("items.code"),
      cell: ({ id, code }) => (
        <Link
          to={`/staff/exam-items/${id}`}
          className="font-semibold whitespace-nowrap hover:text-brand hover:underline"
        >
          {code}
        </Link>
      ),
    },
    {
      key: "stem",
      label: t("items.stem"),
      cell: ({ stem, locale, figures }) => (
        <span className="block min-w-72">
          <span lang={locale}>{stem}</span>
          <ItemFlags figures={figures} />
        </span>
      ),
    },
    {
      key: "area",
      label: t("items.area"),
      cell: ({ area }) => <span className="block min-w-28">{areaName(area, i18n.language)}</span>,
    },
    {
      key: "kind",
      label: t("items.kind"),
      cell: ({ kind, locale }) => (
        <span className="flex flex-wrap gap-1">
          <Badge>{t(`kind.${kind}`)}</Badge>
          {locale !== "ja" && <Badge>{common(`locale.${locale}`)}</Badge>}
        </span>
      ),
    },
    {
      key: "p",
      label: t("items.p"),
      align: "end",
      cell: ({ figures: { p } }) => (p === null ? t("items.noFigures") : `${Math.round(p * 100)}%`),
    },
    {
      key: "r",
      label: t("items.r"),
      align: "end",
      cell: ({ figures: { r } }) => (r === null ? t("items.noFigures") : r.toFixed(2)),
    },
    { key: "n", label: t("items.n"), align: "end", cell: ({ figures: { n } }) => n },
  ];
  return <DataTable caption={t("items.list")} rows={items} columns={columns} />;
}
