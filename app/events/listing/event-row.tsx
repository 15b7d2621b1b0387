import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CardRow } from "#app/ui/card.tsx";
import { formatExact, useClock } from "#app/ui/date-time.tsx";
import { formatShortWeekday, ZonedSpan } from "#app/ui/zoned-span.tsx";
import { dayParts } from "./day-parts.ts";
import type { ListedEvent } from "./event-list.server.ts";
import { minutesOf } from "./event-span.ts";
import { AudienceNote, EventStateBadge, RegistrationBadge } from "./event-state-badge.tsx";
import { summaryWords } from "./standing-words.ts";

type Moment = Date | string;

/** A listed event as the browser gets it. */
export type EventRowData = Omit<ListedEvent, "startsAt" | "endsAt" | "registrationOpensAt"> & {
  startsAt: Moment;
  endsAt: Moment;
  registrationOpensAt: Moment | null;
};

/** One event of a list: when, what, where, and what is left of it. */
export function EventRow({
  event,
  heading = "h2",
}: {
  event: EventRowData;
  heading?: "h2" | "h3";
}) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation();
  const Heading = heading;
  const where = [
    t(`place.${event.place}`),
    event.region,
    event.place === "online" ? "" : event.venueName,
  ].filter(Boolean);
  return (
    <CardRow className="flex gap-4">
      <DateBlock startsAt={event.startsAt} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {event.own ? (
            <RegistrationBadge state={event.own} />
          ) : (
            event.state !== "published" && <EventStateBadge state={event.state} />
          )}
          {event.own && event.state !== "published" && <EventStateBadge state={event.state} />}
          <span className="text-xs text-muted">{t(`kind.${event.kind}`)}</span>
          <AudienceNote {...event} />
        </div>
        <Heading className="mt-1 text-base font-semibold wrap-anywhere">
          <Link
            to={`/events/${event.id}`}
            prefetch="intent"
            className="hover:text-brand hover:underline"
          >
            {event.title}
          </Link>
        </Heading>
        <p className="text-sm">
          <ZonedSpan
            start={event.startsAt}
            minutes={minutesOf(event)}
            other={{ timeZone: event.timeZone }}
          />
        </p>
        <p className="text-sm text-muted wrap-anywhere">{where.join(" ・ ")}</p>
        <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <Places event={event} />
          {event.phases.length > 0 && (
            <span className="text-muted">
              {t("row.phases", {
                phases: event.phases.map((phase) => common(`phase.${phase}`)).join("・"),
              })}
            </span>
          )}
        </div>
      </div>
      {event.coverFileId && (
        <img
          src={`/files/${event.coverFileId}`}
          alt=""
          width={160}
          height={90}
          loading="lazy"
          className="hidden h-[90px] w-40 shrink-0 rounded-card object-cover sm:block"
        />
      )}
    </CardRow>
  );
}

/** What is left, as long as one may apply; when one may, if that is still to come. */
function Places({ event }: { event: EventRowData }) {
  const { t, i18n } = useTranslation("events");
  const { timeZone } = useClock();
  if (event.state !== "published") return null;
  if (event.window === "not-yet" && event.registrationOpensAt) {
    const opens = formatExact(new Date(event.registrationOpensAt), i18n.language, timeZone);
    return <span className="font-semibold">{t("window.opens", { time: opens })}</span>;
  }
  if (event.window === "closed") return <span className="text-muted">{t("window.closed")}</span>;
  const words = summaryWords(event.tickets, t);
  return words ? <span className="font-semibold">{words}</span> : null;
}

/** The day as a leaf of a calendar; the exact time stands beside it in words. */
function DateBlock({ startsAt }: { startsAt: Moment }) {
  const { i18n } = useTranslation();
  const { timeZone } = useClock();
  const moment = new Date(startsAt);
  const { month, day } = dayParts(moment, i18n.language, timeZone);
  return (
    <div
      aria-hidden="true"
      className="h-fit w-14 shrink-0 rounded-card bg-brand-soft py-1.5 text-center leading-tight text-brand"
    >
      <div className="text-xs font-semibold">{month}</div>
      <div className="text-xl font-bold tabular-nums">{day}</div>
      <div className="text-xs">{formatShortWeekday(moment, i18n.language, timeZone)}</div>
    </div>
  );
}
