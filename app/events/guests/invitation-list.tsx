import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { GuestLine } from "./guest-line.tsx";
import type { InvitationFate, ListedInvitation } from "./inviting.server.ts";

const tones: Record<InvitationFate, Tone> = {
  "not-yet": "wait",
  withdrawn: "neutral",
  came: "good",
  applied: "info",
  waitlisted: "info",
  offered: "info",
  confirmed: "good",
  cancelled: "neutral",
  declined: "neutral",
};

/** The invited, what became of each, and a way to take an invitation back that was not taken up. */
export function InvitationList({
  invitations,
  here,
}: {
  invitations: ListedInvitation[];
  here: string;
}) {
  const { t } = useTranslation(["organising", "events"]);
  const fateInWords = (fate: InvitationFate) =>
    fate === "not-yet" || fate === "withdrawn" || fate === "came"
      ? t(`invitations.fate.${fate}`)
      : t(`events:registration.${fate}`);
  return (
    <CardList label={t("invitations.list")}>
      {invitations.map(({ id, person, inviterName, invitedAt, fate }) => (
        <CardRow
          key={id}
          className="grid items-center gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_9rem]"
        >
          <GuestLine person={person} />
          <div className="grid justify-items-start gap-1 text-sm">
            <Badge tone={tones[fate]}>{fateInWords(fate)}</Badge>
            <span className="text-muted">
              {t("invitations.invitedBy", { name: inviterName })} <DateTime value={invitedAt} />
            </span>
          </div>
          {fate === "not-yet" && (
            <ConfirmDialog
              trigger={
                <>
                  {t("invitations.withdraw")}
                  <span className="sr-only">
                    {t("invitations.withdraw.of", { name: person.name })}
                  </span>
                </>
              }
              title={t("invitations.withdraw.title", { name: person.name })}
            >
              <p className="mb-4">{t("invitations.withdraw.text")}</p>
              <Form method="post" action={`${here}/${id}/removal`}>
                <Button variant="danger">{t("invitations.withdraw")}</Button>
              </Form>
            </ConfirmDialog>
          )}
        </CardRow>
      ))}
    </CardList>
  );
}
