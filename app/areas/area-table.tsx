import { Form, Link } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { StaffArea } from "./area-commands.server.ts";

/** Product areas in their order, which can be changed here. */
export function AreaTable({ areas }: { areas: StaffArea[] }) {
  const { t } = useTranslation("staff");
  const lastInUse = areas.findLastIndex((area) => !area.retiredAt);
  return (
    <DataTable
      caption={t("areas.list")}
      rows={areas.map((area, index) => ({ ...area, index }))}
      columns={[
        {
          key: "order",
          label: t("areas.order"),
          cell: (row) =>
            !row.retiredAt && (
              <span className="flex">
                <Move area={row} direction="up" disabled={row.index === 0} />
                <Move area={row} direction="down" disabled={row.index === lastInUse} />
              </span>
            ),
        },
        {
          key: "name",
          label: t("areas.name"),
          cell: (row) => (
            <Link
              to={`/staff/areas/${row.id}`}
              className="block min-w-40 font-semibold hover:text-brand hover:underline"
            >
              {row.nameJa}
            </Link>
          ),
        },
        {
          key: "nameEn",
          label: t("areas.nameEn"),
          cell: (row) => <span className="block min-w-32">{row.nameEn}</span>,
        },
        { key: "slug", label: t("areas.slug"), cell: (row) => <code>{row.slug}</code> },
        {
          key: "state",
          label: t("areas.state"),
          cell: (row) =>
            row.retiredAt ? (
              <Badge>{t("areas.retired")}</Badge>
            ) : (
              <Badge tone="good">{t("areas.inUse")}</Badge>
            ),
        },
      ]}
    />
  );
}

function Move({
  area,
  direction,
  disabled,
}: {
  area: StaffArea;
  direction: "up" | "down";
  disabled: boolean;
}) {
  const { t } = useTranslation("staff");
  const Arrow = direction === "up" ? ArrowUp : ArrowDown;
  return (
    <Form method="post" action={`/staff/areas/${area.id}/position`} preventScrollReset>
      <input type="hidden" name="direction" value={direction} />
      <Button variant="bare" size="small" disabled={disabled} className="px-2">
        <Arrow size={16} aria-hidden="true" />
        <span className="sr-only">{t(`areas.${direction}`, { name: area.nameJa })}</span>
      </Button>
    </Form>
  );
}
