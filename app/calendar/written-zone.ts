import {
  tzlib_get_ical_block,
  tzlib_get_offset,
  tzlib_get_timezones,
} from "timezones-ical-library";

/**
 * The zone of an appointment as calendar files name it; undefined when it is UTC, unknown, or when
 * the rules that would be written down say other hours than this machine does for one of the moments
 * (rules change, and those for the past are left out): such an appointment is written in UTC.
 *
 * @returns the canonical name, as its `VTIMEZONE` has it
 */
export function writtenZone(timeZone: string | undefined, moments: Date[]): string | undefined {
  const name = timeZone && zoneBlock(timeZone)?.name;
  if (!name || name === "Etc/UTC") return undefined;
  return moments.every((moment) => agrees(name, moment)) ? name : undefined;
}

/** The `VTIMEZONE` of a zone (RFC 5545, 3.6.5), its lines ended by CRLF; null for an unknown one. */
export function timeZoneComponent(timeZone: string): string | null {
  return zoneBlock(timeZone)?.component ?? null;
}

type Zone = { name: string; component: string; isFixed: boolean };

const known = new Set(tzlib_get_timezones());
const blocks = new Map<string, Zone>();

function zoneBlock(timeZone: string): Zone | undefined {
  if (!known.has(timeZone)) return undefined;
  if (!blocks.has(timeZone)) {
    const [component, id] = tzlib_get_ical_block(timeZone) as string[];
    const name = id?.replace("TZID=", "");
    const isFixed = component?.match(/^TZOFFSETTO:/gm)?.length === 1;
    if (component && name) blocks.set(timeZone, { name, component, isFixed });
  }
  return blocks.get(timeZone);
}

/** Whether the library's rules and `Intl` give the same hours at a moment. */
function agrees(timeZone: string, moment: Date): boolean {
  const parts = Object.fromEntries(
    wallClock(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${parts.year}-${parts.month}-${parts.day}`;
  const time = `${parts.hour}:${parts.minute}`;
  const here = Date.parse(`${day}T${time}:00Z`) - Math.floor(moment.getTime() / 60_000) * 60_000;
  return here === offsetIn(timeZone, day, time);
}

/** Milliseconds ahead of UTC by the written rules at an hour of the wall clock. */
function offsetIn(timeZone: string, day: string, time: string): number {
  const zone = zoneBlock(timeZone);
  // Looking a moment up takes the library a fifth of a millisecond, and feeds have hundreds.
  const offset = zone?.isFixed
    ? /^TZOFFSETTO:(.*)$/m.exec(zone.component)?.[1]?.trim()
    : tzlib_get_offset(timeZone, day, time);
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(offset ?? "") ?? [];
  return (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}
