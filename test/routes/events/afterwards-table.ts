import { type Entry, everyone, helping, members, page, staff } from "../entries.ts";

type Kinds = Pick<Entry, "get" | "post" | "form">;
const ofEvent = (rest: string, answers: Kinds): Entry => ({
  at: ({ afterwards }) => `/events/${afterwards.eventId}/${rest}`,
  ...answers,
});
const ofMaterial = (rest: string): Entry => ({
  at: ({ afterwards: { eventId, materialId } }) =>
    `/events/${eventId}/materials/${materialId}/${rest}`,
  post: helping(302),
});
const asked = (answer: number) => ({ ...members(403), author: answer });

/** What remains of an event, run by `supporter`; `author` came, `helper` spoke. */
export const AFTERWARDS: Record<string, Entry> = {
  "events.$eventId_.materials": ofEvent("materials", { get: helping(200), post: helping(400) }),
  "events.$eventId_.materials_.$materialId.removal": ofMaterial("removal"),
  "events.$eventId_.materials_.$materialId.restoration": ofMaterial("restoration"),
  "events.$eventId_.materials_.announcement": ofEvent("materials/announcement", {
    post: helping(302),
  }),
  "events.$eventId_.recording": ofEvent("recording", { get: helping(200), post: helping(302) }),
  "events.$eventId_.sessions.$sessionId.notes": {
    at: ({ afterwards: { eventId, sessionId } }) =>
      `/events/${eventId}/sessions/${sessionId}/notes`,
    get: helping(200),
    post: helping(400),
  },
  "events.$eventId_.thanks": ofEvent("thanks", { get: helping(200), post: helping(400) }),
  "events.$eventId_.room-questions.new": ofEvent("room-questions/new", {
    get: { ...helping(200), author: 200 },
    post: { ...helping(400), author: 400 },
  }),
  "events.$eventId_.survey": ofEvent("survey", { get: asked(200), post: asked(400) }),
  "events.$eventId_.survey-results": ofEvent("survey-results", { get: helping(200) }),
  "events.$eventId_.survey-results[.]csv": ofEvent("survey-results.csv", { get: helping(200) }),
  "surveys.$token": {
    at: ({ afterwards }) => `/surveys/${afterwards.secret}?satisfaction=4`,
    get: everyone(200),
    post: everyone(400),
  },
  "surveys.$token_.satisfaction": {
    at: ({ afterwards }) => `/surveys/${afterwards.secret}/satisfaction`,
    post: everyone(302),
    form: () => ({ satisfaction: "4" }),
  },
  "staff.coverage._index": page("/staff/coverage", staff(200)),
  "staff.coverage.organisations": page(
    "/staff/coverage/organisations?reach=missing&tier=2",
    staff(200),
  ),
  "staff.coverage.organisations[.]csv": page("/staff/coverage/organisations.csv", staff(200)),
  "staff.coverage.events[.]csv": page("/staff/coverage/events.csv", staff(200)),
  "staff.coverage.figures[.]csv": page("/staff/coverage/figures.csv", staff(200)),
  "staff.coverage.invitation": page(
    "/staff/coverage/invitation?event=1&organisation=1",
    staff(302),
  ),
};
