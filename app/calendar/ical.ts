import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import { cleanLine, cleanText } from "#app/lib/clean-text.ts";
import type { CalendarEntry } from "#db/schema/notifications.ts";

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
 * One appointment as iCalendar (RFC 5545) in UTC, folded by octets, to be opened by whoever wants
 * it in their calendar. Nothing that people wrote can end a line or a value.
 */
export function calendarFile(entry: CalendarEntry, { stamp, product }: Options): CalendarFile {
  const calendar = calendarOf(entry, { stamp, product, method: ICalCalendarMethod.PUBLISH });
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
  const calendar = calendarOf(entry, { ...options, method });
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
  entry: CalendarEntry,
  { stamp, product, method }: Options & { method: ICalCalendarMethod },
) {
  const calendar = ical({ prodId: { company: oneWord(product), product: "Calendar" }, method });
  calendar.createEvent({
    id: oneWord(entry.uid),
    sequence: entry.sequence,
    stamp,
    start: new Date(entry.start),
    end: new Date(entry.end),
    summary: cleanLine(entry.summary),
    description: cleanText(entry.description) || null,
    location: cleanLine(entry.location) || null,
    url: entry.url,
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar;
}

/** Every line ends with CRLF, the last one too. */
function written(calendar: { toString(): string }): string {
  return `${calendar.toString()}\r\n`;
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
