import { Form } from "@remix-run/react";
import type { ListedInvitation } from "#app/auth/invitations.server.ts";
import type { InvitationState } from "#app/auth/invitations.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DateTime, formatDate, useClock } from "#app/ui/date-time.tsx";

const tones: Record<InvitationState, Tone> = {
  open: "wait",
  accepted: "good",
  withdrawn: "neutral",
  expired: "neutral",
};

/** Invitations and what became of them; open ones can be withdrawn. */
export function InvitationTable({
  invitations,
  redirectTo,
  columns = [],
}: {
  invitations: ListedInvitation[];
  /** The page that shows the table: withdrawing leads back to it. */
  redirectTo: string;
  /** More to show, where invitations of several organisations come together. */
  columns?: Column<ListedInvitation>[];
}) {
  const { t } = useTranslation(["organisations", "common"]);
  return (
    <DataTable
      caption={t("invitations.list")}
      rows={invitations}
      columns={[
        {
          key: "email",
          label: t("invitations.email"),
          cell: (row) => (
            <span className="flex min-w-48 flex-wrap items-center gap-2">
              {row.email}
              {row.asLead && <Badge>{t("common:person.lead")}</Badge>}
            </span>
          ),
        },
        ...columns,
        {
          key: "by",
          label: t("invitations.by"),
          cell: (row) => <span className="block min-w-20">{row.inviterName}</span>,
        },
        {
          key: "sent",
          label: t("invitations.sent"),
          cell: (row) => <DateTime value={row.createdAt} />,
        },
        {
          key: "state",
          label: t("invitations.state"),
          cell: (row) => <State invitation={row} />,
        },
        {
          key: "withdraw",
          label: t("invitations.actions"),
          align: "end",
          cell: (row) =>
            row.state === "open" && <Withdrawal invitation={row} redirectTo={redirectTo} />,
        },
      ]}
    />
  );
}

function State({ invitation: { state, expiresAt } }: { invitation: ListedInvitation }) {
  const { t, i18n } = useTranslation("organisations");
  const { timeZone } = useClock();
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={tones[state]}>{t(`invitations.state.${state}`)}</Badge>
      {state === "open" && (
        <span className="text-xs whitespace-nowrap text-muted">
          {t("invitations.until", {
            date: formatDate(new Date(expiresAt), i18n.language, timeZone),
          })}
        </span>
      )}
    </span>
  );
}

function Withdrawal({
  invitation: { id, email },
  redirectTo,
}: {
  invitation: ListedInvitation;
  redirectTo: string;
}) {
  const { t } = useTranslation("organisations");
  return (
    <ConfirmDialog
      trigger={t("invitations.withdraw")}
      title={t("invitations.withdraw.title", { email })}
      variant="bare"
    >
      <Form method="post" action={`/invitations/${id}/removal`} className="text-left">
        <p className="mb-4">{t("invitations.withdraw.text")}</p>
        <input type="hidden" name="redirectTo" value={redirectTo} />
        <Button variant="danger">{t("invitations.withdraw")}</Button>
      </Form>
    </ConfirmDialog>
  );
}
