import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime, useClock } from "#app/ui/date-time.tsx";
import { certificationName } from "../definitions/definitions.ts";
import { CredentialBadge } from "./credential-badge.tsx";
import { credentialState, isLive, type Term } from "./credentials.ts";

export type CredentialRow = Term & {
  id: number;
  publicId: string;
  number: string;
  level: number;
  nameJa: string;
  nameEn: string;
  personName: string;
  personHandle: string;
  organisationName: string | null;
};

/** Credentials as staff see them. */
export function CredentialTable({ caption, rows }: { caption: string; rows: CredentialRow[] }) {
  const { t, i18n } = useTranslation("certification");
  const { now } = useClock();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        {
          key: "person",
          label: t("holders.column.person"),
          cell: (row) => (
            <span className="flex flex-wrap gap-x-3">
              <Link to={`/staff/people/${row.personHandle}`} className="font-semibold underline">
                {row.personName}
              </Link>
              <span className="text-muted">{row.organisationName}</span>
            </span>
          ),
        },
        {
          key: "certification",
          label: t("holders.column.certification"),
          cell: (row) => (
            <span className="flex items-center gap-2">
              <CertificationMark level={row.level} label={t("level", { level: row.level })} />
              {certificationName(row, i18n.language)}
            </span>
          ),
        },
        {
          key: "state",
          label: t("holders.column.state"),
          cell: (row) => <CredentialBadge term={row} />,
        },
        {
          key: "number",
          label: t("holders.column.number"),
          cell: (row) => (
            <Link to={`/credentials/${row.publicId}`} className="tabular-nums underline">
              {row.number}
            </Link>
          ),
        },
        {
          key: "issued",
          label: t("holders.column.issued"),
          cell: (row) => <DateTime value={row.issuedAt} style="date" />,
        },
        {
          key: "until",
          label: t("holders.column.until"),
          cell: (row) => <DateTime value={row.expiresAt} style="date" />,
        },
        {
          key: "revoke",
          label: t("revoke.open"),
          cell: (row) =>
            isLive(credentialState(row, now)) ? (
              <ButtonLink
                to={`/staff/credentials/${row.id}/revocation`}
                size="small"
                variant="bare"
              >
                {t("revoke.open")}
                <span className="sr-only">{row.personName}</span>
              </ButtonLink>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
