import type {
  Admission,
  EventKind,
  EventPlace,
  EventQuestionKind,
  EventScope,
  Locale,
  TicketPlace,
} from "#db/vocabulary.ts";
import { ENGLISH_WORDS } from "./template-words-en.ts";
import { JAPANESE_WORDS } from "./template-words-ja.ts";

/** The part of a template that does not depend on the language. Times are minutes. */
type Shape = {
  place: EventPlace;
  scope: EventScope;
  invitedOnly: boolean;
  minutes: number;
  colleaguesMax: number;
  offerHours: number;
  sessions: readonly number[];
  tickets: readonly {
    place: TicketPlace;
    capacity: number;
    admission: Admission;
    organisationCap?: number;
  }[];
  questions: readonly { kind: EventQuestionKind; isRequired: boolean }[];
};

/** The part that does: one entry for each of the shape's, in its order. */
export type TemplateWords = {
  /** Says how titles of this kind are made; `title` is what a new one begins with. */
  title: string;
  summary: string;
  body: string;
  sessions: readonly string[];
  tickets: readonly string[];
  questions: readonly { label: string; choices?: readonly string[] }[];
};

const SHAPES: Record<EventKind, Shape> = {
  "user-group": {
    place: "hybrid",
    scope: "customers",
    invitedOnly: false,
    minutes: 150,
    colleaguesMax: 2,
    offerHours: 24,
    sessions: [10, 30, 30, 10, 40, 30],
    tickets: [
      { place: "on-site", capacity: 40, admission: "first-come", organisationCap: 3 },
      { place: "online", capacity: 200, admission: "first-come" },
    ],
    questions: [
      { kind: "text", isRequired: false },
      { kind: "choice", isRequired: false },
    ],
  },
  "invited-meeting": {
    place: "on-site",
    scope: "customers",
    invitedOnly: true,
    minutes: 120,
    colleaguesMax: 1,
    offerHours: 48,
    sessions: [15, 45, 45, 15],
    tickets: [{ place: "on-site", capacity: 16, admission: "invitation", organisationCap: 2 }],
    questions: [
      { kind: "text", isRequired: true },
      { kind: "text", isRequired: false },
    ],
  },
  webinar: {
    place: "online",
    scope: "customers",
    invitedOnly: false,
    minutes: 60,
    colleaguesMax: 5,
    offerHours: 12,
    sessions: [5, 35, 15, 5],
    tickets: [{ place: "online", capacity: 300, admission: "first-come" }],
    questions: [{ kind: "text", isRequired: false }],
  },
  workshop: {
    place: "on-site",
    scope: "customers",
    invitedOnly: false,
    minutes: 180,
    colleaguesMax: 1,
    offerHours: 24,
    sessions: [15, 45, 15, 75, 30],
    tickets: [{ place: "on-site", capacity: 20, admission: "approval", organisationCap: 2 }],
    questions: [
      { kind: "choice", isRequired: true },
      { kind: "text", isRequired: true },
      { kind: "choices", isRequired: false },
    ],
  },
  "study-session": {
    place: "online",
    scope: "customers",
    invitedOnly: false,
    minutes: 60,
    colleaguesMax: 3,
    offerHours: 12,
    sessions: [5, 20, 30, 5],
    tickets: [{ place: "online", capacity: 30, admission: "first-come" }],
    questions: [{ kind: "text", isRequired: false }],
  },
};

const WORDS: Record<Locale, Record<EventKind, TemplateWords>> = {
  ja: JAPANESE_WORDS,
  en: ENGLISH_WORDS,
};

/** What a new event of a kind begins with, in one language. */
export function templateOf(kind: EventKind, locale: Locale) {
  const shape = SHAPES[kind];
  const words = WORDS[locale][kind];
  let startsAfter = 0;
  const sessions = shape.sessions.map((minutes, index) => {
    const session = { startsAfter, minutes, title: words.sessions[index] ?? "" };
    startsAfter += minutes;
    return session;
  });
  return {
    ...shape,
    title: words.title,
    summary: words.summary,
    body: words.body,
    sessions,
    tickets: shape.tickets.map((ticket, index) => ({
      organisationCap: null,
      ...ticket,
      name: words.tickets[index] ?? "",
    })),
    questions: shape.questions.map((question, index) => ({
      ...question,
      label: words.questions[index]?.label ?? "",
      choices: [...(words.questions[index]?.choices ?? [])],
    })),
  };
}
