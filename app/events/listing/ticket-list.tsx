import { Form, Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { formatExact, useClock } from "#app/ui/date-time.tsx";
import type { Admission, EventPlace, Phase, Tier } from "#db/vocabulary.ts";
import type { Ineligibility } from "../admission/admission.ts";
import { placesLeft, standingWords } from "./standing-words.ts";

export type TicketData = {
  id: number;
  name: string;
  description: string;
  place: "on-site" | "online";
  admission: Admission;
  capacity: number;
  organisationCap: number | null;
  phases: Phase[];
  tiers: Tier[];
  supportersOnly: boolean;
  drawAt: Date | string | null;
  drawnAt: Date | string | null;
  drawCommitment: string | null;
  taken: number;
  waiting: number;
  applied: number;
  why: Ineligibility | null;
};

/** Whether and how the viewer applies from here. */
export type Applying = "here" | "on-form" | "no";

/** The tickets of an event: how full each is, for whom it is, and the one button that applies. */
export function TicketList({
  event,
  tickets,
  applying,
}: {
  event: { id: number; place: EventPlace };
  tickets: TicketData[];
  applying: Applying;
}) {
  const { t } = useTranslation("events");
  const first = tickets.find(({ why }) => why === null);
  return (
    <CardList label={t("tickets.title")}>
      {tickets.map((ticket) => (
        <CardRow
          key={ticket.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3"
        >
          <div className="min-w-0 flex-1 basis-64">
            <h3 className="font-semibold wrap-anywhere">
              {ticket.name}
              {event.place === "hybrid" && ticket.name !== t(`place.${ticket.place}`) && (
                <span className="ml-2 text-sm font-normal text-muted">
                  {t(`place.${ticket.place}`)}
                </span>
              )}
            </h3>
            <p>{standingWords(ticket, t)}</p>
            <TicketDetails eventId={event.id} ticket={ticket} />
          </div>
          {applying !== "no" &&
            (ticket.why === null ? (
              <ApplyButton
                eventId={event.id}
                ticket={ticket}
                onForm={applying === "on-form"}
                variant={ticket === first ? "primary" : "quiet"}
              />
            ) : (
              <p className="max-w-64 text-sm text-muted">{t(`why.${ticket.why}`)}</p>
            ))}
        </CardRow>
      ))}
    </CardList>
  );
}

function TicketDetails({ eventId, ticket }: { eventId: number; ticket: TicketData }) {
  const { t, i18n } = useTranslation("events");
  const { t: common } = useTranslation();
  const { timeZone } = useClock();
  const { phases, tiers, supportersOnly, organisationCap } = ticket;
  const limits = [
    supportersOnly && t("tickets.supportersOnly"),
    phases.length > 0 &&
      t("tickets.phases", { phases: phases.map((phase) => common(`phase.${phase}`)).join("・") }),
    tiers.length > 0 && t("tickets.tiers", { tiers: tiers.join("・") }),
    organisationCap !== null && t("tickets.cap", { count: organisationCap }),
  ].filter((words) => words !== false);
  const drawAt = ticket.drawAt && formatExact(new Date(ticket.drawAt), i18n.language, timeZone);
  return (
    <div className="mt-1 grid gap-1 text-sm text-muted">
      {ticket.description && (
        <p className="whitespace-pre-line wrap-anywhere">{ticket.description}</p>
      )}
      <p>{t("tickets.counts", ticket)}</p>
      {limits.length > 0 && <p>{limits.join(" ・ ")}</p>}
      {drawAt && (
        <p>
          {t(ticket.drawnAt ? "tickets.drawn" : "tickets.draw", { time: drawAt })}{" "}
          <Link
            to={`/events/${eventId}/draws/${ticket.id}`}
            className="text-link inline-flex min-h-11 items-center md:min-h-0"
          >
            {t(ticket.drawnAt ? "tickets.drawRecord" : "tickets.drawHow")}
          </Link>
        </p>
      )}
      {!ticket.drawnAt && ticket.drawCommitment && (
        <p>
          {t("tickets.commitment")}{" "}
          <code className="text-xs break-all">{ticket.drawCommitment}</code>
        </p>
      )}
    </div>
  );
}

function ApplyButton({
  eventId,
  ticket,
  onForm,
  variant,
}: {
  eventId: number;
  ticket: TicketData;
  onForm: boolean;
  variant: "primary" | "quiet";
}) {
  const { t } = useTranslation("events");
  const words = t(`apply.${applyVerb(ticket)}`);
  const label = t("apply.label", { action: words, name: ticket.name });
  if (onForm) {
    return (
      <ButtonLink
        to={`/events/${eventId}/registrations/new?ticket=${ticket.id}`}
        variant={variant}
        aria-label={label}
      >
        {words}
      </ButtonLink>
    );
  }
  return (
    <Form method="post" action={`/events/${eventId}/registrations`} preventScrollReset>
      <input type="hidden" name="ticket" value={ticket.id} />
      <Button variant={variant} aria-label={label}>
        {words}
      </Button>
    </Form>
  );
}

/** What applying for a ticket means at this moment. */
export function applyVerb(
  ticket: Pick<TicketData, "admission" | "capacity" | "taken" | "waiting" | "applied" | "drawnAt">,
): "now" | "wait" | "lottery" | "approval" {
  if (ticket.admission === "lottery" && !ticket.drawnAt) return "lottery";
  if (ticket.admission === "approval") return "approval";
  return placesLeft(ticket) > 0 ? "now" : "wait";
}
