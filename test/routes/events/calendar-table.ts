import { type Entry, everyone, form, members, page, verb } from "../entries.ts";

/** What the calendars answer to whom. */
export const CALENDARS: Record<string, Entry> = {
  "events[.]ics": page("/events.ics", everyone(200)),
  "events.$eventId[.]ics": { at: ({ event }) => `/events/${event.id}.ics`, get: everyone(200) },
  "calendar.$token[.]ics": page("/calendar/nobodys.ics", everyone(404)),
  "settings.calendar": form("/settings/calendar", members(200), members(200)),
  "settings.calendar_.revocation": verb("/settings/calendar/revocation", members(302)),
};
