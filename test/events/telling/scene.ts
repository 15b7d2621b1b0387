import ICAL from "ical.js";
import { deliverMail } from "#app/mail/deliver.server.ts";
import type { Message, Transport } from "#app/mail/transport.server.ts";
import { mailDueNotifications } from "#app/notifications/mailing.server.ts";
import type { Db } from "#db/client.server.ts";
import { eventSessions, sessionSpeakers } from "#db/schema/events.ts";
import { notifications, outgoingMails } from "#db/schema/notifications.ts";
import type { NotificationKind } from "#db/vocabulary.ts";
import { expect } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";

/** Writes and sends every mail that is due; gives what went out, oldest first. */
export async function sendAll(db: Db, now = NOW): Promise<Message[]> {
  await mailDueNotifications(db, { now });
  const messages: Message[] = [];
  const transport: Transport = {
    send: async (message) => void messages.push(message),
    close() {},
  };
  const mails = await db.select().from(outgoingMails).orderBy(outgoingMails.id);
  for (const { id, sentAt } of mails) {
    if (sentAt) continue;
    const publicUrl = new URL("https://portal.example");
    await deliverMail(db, { mailId: id, transport, from: "c@portal.example", publicUrl, now });
  }
  return messages;
}

/** The one mail to an address. */
export function mailTo(messages: Message[], email: string): Message {
  const found = messages.filter((message) => message.to.address === email);
  expect(found).toHaveLength(1);
  return found[0] as Message;
}

/** The appointments of a file, as an independent program reads them. */
export function readCalendar(content: string) {
  const component = new ICAL.Component(ICAL.parse(content));
  const zones = component.getAllSubcomponents("vtimezone");
  for (const zone of zones) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const entries = component.getAllSubcomponents("vevent").map((event) => {
    const { startDate, endDate } = new ICAL.Event(event);
    const text = (name: string) => String(event.getFirstPropertyValue(name) ?? "");
    return {
      uid: text("uid"),
      sequence: Number(event.getFirstPropertyValue("sequence")),
      status: text("status"),
      summary: text("summary"),
      description: text("description"),
      location: text("location"),
      url: text("url"),
      changed: text("last-modified"),
      zone: startDate.zone.tzid,
      hours: `${startDate.toString()}/${endDate.toString()}`,
      start: startDate.toJSDate(),
      end: endDate.toJSDate(),
      organiser: text("organizer"),
      attendees: event
        .getAllProperties("attendee")
        .map((attendee) => String(attendee.getFirstValue()).toLowerCase()),
    };
  });
  ICAL.TimezoneService.reset();
  return {
    method: String(component.getFirstPropertyValue("method")),
    name: component.getFirstPropertyValue("x-wr-calname"),
    zones: zones.map((zone) => String(zone.getFirstPropertyValue("tzid"))),
    entries,
  };
}

/** The appointment that a mail brings. */
export function appointmentIn({ calendar }: Message) {
  if (!calendar) throw new Error("no calendar");
  const { method, entries } = readCalendar(calendar.content);
  expect(entries).toHaveLength(1);
  expect(method).toBe(calendar.method);
  const [entry] = entries;
  if (!entry) throw new Error("no event");
  return { method, ...entry };
}

/** What people were told in one kind. */
export async function toldOf(db: Db, kind: NotificationKind) {
  const rows = await db.select().from(notifications).orderBy(notifications.id);
  return rows.filter((row) => row.kind === kind);
}

/** Lets somebody speak in a session of an event. */
export async function letSpeak(db: Db, event: { id: number }, person: { id: number }) {
  const [session] = await db
    .insert(eventSessions)
    .values({ eventId: event.id, startsAfter: 0, minutes: 30, title: "事例", createdAt: NOW })
    .returning();
  await db
    .insert(sessionSpeakers)
    .values({ sessionId: session?.id ?? 0, position: 1, personId: person.id });
}
