import { Link } from "@remix-run/react";
import { ExternalLink, MapPin, MonitorPlay } from "lucide-react";
import type { ReactNode } from "react";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { MINUTE } from "#app/lib/time.ts";
import { buttonLook } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { PersonLine, type PersonSummary } from "#app/ui/person-line.tsx";
import { ZonedSpan } from "#app/ui/zoned-span.tsx";
import type { EventPlace, Phase } from "#db/vocabulary.ts";
import { JOINING_OPENS } from "../check-in/check-in.ts";
import type { Inside } from "./event-reading.server.ts";
import { minutesOf } from "./event-span.ts";

type Moment = Date | string;

export type EventFactsData = {
  id: number;
  place: EventPlace;
  startsAt: Moment;
  endsAt: Moment;
  timeZone: string;
  region: string;
  venueName: string;
  venueAddress: string;
  mapUrl: string;
  phases: Phase[];
  seriesId: number | null;
};

/** When, where, for whom and by whom. What it takes to get in is there for the confirmed alone. */
export function EventFacts({
  event,
  inside,
  isCalledOff,
  isToCome,
  seriesName,
  areas,
  organisers,
}: {
  event: EventFactsData;
  inside: Inside | undefined;
  /** Postponed or cancelled: the time no longer holds. */
  isCalledOff: boolean;
  isToCome: boolean;
  seriesName: string | null;
  areas: { slug: string; nameJa: string; nameEn: string }[];
  organisers: PersonSummary[];
}) {
  const { t, i18n } = useTranslation("events");
  const { t: common } = useTranslation();
  const span = (
    <ZonedSpan
      start={event.startsAt}
      minutes={minutesOf(event)}
      other={{ timeZone: event.timeZone }}
    />
  );
  return (
    <Card className="mb-6">
      <dl className="grid gap-4">
        <Fact label={t("facts.when")}>
          <div className="text-lg font-bold">{isCalledOff ? <s>{span}</s> : span}</div>
        </Fact>
        <Fact label={t("facts.where")}>
          <Venue event={event} inside={inside} isToCome={isToCome} />
        </Fact>
        <Fact label={t("facts.forWhom")}>
          {event.phases.length === 0
            ? t("facts.everyone")
            : event.phases.map((phase) => common(`phase.${phase}`)).join("・")}
        </Fact>
        {areas.length > 0 && (
          <Fact label={t("facts.areas")}>
            <ul className="flex flex-wrap gap-x-4">
              {areas.map((area) => (
                <li key={area.slug}>
                  <Link
                    to={`/events?area=${encodeURIComponent(area.slug)}`}
                    className="text-link inline-flex min-h-11 items-center md:min-h-0"
                  >
                    {areaName(area, i18n.language)}
                  </Link>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {event.seriesId !== null && seriesName && (
          <Fact label={t("facts.series")}>
            <Link
              to={`/event-series/${event.seriesId}`}
              className="text-link inline-flex min-h-11 items-center md:min-h-0"
            >
              {seriesName}
            </Link>
          </Fact>
        )}
        <Fact label={t("facts.organisers")}>
          <ul className="grid gap-3">
            {organisers.map((person) => (
              <li key={person.handle}>
                <PersonLine person={person} size="small" />
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-1 sm:grid-cols-[7rem_1fr] sm:gap-4">
      <dt className="text-sm font-semibold text-muted sm:pt-0.5">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

/** The place, and the way in for those who will be there. */
export function Venue({
  event,
  inside,
  isToCome,
}: {
  event: EventFactsData;
  inside: Inside | undefined;
  /** Later on there is no link any more to wait for. */
  isToCome: boolean;
}) {
  const { t } = useTranslation("events");
  const { place, venueName, venueAddress, mapUrl, region } = event;
  return (
    <div className="grid gap-3">
      {place !== "online" && (
        <div>
          <p className="flex items-start gap-2">
            <MapPin size={18} aria-hidden="true" className="mt-1 shrink-0 text-muted" />
            <span>
              <span className="font-semibold">{venueName || region || t("facts.venueLater")}</span>
              {venueAddress && <span className="block text-sm">{venueAddress}</span>}
            </span>
          </p>
          {mapUrl && (
            <a
              href={mapUrl}
              target="_blank"
              rel="noopener noreferrer"
              className="text-link ml-6.5 inline-flex min-h-11 items-center gap-1 text-sm"
            >
              {t("facts.map")}
              <ExternalLink size={14} aria-hidden="true" />
            </a>
          )}
          {inside?.venueNote && (
            <p className="ml-6.5 text-sm whitespace-pre-line">{inside.venueNote}</p>
          )}
        </div>
      )}
      {place !== "on-site" && (
        <div>
          <p className="flex items-start gap-2">
            <MonitorPlay size={18} aria-hidden="true" className="mt-1 shrink-0 text-muted" />
            <span>
              <span className="font-semibold">{t("place.online")}</span>
              {!inside?.hasLink && isToCome && (
                <span className="block text-sm text-muted">
                  {t(inside ? "facts.linkComes" : "facts.linkForConfirmed")}
                </span>
              )}
            </span>
          </p>
          {inside?.hasLink && (
            <a
              href={`/events/${event.id}/online`}
              target="_blank"
              rel="noreferrer"
              className={`${buttonLook("quiet")} no-print mt-2 ml-6.5`}
            >
              {t("facts.join")}
            </a>
          )}
          {inside?.hasLink && (
            <p className="mt-1 ml-6.5 text-sm text-muted">
              {t("facts.joinOpens", { count: JOINING_OPENS / MINUTE })}
            </p>
          )}
          {inside?.onlineNote && (
            <p className="mt-2 ml-6.5 text-sm whitespace-pre-line">{inside.onlineNote}</p>
          )}
        </div>
      )}
    </div>
  );
}
