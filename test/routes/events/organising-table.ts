import {
  type Answers,
  type Entry,
  everyone,
  form,
  helping,
  members,
  page,
  staff,
  staffOf,
} from "../entries.ts";
import type { World } from "../world.ts";

type Kinds = Pick<Entry, "get" | "post" | "form">;

/** Of the event that `supporter` runs and everyone sees. */
const ofEvent = (rest: string | ((of: World["organising"]) => string), answers: Kinds): Entry => ({
  at: ({ organising }) =>
    `/events/${organising.eventId}/${typeof rest === "string" ? rest : rest(organising)}`,
  ...answers,
});
/** Of the draft that `supporter` runs: it exists for nobody else. */
const ofDraft = (rest: string, answers: Kinds): Entry => ({
  at: ({ organising }) => `/events/${organising.draftId}/${rest}`,
  ...answers,
});
const hidden = (answer: number): Answers => ({
  ...members(404),
  supporter: answer,
  staff: answer,
  admin: answer,
});
const desk = { get: helping(200) };
const filled = { get: helping(200), post: helping(400) };
const note = () => ({ note: "" });

/** What the routes of those who run events answer to whom. */
export const ORGANISING: Record<string, Entry> = {
  "events.new": form("/events/new", helping(200), helping(400)),
  "events.organising": page("/events/organising", helping(200)),
  "staff.events": page("/staff/events", staff(200)),
  "events.$eventId_.edit": ofEvent("edit", filled),
  "events.$eventId_.cover": ofEvent("cover", { post: helping(302) }),
  "events.$eventId_.cover_.removal": ofEvent("cover/removal", { post: helping(302) }),
  "events.$eventId_.timetable": ofEvent("timetable", desk),
  "events.$eventId_.timetable_.new": ofEvent("timetable/new", filled),
  "events.$eventId_.timetable_.$sessionId": ofEvent(
    ({ sessionId }) => `timetable/${sessionId}`,
    filled,
  ),
  "events.$eventId_.timetable_.$sessionId_.removal": ofEvent("timetable/999999/removal", {
    post: helping(404),
  }),
  "events.$eventId_.timetable_.$sessionId_.speakers": ofEvent(
    ({ sessionId }) => `timetable/${sessionId}/speakers`,
    { post: helping(302) },
  ),
  "events.$eventId_.timetable_.$sessionId_.speakers_.$speakerId.removal": ofEvent(
    ({ sessionId }) => `timetable/${sessionId}/speakers/999999/removal`,
    { post: helping(404) },
  ),
  "events.$eventId_.tickets": ofEvent("tickets", desk),
  "events.$eventId_.tickets_.new": ofEvent("tickets/new", filled),
  "events.$eventId_.tickets_.$ticketTypeId": ofEvent(
    ({ ticketTypeId }) => `tickets/${ticketTypeId}`,
    filled,
  ),
  "events.$eventId_.tickets_.$ticketTypeId_.removal": ofEvent("tickets/999999/removal", {
    post: helping(404),
  }),
  "events.$eventId_.questions": ofEvent("questions", desk),
  "events.$eventId_.questions_.new": ofEvent("questions/new", filled),
  "events.$eventId_.questions_.$questionId": ofEvent(
    ({ questionId }) => `questions/${questionId}`,
    filled,
  ),
  "events.$eventId_.questions_.$questionId_.position": ofEvent(
    ({ questionId }) => `questions/${questionId}/position`,
    { post: helping(302) },
  ),
  "events.$eventId_.questions_.$questionId_.removal": ofEvent("questions/999999/removal", {
    post: helping(404),
  }),
  // It lacks a ticket, and so cannot be published.
  "events.$eventId_.publication": ofDraft("publication", { get: hidden(200), post: hidden(400) }),
  "events.$eventId_.publication_.schedule": ofDraft("publication/schedule", {
    post: hidden(302),
  }),
  "events.$eventId_.publication_.schedule_.removal": ofDraft("publication/schedule/removal", {
    post: hidden(302),
  }),
  "events.$eventId_.removal": ofEvent("removal", { post: helping(302) }),
  "events.$eventId_.date": ofEvent("date", filled),
  "events.$eventId_.postponement": ofEvent("postponement", filled),
  "events.$eventId_.cancellation": ofEvent("cancellation", filled),
  "events.$eventId_.organisers": ofEvent("organisers", { ...desk, post: helping(302) }),
  "events.$eventId_.organisers_.$personId.removal": ofEvent("organisers/999999/removal", {
    post: helping(404),
  }),
  "events.$eventId_.copies": ofEvent("copies", filled),
  "events.$eventId_.proposals": ofEvent("proposals", desk),
  "events.$eventId_.proposals_.new": ofEvent("proposals/new", {
    get: members(200),
    post: members(400),
  }),
  "events.$eventId_.proposals_.$proposalId.acceptance": ofEvent("proposals/999999/acceptance", {
    post: helping(404),
    form: note,
  }),
  "events.$eventId_.proposals_.$proposalId.refusal": ofEvent("proposals/999999/refusal", {
    post: helping(404),
    form: note,
  }),
  "events.$eventId_.proposals_.$proposalId.withdrawal": ofEvent(
    ({ proposalId }) => `proposals/${proposalId}/withdrawal`,
    { post: { ...members(404), author: 302 } },
  ),
  "event-series._index": form("/event-series", staff(200), staff(400)),
  "event-series.$seriesId": {
    at: ({ organising }) => `/event-series/${organising.seriesId}`,
    get: everyone(200),
  },
  "event-series.$seriesId_.edit": {
    at: ({ organising }) => `/event-series/${organising.seriesId}/edit`,
    get: staff(200),
    post: staff(400),
  },
  "staff.people.$handle_.organising": staffOf(
    ({ colleague }) => `/staff/people/${colleague.handle}/organising`,
    undefined,
    staff(302),
  ),
  "staff.people.$handle_.organising_.removal": staffOf(
    ({ colleague }) => `/staff/people/${colleague.handle}/organising/removal`,
    undefined,
    staff(302),
  ),
};
