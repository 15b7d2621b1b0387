import type { EventKind, EventPlace, EventScope, Phase } from "#db/vocabulary.ts";
import { localOf } from "./local-time.ts";
import type { FormValues } from "./use-fields.ts";

type Shown = {
  kind: EventKind;
  place: EventPlace;
  scope: EventScope;
  invitedOnly: boolean;
  title: string;
  summary: string;
  bodySource: string;
  phases: Phase[];
  seriesId: number | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  region: string;
  venueName: string;
  venueAddress: string;
  mapUrl: string;
  venueNote: string;
  onlineUrl: string;
  onlineNote: string;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  offerHours: number;
  colleaguesMax: number;
  proposalsCloseAt: Date | null;
  proposalsNote: string;
};

/** The fields of the form for an event as it is; times as clocks at the event show them. */
export function eventValues(event: Shown, areaIds: readonly number[]): FormValues {
  const local = (moment: Date | null) => (moment ? localOf(event.timeZone, moment) : "");
  const { kind, place, scope, title, summary, region, timeZone } = event;
  const { venueName, venueAddress, mapUrl, venueNote, onlineUrl, onlineNote } = event;
  return {
    ...{ kind, place, scope, title, summary, region, timeZone },
    ...{ venueName, venueAddress, mapUrl, venueNote, onlineUrl, onlineNote },
    invitedOnly: event.invitedOnly ? "on" : "",
    body: event.bodySource,
    areas: areaIds.map(String),
    phases: event.phases,
    series: event.seriesId === null ? "" : String(event.seriesId),
    startsAt: local(event.startsAt),
    endsAt: local(event.endsAt),
    registrationOpensAt: local(event.registrationOpensAt),
    registrationClosesAt: local(event.registrationClosesAt),
    offerHours: String(event.offerHours),
    colleaguesMax: String(event.colleaguesMax),
    proposalsCloseAt: local(event.proposalsCloseAt),
    proposalsNote: event.proposalsNote,
  };
}
