import { type Entry, members, staff } from "../entries.ts";

const at = (rest: string, answers: Pick<Entry, "get" | "post" | "form">): Entry => ({
  at: ({ door }) => `/events/${door.eventId}${rest}`,
  ...answers,
});

/** What the routes at the door of an event answer; `author` has a place in it. */
export const DOOR: Record<string, Entry> = {
  "events.$eventId_.desk": at("/desk", { get: staff(200) }),
  "events.$eventId_.desk_.code": at("/desk/code", { get: staff(200) }),
  "events.$eventId_.check-ins": at("/check-ins", {
    get: staff(200),
    post: staff(302),
    form: () => ({ way: "walk-in", guestName: "当日 花子", key: crypto.randomUUID() }),
  }),
  "events.$eventId_.check-ins_.$attendanceId.removal": {
    at: ({ door }) => `/events/${door.eventId}/check-ins/${door.attendanceId}/removal`,
    post: staff(302),
  },
  "events.$eventId_.check-in": at("/check-in", { get: members(200), post: members(400) }),
  "events.$eventId_.online": at("/online", {
    get: members(200),
    post: { ...members(400), author: 200, staff: 200, admin: 200 },
  }),
};
