import { TZDate } from "@date-fns/tz";
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import { cleanLine, cleanText } from "#app/lib/clean-text.ts";
import type { CalendarEntry } from "#db/schema/notifications.ts";
import { timeZoneComponent, writtenZone } from "./written-zone.ts";

/** How often programs are asked to come back, in seconds. */
const HOUR = 3_600;

export type Mailbox = { name: string; address: string };

/** A file for calendar programs, with the method that its MIME type repeats. */
export type CalendarFile = { method: "PUBLISH" | "REQUEST" | "CANCEL"; content: string };

type Options = {
  /** When it was written (DTSTAMP). */
  stamp: Date;
  /** Name of the portal, for PRODID. */
  product: string;
};

/**
 * One appointment as iCalendar (RFC 5545), in its time zone or in UTC, folded by octets, to be
 * opened by whoever wants it in their calendar. Nothing that people wrote can end a line or a value.
 */
export function calendarFile(entry: CalendarEntry, { stamp, product }: Options): CalendarFile {
  const calendar = calendarOf([entry], { stamp, product, method: ICalCalendarMethod.PUBLISH });
  return { method: "PUBLISH", content: written(calendar) };
}

/**
 * Appointments for calendar programs that come back for more. The same entries give the same octets:
 * each is stamped with its own change.
 *
 * @param options.name what programs call the calendar
 * @param options.stamp of entries that do not say when they were changed
 */
export function calendarFeed(
  entries: CalendarEntry[],
  { name, ...options }: Options & { name: string },
): CalendarFile {
  const method = ICalCalendarMethod.PUBLISH;
  const calendar = calendarOf(entries, { ...options, method })
    .name(cleanLine(name))
    .ttl(HOUR);
  return { method: "PUBLISH", content: written(calendar) };
}

/**
 * The same as a message of iTIP (RFC 5546) to one of those who take part: an invitation, a change
 * of an earlier one, or its cancellation. Others who take part are not named: their addresses are
 * nobody's business, so that the portal itself stands as the organiser.
 */
export function calendarMessage(
  entry: CalendarEntry,
  { organiser, attendee, ...options }: Options & { organiser: Mailbox; attendee: Mailbox },
): CalendarFile {
  const method = entry.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = calendarOf([entry], { ...options, method });
  const [event] = calendar.events();
  event?.organizer({ name: mailboxName(organiser), email: organiser.address });
  event?.createAttendee({
    name: mailboxName(attendee),
    email: attendee.address,
    role: ICalAttendeeRole.REQ,
    // Whoever booked, or offered the time, need not be asked again.
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  });
  return { method: entry.isCancelled ? "CANCEL" : "REQUEST", content: written(calendar) };
}

function calendarOf(
  entries: CalendarEntry[],
  { stamp, product, method }: Options & { method: ICalCalendarMethod },
) {
  const calendar = ical({
    prodId: { company: oneWord(product), product: "Calendar" },
    method,
  });
  for (const entry of entries) calendar.createEvent(appointmentOf(entry, stamp));
  return calendar;
}

function appointmentOf(entry: CalendarEntry, stamp: Date) {
  const [start, end] = [new Date(entry.start), new Date(entry.end)];
  const timezone = writtenZone(entry.timeZone, [start, end]);
  const changed = entry.changedAt === undefined ? undefined : new Date(entry.changedAt);
  return {
    id: oneWord(entry.uid),
    sequence: entry.sequence,
    stamp: changed ?? stamp,
    lastModified: changed,
    ...(timezone
      ? { timezone, start: new TZDate(start, timezone), end: new TZDate(end, timezone) }
      : { start, end }),
    summary: cleanLine(entry.summary),
    description: cleanText(entry.description) || null,
    location: cleanLine(entry.location) || null,
    url: entry.url,
    status: statusOf(entry),
  };
}

function statusOf({ isCancelled, isTentative }: CalendarEntry): ICalEventStatus {
  if (isCancelled) return ICalEventStatus.CANCELLED;
  return isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/**
 * The file with the time zones that it names. They stand before the appointments, and at least one
 * component there must be (RFC 5545, 3.6). Every line ends with CRLF, the last one too.
 */
function written(calendar: ICalCalendar): string {
  const zones = new Set(calendar.events().map((event) => event.timezone() ?? ""));
  if (calendar.length() > 0) zones.delete("");
  else zones.add("Etc/UTC");
  const components = [...zones].map((zone) => `\r\n${timeZoneComponent(zone)}`).join("");
  const first = calendar.length() > 0 ? "\r\nBEGIN:VEVENT\r\n" : "\r\nEND:VCALENDAR";
  return `${calendar.toString().replace(first, () => components + first)}\r\n`;
}

function mailboxName({ name, address }: Mailbox): string {
  return cleanLine(name) || address;
}

/** For values that are written as they are. */
function oneWord(text: string): string {
  return (
    cleanLine(text)
      .replace(/[\\;,:"/]/g, " ")
      .trim() || "Portal"
  );
}
