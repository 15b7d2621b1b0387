import afterwards from "./en/afterwards.ts";
import auth from "./en/auth.ts";
import calendar from "./en/calendar.ts";
import certification from "./en/certification.ts";
import checkIn from "./en/check-in.ts";
import common from "./en/common.ts";
import credentials from "./en/credentials.ts";
import eventCalendar from "./en/event-calendar.ts";
import events from "./en/events.ts";
import exams from "./en/exams.ts";
import home from "./en/home.ts";
import mail from "./en/mail.ts";
import notifications from "./en/notifications.ts";
import organisations from "./en/organisations.ts";
import organising from "./en/organising.ts";
import pairSessions from "./en/pair-sessions.ts";
import people from "./en/people.ts";
import points from "./en/points.ts";
import questions from "./en/questions.ts";
import registrations from "./en/registrations.ts";
import routing from "./en/routing.ts";
import settings from "./en/settings.ts";
import staff from "./en/staff.ts";
import supporters from "./en/supporters.ts";

/** All English texts. */
export const english = {
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
