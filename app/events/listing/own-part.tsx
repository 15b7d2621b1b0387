import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink, buttonLook } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type {
  Admission,
  EventState,
  RegistrationEnding,
  RegistrationState,
} from "#db/vocabulary.ts";
import { RegistrationBadge } from "./event-state-badge.tsx";

export type OwnData = {
  state: RegistrationState;
  ending: RegistrationEnding | null;
  note: string;
  offerEndsAt: Date | string | null;
  position: number | null;
  ticket: {
    id: number;
    name: string;
    admission: Admission;
    drawAt: Date | string | null;
    drawnAt: Date | string | null;
  };
};

type Props = {
  event: { id: number; startsAt: Date | string };
  state: EventState;
  own: OwnData;
  /** Whether it has begun: from then on nothing is given back. */
  hasBegun: boolean;
  /** Whether people can check themselves in now. */
  isAtDoor?: boolean;
  /** On the page of the ticket itself nothing leads to it. */
  isTicketPage?: boolean;
};

/** What became of one's own application, and what one can do about it. */
export function OwnPart({ event, state, own, hasBegun, isAtDoor, isTicketPage = false }: Props) {
  const { t } = useTranslation("registrations");
  const here = `/events/${event.id}`;
  const isLive = own.state !== "cancelled" && own.state !== "declined";
  const isOn = state === "published" && !hasBegun;
  const mayGiveBack = isOn || (state === "postponed" && !hasBegun);
  return (
    <Card className="mb-4 grid gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <RegistrationBadge state={own.state} />
        <span className="text-sm text-muted">{own.ticket.name}</span>
      </div>
      <p className="text-lg font-bold">
        {t(`own.${wordsKey(own, state)}`, { position: own.position ?? 0 })}
      </p>
      <OwnDetail own={own} isOn={isOn} eventId={event.id} />
      {own.state === "offered" && isOn && <OfferAnswer eventId={event.id} />}
      {isLive && (
        <div className="no-print flex flex-wrap items-center gap-3">
          {!isTicketPage && (
            <ButtonLink
              to={`${here}/registration`}
              variant={own.state === "confirmed" && isOn && !isAtDoor ? "primary" : "quiet"}
            >
              {t(own.state === "confirmed" && state !== "finished" ? "own.ticket" : "own.details")}
            </ButtonLink>
          )}
          {state !== "finished" && state !== "cancelled" && (
            <a href={`${here}.ics`} download className={buttonLook()}>
              {t("own.calendar")}
            </a>
          )}
          {isAtDoor && (
            <ButtonLink to={`${here}/check-in`} variant="primary">
              {t("own.checkIn")}
            </ButtonLink>
          )}
          {mayGiveBack && own.state !== "offered" && <Cancellation eventId={event.id} />}
        </div>
      )}
    </Card>
  );
}

function wordsKey({ state, ending, ticket }: OwnData, event: EventState) {
  if (state === "applied") {
    return ticket.admission === "lottery" ? ("applied.lottery" as const) : ("applied" as const);
  }
  if (state === "confirmed" && event === "finished") return "confirmed.over" as const;
  if (state === "cancelled" && ending === "offer-lapsed") return "cancelled.lapsed" as const;
  if (state === "cancelled" && ending === "removed") return "cancelled.removed" as const;
  if (state === "cancelled" && ending === "event-cancelled") return "cancelled.event" as const;
  return state;
}

function OwnDetail({ own, isOn, eventId }: { own: OwnData; isOn: boolean; eventId: number }) {
  const { t } = useTranslation("registrations");
  const { ticket } = own;
  let detail: ReactNode;
  if (own.state === "offered" && own.offerEndsAt) {
    detail = (
      <>
        {t("own.offered.until")} <DateTime value={own.offerEndsAt} style="exact" />
        {t("own.offered.then")}
      </>
    );
  } else if (own.state === "applied" && ticket.admission === "lottery" && ticket.drawAt) {
    detail = (
      <>
        {t("own.applied.draw")} <DateTime value={ticket.drawAt} style="exact" />{" "}
        <Link
          to={`/events/${eventId}/draws/${ticket.id}`}
          className="text-link inline-flex min-h-11 items-center"
        >
          {t("own.applied.drawLink")}
        </Link>
      </>
    );
  } else if (own.state === "waitlisted" && isOn) {
    detail = t("own.waitlisted.next");
  } else if (own.state === "applied") {
    detail = t("own.applied.next");
  }
  return (
    <>
      {detail && <p>{detail}</p>}
      {own.note && (
        <p className="whitespace-pre-line wrap-anywhere">{t("own.note", { note: own.note })}</p>
      )}
    </>
  );
}

/** Taking an offered place, or leaving it to the next. */
function OfferAnswer({ eventId }: { eventId: number }) {
  const { t } = useTranslation("registrations");
  const here = `/events/${eventId}/registration`;
  return (
    <div className="no-print flex flex-wrap items-center gap-3">
      <Form method="post" action={`${here}/acceptance`} preventScrollReset>
        <Button variant="primary">{t("offer.accept")}</Button>
      </Form>
      <ConfirmDialog trigger={t("offer.decline")} title={t("offer.decline.title")}>
        <Form method="post" action={`${here}/refusal`} className="grid justify-items-start gap-4">
          <p>{t("offer.decline.text")}</p>
          <Button variant="danger">{t("offer.decline.confirm")}</Button>
        </Form>
      </ConfirmDialog>
    </div>
  );
}

/** Giving up a registration: one's own, or that of a colleague for whom one applied. */
export function Cancellation({
  eventId,
  colleague,
}: {
  eventId: number;
  colleague?: { id: number; name: string };
}) {
  const { t } = useTranslation("registrations");
  return (
    <ConfirmDialog
      trigger={
        colleague ? (
          <>
            {t("cancel.trigger")}
            <span className="sr-only">{t("cancel.of", { name: colleague.name })}</span>
          </>
        ) : (
          t("cancel.trigger")
        )
      }
      title={colleague ? t("cancel.colleague", { name: colleague.name }) : t("cancel.title")}
    >
      <Form
        method="post"
        action={`/events/${eventId}/registration/cancellation`}
        className="grid justify-items-start gap-4"
      >
        {colleague && <input type="hidden" name="person" value={colleague.id} />}
        <p>{t("cancel.text")}</p>
        <Button variant="danger">{t("cancel.confirm")}</Button>
      </Form>
    </ConfirmDialog>
  );
}
