import { type Answers, type Entry, helping } from "../entries.ts";

const ofEvent = (rest: string, get?: Answers, post?: Answers): Entry => ({
  at: ({ event }) => `/events/${event.id}/${rest}`,
  get,
  post,
});

/** What the routes of guests answer to whom: `supporter` runs the event, as staff do. */
export const GUESTS: Record<string, Entry> = {
  "events.$eventId_.guests": ofEvent("guests", helping(200)),
  "events.$eventId_.guests[.]csv": ofEvent("guests.csv", helping(200)),
  "events.$eventId_.guests_.new": ofEvent("guests/new", helping(200), helping(400)),
  "events.$eventId_.guests_.approval": ofEvent("guests/approval", undefined, helping(302)),
  "events.$eventId_.guests_.refusal": ofEvent("guests/refusal", helping(200), helping(302)),
  "events.$eventId_.guests_.removal": ofEvent("guests/removal", helping(200), helping(302)),
  "events.$eventId_.guests_.$registrationId": {
    at: ({ event }) => `/events/${event.id}/guests/${event.registrationId}`,
    get: helping(200),
  },
  "events.$eventId_.guest-list": ofEvent("guest-list", helping(200)),
  "events.$eventId_.name-cards": ofEvent("name-cards", helping(200)),
  "events.$eventId_.messages": ofEvent("messages", helping(200), helping(400)),
  "events.$eventId_.invitations": ofEvent("invitations", helping(200), helping(400)),
  "events.$eventId_.invitations_.$invitationId.removal": {
    at: ({ event }) => `/events/${event.id}/invitations/${event.invitationId}/removal`,
    post: helping(302),
  },
};
