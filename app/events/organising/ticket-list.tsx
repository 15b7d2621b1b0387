import { Form, Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type { Admission, Phase, TicketPlace, Tier } from "#db/vocabulary.ts";

type Row = {
  id: number;
  name: string;
  place: TicketPlace;
  capacity: number;
  admission: Admission;
  organisationCap: number | null;
  phases: Phase[];
  tiers: Tier[];
  supportersOnly: boolean;
  drawAt: string | Date | null;
  drawCommitment: string | null;
  drawnAt: string | Date | null;
  applied: number;
  taken: number;
  waiting: number;
  isRemovable: boolean;
};

/** The tickets of an event, how full each is, and what can be done with it. */
export function TicketList({
  eventId,
  tickets,
  isOpen,
}: {
  eventId: number;
  tickets: Row[];
  isOpen: boolean;
}) {
  const { t } = useTranslation("organising");
  const here = `/events/${eventId}/tickets`;
  return (
    <CardList label={t("tickets.title")}>
      {tickets.map((ticket) => (
        <CardRow key={ticket.id} className="grid gap-2">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <h3 className="font-semibold wrap-anywhere">{ticket.name}</h3>
            {isOpen && (
              <div className="flex flex-wrap items-start gap-2">
                <Link
                  to={`${here}/${ticket.id}`}
                  className="text-link inline-flex min-h-11 items-center text-sm"
                >
                  {t("tickets.edit")}
                  <span className="sr-only"> {ticket.name}</span>
                </Link>
                {ticket.isRemovable && (
                  <ConfirmDialog
                    trigger={t("tickets.remove")}
                    title={t("tickets.remove.title", { name: ticket.name })}
                    variant="bare"
                  >
                    <Form method="post" action={`${here}/${ticket.id}/removal`}>
                      <Button variant="danger">{t("tickets.remove")}</Button>
                    </Form>
                  </ConfirmDialog>
                )}
              </div>
            )}
          </div>
          <TicketFacts ticket={ticket} />
        </CardRow>
      ))}
    </CardList>
  );
}

function TicketFacts({ ticket }: { ticket: Row }) {
  const { t } = useTranslation("organising");
  const { t: words } = useTranslation("events");
  const rules = [
    ...ticket.phases.map((phase) => t(`phase.${phase}`)),
    ...ticket.tiers.map((tier) => t(`tier.${tier}`)),
    ...(ticket.supportersOnly ? [t("ticket.supportersOnly")] : []),
  ];
  return (
    <div className="grid gap-1 text-sm text-muted">
      <p>
        {words(`admission.${ticket.admission}`)} ・ {words(`place.${ticket.place}`)} ・{" "}
        {t("tickets.capacity", { capacity: ticket.capacity })}
        {ticket.organisationCap !== null && (
          <> ・ {t("tickets.cap", { cap: ticket.organisationCap })}</>
        )}
      </p>
      <p className="text-ink tabular-nums">
        {t("tickets.use", { taken: ticket.taken, waiting: ticket.waiting })}
      </p>
      {rules.length > 0 && <p>{t("tickets.rules", { rules: rules.join(t("list.separator")) })}</p>}
      {ticket.drawAt && (
        <>
          <p>
            {t(ticket.drawnAt ? "tickets.drawn" : "tickets.draw")}{" "}
            <DateTime value={ticket.drawnAt ?? ticket.drawAt} style="exact" />
          </p>
          <p className="break-all">
            {t("tickets.commitment")} <code>{ticket.drawCommitment}</code>
          </p>
        </>
      )}
    </div>
  );
}
