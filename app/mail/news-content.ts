import type { TFunction } from "i18next";
import type { CalendarEntry } from "#db/schema/notifications.ts";
import type { NotificationKind, ThreadSubject } from "#db/vocabulary.ts";
import type { MailContent, NewsWords } from "./mail-content.ts";
import type { MailParams, News } from "./mails.ts";

type Words = { t: TFunction<["mail"]>; news: NewsWords };

/** For the values that a kind does not have: its texts do not name them. */
const NOTHING = { date: "", days: "", when: "" };

/** Kinds that ask something of their reader, which the mail says below its button. */
const ASKS = {
  "question-answered": "notification.question-answered.next",
  routed: "notification.routed.next",
  "registration-offered": "notification.registration-offered.next",
} as const satisfies Partial<Record<NotificationKind, string>>;

/** Kinds whose button says the one step that it leads to. */
const STEPS = {
  "registration-offered": "notification.registration-offered.action",
  "event-survey": "notification.event-survey.action",
} as const satisfies Partial<Record<NotificationKind, string>>;

/** The mail about one thing that happened. */
export function notificationContent(
  params: MailParams["notification"],
  { t, news }: Words,
): MailContent {
  const { about, title, thread, excerpt, url, detail, calendar, surveyUrl } = params;
  const next = about in ASKS ? ASKS[about as keyof typeof ASKS] : undefined;
  const step = about in STEPS ? STEPS[about as keyof typeof STEPS] : undefined;
  return {
    subject: t(`notification.${about}.subject`, { ...NOTHING, ...detail, title }),
    paragraphs: [asSentence(told(params, news))],
    quote: excerpt ? { heading: title, text: excerpt } : { text: title },
    ...(surveyUrl && { choices: surveyChoices(surveyUrl, t) }),
    action: {
      label: t(step ?? `notification.read.${placeIn(thread, url)}`),
      url: surveyUrl ?? url,
    },
    notes: [...(next ? [t(next)] : []), ...(calendar ? [calendarNote(calendar, t)] : [])],
    ways: waysOut(params, { t, news }),
  };
}

const SATISFACTIONS = [5, 4, 3, 2, 1] as const;

/** The first question of a survey in the mail itself. The links only open the page: scanners do. */
function surveyChoices(url: string, t: Words["t"]): MailContent["choices"] {
  return {
    question: t("survey.question"),
    links: SATISFACTIONS.map((value) => ({
      label: `${value} ${t(`survey.satisfaction.${value}`)}`,
      url: `${url}?satisfaction=${value}`,
    })),
  };
}

/** The mail that brings an appointment into the calendar of the one who made or changed it. */
export function invitationContent(
  params: MailParams["calendar-invitation"],
  { t, news }: Words,
): MailContent {
  const { about, title, thread, url, detail, calendar } = params;
  const values = { with: "", ...NOTHING, ...detail };
  return {
    subject: t(`calendar.${about}.subject`, { ...values, title }),
    paragraphs: [t(`calendar.${about}.intro`, values)],
    quote: { text: title },
    action: { label: t(`notification.read.${placeIn(thread, url)}`), url },
    notes: [calendarNote(calendar, t)],
    ways: waysOut(params, { t, news }),
  };
}

function calendarNote({ isCancelled }: CalendarEntry, t: Words["t"]): string {
  return t(isCancelled ? "calendar.withdrawn" : "calendar.attached");
}

/** How to get no more mails of this sort. */
function waysOut(
  {
    about,
    settingsUrl,
    unsubscribeUrl,
  }: Pick<MailParams["notification"], "about" | "settingsUrl" | "unsubscribeUrl">,
  { t, news }: Words,
): MailContent["ways"] {
  const end = { label: t("ways.end", { sort: news(`setting.${about}`) }), url: unsubscribeUrl };
  return [...(unsubscribeUrl ? [end] : []), { label: t("ways.settings"), url: settingsUrl }];
}

/** What happened in a day or a week, by thread. */
export function digestContent(params: MailParams["digest"], { t, news }: Words): MailContent {
  const { period, count, threads, moreThreads, inboxUrl, settingsUrl, unsubscribeUrl } = params;
  return {
    subject: t(`digest.${period}.subject`, { count }),
    paragraphs: [t(`digest.${period}.intro`, { count })],
    groups: threads.map(({ title, url, events, more }) => ({
      title,
      url,
      lines: events.map((event) => ({ text: told(event, news), url: event.url })),
      more: more > 0 ? t("digest.moreEvents", { count: more }) : undefined,
    })),
    action: { label: t("digest.action"), url: inboxUrl },
    notes: moreThreads > 0 ? [t("digest.moreThreads", { count: moreThreads })] : [],
    ways: [
      { label: t(`digest.${period}.end`), url: unsubscribeUrl },
      { label: t("ways.settings"), url: settingsUrl },
    ],
  };
}

function told(event: News, news: NewsWords): string {
  return news(`kind.${event.about}`, {
    ...NOTHING,
    ...event.detail,
    actor: event.actor || news("someone"),
  });
}

/** The inbox leaves out the full stop that a letter needs. */
function asSentence(text: string): string {
  if (/[。？！?!.]$/.test(text)) return text;
  return /[\u3040-\u30ff\u4e00-\u9fff）」]$/.test(text) ? `${text}。` : `${text}.`;
}

type Place = Exclude<ThreadSubject, "question"> | "question" | "answer" | "comment";

/** What the button of a mail leads to. */
function placeIn(thread: string, url: string): Place {
  const subject = thread.split(":")[0] as ThreadSubject;
  if (subject !== "question") return subject;
  const fragment = new URL(url).hash;
  if (fragment.startsWith("#comment-")) return "comment";
  return fragment.startsWith("#answer-") ? "answer" : "question";
}
