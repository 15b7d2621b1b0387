import { type Answers, type Entry, form, helping, members, page, verb } from "./entries.ts";

/** `supporter` is the host and `author` the guest; for people without a part in it, it is not there. */
const parties = (answers: Partial<Answers>): Answers => ({
  ...members(404),
  staff: 403,
  admin: 403,
  ...answers,
});

type Kinds = Pick<Entry, "get" | "post">;
const ofComing = (rest: string, answers: Kinds): Entry => ({
  at: ({ pair }) => `/pair-sessions/${pair.comingId}${rest}`,
  ...answers,
});
const ofPast = (rest: string, answers: Kinds): Entry => ({
  at: ({ pair }) => `/pair-sessions/${pair.pastId}${rest}`,
  ...answers,
});

/** What the routes of pair sessions answer to whom. */
export const PAIR_SESSIONS: Record<string, Entry> = {
  "pair-sessions._index": page("/pair-sessions", members(200)),
  "pair-sessions.$sessionId": ofPast("", {
    get: parties({ supporter: 200, author: 200, lead: 200, staff: 200, admin: 200 }),
  }),
  "pair-sessions.$sessionId[.]ics": ofPast(".ics", {
    get: parties({ supporter: 200, author: 200, lead: 403 }),
  }),
  "pair-sessions.$sessionId_.cancellation": ofComing("/cancellation", {
    get: parties({ supporter: 200, author: 200 }),
    post: parties({ supporter: 400, author: 400 }),
  }),
  "pair-sessions.$sessionId_.time": ofComing("/time", {
    get: parties({ supporter: 403, author: 200 }),
    post: parties({ supporter: 403, author: 400 }),
  }),
  "pair-sessions.$sessionId_.record": ofPast("/record", {
    get: parties({ supporter: 200, author: 403, lead: 403 }),
    post: parties({ supporter: 400, author: 403, lead: 403 }),
  }),
  "people.$handle_.pair-sessions": {
    at: ({ pair }) => `/people/${pair.hostHandle}/pair-sessions`,
    get: members(200),
  },
  "people.$handle_.pair-sessions_.new": {
    at: ({ pair }) => `/people/${pair.hostHandle}/pair-sessions/new?at=${pair.at}`,
    get: members(200),
    post: members(400),
  },
  "settings.pair-sessions": form("/settings/pair-sessions", helping(200), helping(400)),
  // Staff have said nothing of what they offer: that comes first.
  "settings.pair-sessions_.hours.new": {
    ...form(
      "/settings/pair-sessions/hours/new",
      { ...helping(302), supporter: 200 },
      { ...helping(302), supporter: 400 },
    ),
    asData: { post: helping(400) },
  },
  "settings.pair-sessions_.hours.$spanId.removal": verb(
    "/settings/pair-sessions/hours/999/removal",
    helping(404),
  ),
  "settings.pair-sessions_.pause": verb("/settings/pair-sessions/pause", helping(302)),
  "settings.pair-sessions_.pause_.removal": verb(
    "/settings/pair-sessions/pause/removal",
    helping(302),
  ),
  "settings.pair-sessions_.time-zone": verb("/settings/pair-sessions/time-zone", helping(302)),
};
