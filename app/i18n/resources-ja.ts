import afterwards from "./ja/afterwards.ts";
import auth from "./ja/auth.ts";
import calendar from "./ja/calendar.ts";
import certification from "./ja/certification.ts";
import checkIn from "./ja/check-in.ts";
import common from "./ja/common.ts";
import credentials from "./ja/credentials.ts";
import eventCalendar from "./ja/event-calendar.ts";
import events from "./ja/events.ts";
import exams from "./ja/exams.ts";
import home from "./ja/home.ts";
import mail from "./ja/mail.ts";
import notifications from "./ja/notifications.ts";
import organisations from "./ja/organisations.ts";
import organising from "./ja/organising.ts";
import pairSessions from "./ja/pair-sessions.ts";
import people from "./ja/people.ts";
import points from "./ja/points.ts";
import questions from "./ja/questions.ts";
import registrations from "./ja/registrations.ts";
import routing from "./ja/routing.ts";
import settings from "./ja/settings.ts";
import staff from "./ja/staff.ts";
import supporters from "./ja/supporters.ts";

/** All Japanese texts: the source that English follows and that types the keys. */
export const japanese = {
  auth,
  calendar,
  certification,
  common,
  credentials,
  exams,
  home,
  mail,
  notifications,
  organisations,
  "pair-sessions": pairSessions,
  afterwards,
  "check-in": checkIn,
  organising,
  registrations,
  events,
  "event-calendar": eventCalendar,
  people,
  points,
  questions,
  routing,
  settings,
  staff,
  supporters,
};
