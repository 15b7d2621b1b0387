import { type ReactNode, Suspense } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { PostBody } from "#app/questions/post-body.tsx";
import { ButtonLink, buttonLook } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { EventKind, EventScope } from "#db/vocabulary.ts";
import { RunTabs } from "../organising/run-tabs.tsx";
import { ApplyPart } from "./apply-part.tsx";
import { EventFacts, type EventFactsData } from "./event-facts.tsx";
import { EventNotice } from "./event-notice.tsx";
import type { EventPage } from "./event-reading.server.ts";
import { AudienceNote, EventStateBadge } from "./event-state-badge.tsx";
import { Timetable } from "./timetable.tsx";

type Moment = Date | string;

type Props = Omit<EventPage, "event" | "tickets" | "own" | "timetable"> &
  Pick<
    Parameters<typeof ApplyPart>[0],
    "tickets" | "own" | "hasBegun" | "signedIn" | "canBring"
  > & {
    event: EventFactsData & {
      kind: EventKind;
      scope: EventScope;
      invitedOnly: boolean;
      title: string;
      summary: string;
      bodyHtml: string;
      coverFileId: string | null;
      message: string;
      publishAt: Moment | null;
      registrationOpensAt: Moment | null;
      registrationClosesAt: Moment | null;
      proposalsCloseAt: Moment | null;
    };
    timetable: Parameters<typeof Timetable>[0]["items"];
    canPropose: boolean;
    /** What there is once it was held. */
    afterwards?: ReactNode;
  };

/** The page of an event, for whoever it exists. */
export function EventView(props: Props) {
  const { t } = useTranslation("events");
  const { event, state, timetable, isOrganiser, afterwards } = props;
  const isCalledOff = state === "postponed" || state === "cancelled";
  const isOver = state === "finished";
  const isIn = props.own && props.own.state !== "cancelled" && props.own.state !== "declined";
  const apply = <ApplyPart {...props} />;
  return (
    <Page
      title={<span className="wrap-anywhere">{event.title}</span>}
      lead={event.summary && <span className="wrap-anywhere">{event.summary}</span>}
      width="reading"
      breadcrumbs={[{ label: t("list.title"), to: "/events" }]}
      actions={
        // Beside one's own application it stands there.
        state === "published" &&
        !isIn && (
          <a href={`/events/${event.id}.ics`} download className={buttonLook("quiet", "small")}>
            {t("facts.calendar")}
          </a>
        )
      }
    >
      {isOrganiser && (
        <Suspense fallback={<div className="mb-4 min-h-11" />}>
          <RunTabs eventId={event.id} current="overview" />
        </Suspense>
      )}
      <EventNotice event={event} state={state} isOrganiser={isOrganiser} />
      <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <EventStateBadge state={state} />
        <span>{t(`kind.${event.kind}`)}</span>
        <span className="text-muted">{t(`place.${event.place}`)}</span>
        <AudienceNote {...event} />
      </div>
      {event.coverFileId && (
        <img
          src={`/files/${event.coverFileId}`}
          alt=""
          width={1200}
          height={630}
          className="mb-6 aspect-[1200/630] w-full rounded-card bg-sunken object-cover"
        />
      )}
      <EventFacts
        event={event}
        inside={props.inside}
        isCalledOff={isCalledOff}
        isToCome={!isOver && !isCalledOff}
        seriesName={props.seriesName}
        areas={props.areas}
        organisers={props.organisers}
      />
      {isOver && afterwards}
      {state === "published" && !isIn && props.invitation && (
        <Card className="mb-6">
          <p className="font-semibold">{t("invitation.from", { name: props.invitation.by })}</p>
          {props.invitation.message && (
            <p className="mt-1 whitespace-pre-line wrap-anywhere">{props.invitation.message}</p>
          )}
        </Card>
      )}
      {!isOver && apply}
      {event.bodyHtml && (
        <Section title={t("body.title")}>
          <PostBody html={event.bodyHtml} />
        </Section>
      )}
      {timetable.length > 0 && (
        <Section title={t("timetable.title")}>
          <Timetable items={timetable} eventZone={event.timeZone} />
        </Section>
      )}
      {props.canPropose && event.proposalsCloseAt && (
        <Section title={t("proposals.title")}>
          <p className="mb-3">
            {t("proposals.text")} <DateTime value={event.proposalsCloseAt} style="exact" />
          </p>
          <ButtonLink to={`/events/${event.id}/proposals/new`}>{t("proposals.link")}</ButtonLink>
        </Section>
      )}
      {isOver && apply}
      {!isOver && afterwards}
    </Page>
  );
}
