import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { AuditDetail } from "./audit-detail.tsx";
import type { AuditEntry } from "./audit-reading.server.ts";

/** Lines of the log in words. */
export function AuditTable({
  entries,
  withTarget = true,
  withAddress = false,
}: {
  entries: AuditEntry[];
  /** Left out where all lines tell of the same thing. */
  withTarget?: boolean;
  /** Network addresses are for admins. */
  withAddress?: boolean;
}) {
  const { t, i18n } = useTranslation("staff");
  const columns: Column<AuditEntry>[] = [
    { key: "at", label: t("audit.at"), cell: ({ at }) => <DateTime value={at} style="exact" /> },
    {
      key: "actor",
      label: t("audit.actor"),
      cell: ({ actor }) =>
        actor ? (
          <Link
            to={`/staff/people/${actor.handle}`}
            className="block min-w-24 hover:text-brand hover:underline"
          >
            {actor.name}
          </Link>
        ) : (
          <span className="text-muted">{t("audit.nobody")}</span>
        ),
    },
    {
      key: "what",
      label: t("audit.what"),
      cell: ({ action, detail }) => {
        const key = `audit.action.${action}`;
        return (
          <span className="block min-w-56">
            {/* A line older than this version of the portal may tell of something it cannot name. */}
            {i18n.exists(key, { ns: "staff" }) ? t(key as "audit.action.mail.opened") : action}
            <AuditDetail detail={detail} />
          </span>
        );
      },
    },
    ...(withTarget
      ? [
          {
            key: "target",
            label: t("audit.target"),
            cell: ({ target }: AuditEntry) =>
              target.to ? (
                <Link to={target.to} className="block min-w-32 hover:text-brand hover:underline">
                  {target.text}
                </Link>
              ) : (
                target.text
              ),
          },
        ]
      : []),
    ...(withAddress
      ? [
          {
            key: "address",
            label: t("audit.address"),
            cell: ({ address }: AuditEntry) => (
              <span className="whitespace-nowrap text-muted">{address}</span>
            ),
          },
        ]
      : []),
  ];
  return <DataTable caption={t("audit.list")} rows={entries} columns={columns} />;
}
