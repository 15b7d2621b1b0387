import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Section } from "#app/ui/page.tsx";
import type { EventPlace, EventState } from "#db/vocabulary.ts";
import { type OwnData, OwnPart } from "./own-part.tsx";
import { summaryWords } from "./standing-words.ts";
import { type Applying, type TicketData, TicketList } from "./ticket-list.tsx";

type Props = {
  event: {
    id: number;
    place: EventPlace;
    startsAt: Date | string;
    registrationOpensAt: Date | string | null;
    registrationClosesAt: Date | string | null;
  };
  state: EventState;
  window: "open" | "not-yet" | "closed" | "not-published";
  tickets: TicketData[];
  own: OwnData | undefined;
  hasQuestions: boolean;
  hasBegun: boolean;
  isAtDoor: boolean;
  signedIn: boolean;
  /** May still apply for colleagues of the same company. */
  canBring: boolean;
};

/** Applying: how many places are left, what became of one's own application, and the buttons. */
export function ApplyPart(props: Props) {
  const { t } = useTranslation("events");
  const { event, state, window, tickets, own, signedIn, hasQuestions, canBring } = props;
  const isLive = own && own.state !== "cancelled" && own.state !== "declined";
  const isOpen = window === "open";
  const applying: Applying =
    !isOpen || !signedIn || isLive ? "no" : hasQuestions ? "on-form" : "here";
  const summary = summaryWords(tickets, t);
  const canApply = tickets.some(({ why }) => why === null);
  const isOver = state === "finished";
  if (isOver && !own) return null;
  return (
    <Section title={t("apply.title")} className="mb-8 scroll-mt-24">
      {own && (
        <OwnPart
          event={event}
          state={state}
          own={own}
          hasBegun={props.hasBegun}
          isAtDoor={props.isAtDoor}
        />
      )}
      {(state === "published" || state === "draft") && (
        <p className="mb-3">
          {isOpen && summary && tickets.length > 1 && (
            <span className="mr-3 font-semibold">{summary}</span>
          )}
          <WindowWords event={event} window={window} />
        </p>
      )}
      {tickets.length > 0 ? (
        <TicketList event={event} tickets={tickets} applying={applying} />
      ) : (
        !isOver && <p className="text-muted">{t("tickets.none")}</p>
      )}
      {isOpen && !signedIn && tickets.length > 0 && (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <ButtonLink to={`/login?redirectTo=/events/${event.id}`} variant="primary">
            {t("apply.logIn")}
          </ButtonLink>
          <ButtonLink to="/signup">{t("apply.signUp")}</ButtonLink>
        </div>
      )}
      {isOpen && signedIn && canBring && canApply && (
        <p className="mt-3">
          <ButtonLink to={`/events/${event.id}/registrations/new`} size="small">
            {t(isLive ? "apply.colleaguesToo" : "apply.withColleagues")}
          </ButtonLink>
        </p>
      )}
    </Section>
  );
}

function WindowWords({ event, window }: Pick<Props, "event" | "window">) {
  const { t } = useTranslation("events");
  if (window === "not-yet" && event.registrationOpensAt) {
    return (
      <span>
        {t("window.opensAt")} <DateTime value={event.registrationOpensAt} style="exact" />
      </span>
    );
  }
  if (window === "closed") return <span>{t("window.closed")}</span>;
  if (window !== "open") return null;
  return (
    <span className="text-muted">
      {t("window.closesAt")}{" "}
      <DateTime value={event.registrationClosesAt ?? event.startsAt} style="exact" />
    </span>
  );
}
