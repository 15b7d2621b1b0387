import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type { StaffPerson } from "./staff-people.server.ts";
import { StaffPersonLine } from "./staff-person-line.tsx";

/** Everyone, one a row, for staff. */
export function StaffPeopleTable({ people }: { people: StaffPerson[] }) {
  const { t } = useTranslation("staff");
  return (
    <DataTable
      caption={t("people.list")}
      rows={people}
      columns={[
        { key: "name", label: t("people.name"), cell: (row) => <StaffPersonLine person={row} /> },
        {
          key: "organisation",
          label: t("people.organisation"),
          cell: (row) => <Organisation person={row} />,
        },
        {
          key: "email",
          label: t("people.email"),
          cell: (row) => (
            <span className={row.email ? "block min-w-60" : "text-muted"}>
              {row.email ?? t("people.noEmail")}
            </span>
          ),
        },
        {
          key: "joined",
          label: t("people.joined"),
          cell: (row) => <DateTime value={row.createdAt} style="date" />,
        },
      ]}
    />
  );
}

function Organisation({ person: { organisation, role } }: { person: StaffPerson }) {
  const { t } = useTranslation("staff");
  if (!organisation) return role === "member" ? null : t("people.organisation.vendor");
  return (
    <Link
      to={`/staff/organisations/${organisation.id}`}
      className="block min-w-40 hover:text-brand hover:underline"
    >
      {organisation.name}
    </Link>
  );
}
