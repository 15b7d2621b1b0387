import { type Answers, type Entry, everyone, members, page } from "../entries.ts";

type Kinds = Pick<Entry, "get" | "post" | "form">;

/** `supporter` runs the event, `author` has applied, and everybody may see it. */
const ofEvent = (rest: string, answers: Kinds): Entry => ({
  at: ({ event }) => `/events/${event.id}${rest}`,
  ...answers,
});
const ofDraw = (rest: string): Entry => ({
  at: ({ event }) => `/events/${event.id}/draws/${event.lotteryId}${rest}`,
  get: everyone(200),
});
const applicants = (answers: Partial<Answers>): Answers => ({ ...members(302), ...answers });

/** What the pages of events answer to whom. */
export const LISTING: Record<string, Entry> = {
  "events._index": page("/events", everyone(200)),
  "events.month": page("/events/month", everyone(200)),
  "events[.]atom": page("/events.atom", everyone(200)),
  "opensearch[.]xml": page("/opensearch.xml", everyone(200)),
  "events.$eventId": ofEvent("", { get: everyone(200) }),
  "events.$eventId_.og[.]png": ofEvent("/og.png", { get: everyone(200) }),
  // Of no ticket: what applying does is tested where the engine is.
  "events.$eventId_.registrations": ofEvent("/registrations", { post: members(404) }),
  "events.$eventId_.registrations_.new": ofEvent("/registrations/new", {
    get: members(200),
    post: members(400),
  }),
  // Whoever has not applied is led to the event.
  "events.$eventId_.registration": ofEvent("/registration", { get: applicants({ author: 200 }) }),
  "events.$eventId_.registration_.cancellation": ofEvent("/registration/cancellation", {
    post: members(404),
    form: () => ({ person: "999999" }),
  }),
  // Nobody was offered a place.
  "events.$eventId_.registration_.acceptance": ofEvent("/registration/acceptance", {
    post: members(302),
  }),
  "events.$eventId_.registration_.refusal": ofEvent("/registration/refusal", {
    post: members(302),
  }),
  "events.$eventId_.draws.$ticketTypeId": ofDraw(""),
  "events.$eventId_.draws.$ticketTypeId[.]json": ofDraw(".json"),
};
