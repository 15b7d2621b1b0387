import { NavLink, useLocation } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CardList } from "#app/ui/card.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { DateTime } from "#app/ui/date-time.tsx";
import { MailBadge } from "./mail-badge.tsx";
import type { OutboxRow } from "./outbox-reading.server.ts";

/** One line per mail; the open one is marked. */
export function OutboxList({ rows }: { rows: OutboxRow[] }) {
  const { t } = useTranslation("mail");
  const { search } = useLocation();
  return (
    <CardList label={t("outbox.list")}>
      {rows.map((row) => (
        <li key={row.id}>
          <NavLink
            to={{ pathname: `/staff/outbox/${row.id}`, search }}
            preventScrollReset
            className={({ isActive }) =>
              classNames("block px-4 py-3 hover:bg-sunken", isActive && "bg-brand-soft")
            }
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate font-semibold">
                {row.subject ?? t(`outbox.kind.${row.kind}`)}
              </span>
              <MailBadge state={row.state} />
            </span>
            <span className="flex items-baseline justify-between gap-3 text-sm text-muted">
              <span className="min-w-0 truncate">{row.toAddress}</span>
              <DateTime value={row.createdAt} />
            </span>
          </NavLink>
        </li>
      ))}
    </CardList>
  );
}
