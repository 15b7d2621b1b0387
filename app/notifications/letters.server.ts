import { eq } from "drizzle-orm";
import { issueSurveyLink } from "#app/events/afterwards/survey-links.server.ts";
import { portalUrl } from "#app/lib/current-config.server.ts";
import { excerpt } from "#app/lib/markdown/scan.ts";
import type { CalendarKind, MailParams } from "#app/mail/mails.ts";
import { enqueueMail } from "#app/mail/outbox.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import type { CalendarEntry } from "#db/schema/notifications.ts";
import { people } from "#db/schema/people.ts";
import type { Locale } from "#db/vocabulary.ts";
import { shownDetail, storedDetail } from "./detail.ts";
import type { News, Reader } from "./due-news.server.ts";
import { KIND_RULES } from "./kinds.ts";
import { newsPath, threadPath } from "./notification-link.ts";
import { findPreferences } from "./preferences.server.ts";
import type { Topic } from "./topics.ts";
import { issueUnsubscribeLink } from "./unsubscribing.server.ts";

const EXCERPT_LENGTH = 200;
const THREADS_IN_DIGEST = 10;
const EVENTS_PER_THREAD = 4;

type Addressed = Reader & { email: string };

type OwnAppointment = {
  personId: number;
  kind: CalendarKind;
  about: Topic;
  /** `with` names the other one who takes part, where there are two. */
  detail: { when: Date; with?: string };
  calendar: (reader: { id: number; locale: Locale }) => CalendarEntry;
  /** Tells the changes of the same appointment apart, as in `notify`. */
  onceKey: string;
  now: Date;
};

/** Puts the mail about one notification into the outbox. Returns its id. */
export async function writeMail(
  tx: DbOrTx,
  { reader, news, now }: { reader: Addressed; news: News; now: Date },
): Promise<number> {
  return enqueueMail(tx, {
    kind: "notification",
    ...addressOf(reader),
    params: {
      about: news.kind,
      actor: news.actorName ?? "",
      title: news.title,
      excerpt: excerptOf(news),
      url: portalUrl(newsPath(news)),
      thread: news.threadKey,
      detail: detailFor(reader, news),
      settingsUrl: portalUrl("/settings/notifications"),
      unsubscribeUrl: await unsubscribeUrl(tx, { reader, target: news.kind, now }),
      ...(news.calendar && { calendar: news.calendar }),
      ...(await surveyOf(tx, { reader, news, now })),
    },
    onceKey: `notification:${news.id}`,
    now,
  });
}

/**
 * Mails an appointment to the one who just made, moved or cancelled it: no notification tells
 * people of their own deeds, but their calendar needs to know. At once, for they are up; not when
 * they want no mail of this kind.
 */
export async function mailOwnAppointment(
  tx: DbOrTx,
  { personId, kind, about, detail, calendar, onceKey, now }: OwnAppointment,
): Promise<void> {
  const [person] = await tx.select().from(people).where(eq(people.id, personId));
  const { preferences } = await findPreferences(tx, { personId });
  if (!person?.email || preferences[kind].mail === "off") return;
  const { locale, timeZone } = person;
  await enqueueMail(tx, {
    kind: "calendar-invitation",
    ...addressOf({ ...person, email: person.email }),
    params: {
      about: kind,
      title: about.title(locale),
      detail: shownDetail(storedDetail(detail), { locale, timeZone, namesZone: true }),
      url: portalUrl(about.path),
      thread: about.thread,
      calendar: calendar({ id: personId, locale }),
      settingsUrl: portalUrl("/settings/notifications"),
      unsubscribeUrl: await unsubscribeUrl(tx, { reader: person, target: kind, now }),
    },
    onceKey: [kind, about.thread, onceKey, personId].join(":"),
    now,
  });
}

/** Puts one digest of the given notifications into the outbox. Returns its id. */
export async function writeDigest(
  tx: DbOrTx,
  {
    reader,
    period,
    news,
    now,
  }: { reader: Addressed; period: "daily" | "weekly"; news: News[]; now: Date },
): Promise<number> {
  const threads = byThread(news);
  const shown = threads.slice(0, THREADS_IN_DIGEST);
  return enqueueMail(tx, {
    kind: "digest",
    ...addressOf(reader),
    params: {
      period,
      count: news.length,
      threads: shown.map((thread) => digestThread(reader, thread)),
      moreThreads: threads.length - shown.length,
      inboxUrl: portalUrl("/notifications"),
      settingsUrl: portalUrl("/settings/notifications"),
      unsubscribeUrl: await unsubscribeUrl(tx, { reader, target: period, now }),
    },
    onceKey: `digest:${reader.id}:${period}:${news.at(-1)?.id}`,
    now,
  });
}

function addressOf(reader: Pick<Addressed, "id" | "email" | "name" | "locale">) {
  return {
    personId: reader.id,
    toAddress: reader.email,
    toName: reader.name,
    locale: reader.locale,
  };
}

async function unsubscribeUrl(
  tx: DbOrTx,
  {
    reader,
    target,
    now,
  }: { reader: Pick<Reader, "id">; target: News["kind"] | "daily" | "weekly"; now: Date },
): Promise<string> {
  const secret = await issueUnsubscribeLink(tx, { personId: reader.id, target, now });
  return portalUrl(`/unsubscribe/${secret}`);
}

/** A mail that asks about an event brings the reader's own way in, so that one click is enough. */
async function surveyOf(
  tx: DbOrTx,
  { reader, news, now }: { reader: Pick<Reader, "id">; news: News; now: Date },
): Promise<{ surveyUrl?: string }> {
  const eventId = /^event:(\d+)$/.exec(news.threadKey)?.[1];
  if (news.kind !== "event-survey" || !eventId) return {};
  const secret = await issueSurveyLink(tx, { personId: reader.id, eventId: Number(eventId), now });
  return secret ? { surveyUrl: portalUrl(`/surveys/${secret}`) } : {};
}

/** What the event itself says, else the beginning of the post when the kind is about reading it. */
function excerptOf({ kind, detail, text }: News): string {
  const said = detail.message;
  if (said !== undefined) return excerpt(String(said), EXCERPT_LENGTH);
  return KIND_RULES[kind].quotesPost ? excerpt(text, EXCERPT_LENGTH) : "";
}

/** A mail is read anywhere, so that it says in which zone its hours are. */
function detailFor({ locale, timeZone }: Reader, { detail }: News): News["detail"] {
  return shownDetail(detail, { locale, timeZone, namesZone: true });
}

/** Threads in the order of their newest event, newest first; events in the order they happened. */
function byThread(news: News[]): News[][] {
  const threads = new Map<string, News[]>();
  for (const item of news.toReversed()) {
    threads.set(item.threadKey, [item, ...(threads.get(item.threadKey) ?? [])]);
  }
  return [...threads.values()];
}

function digestThread(reader: Reader, news: News[]): MailParams["digest"]["threads"][number] {
  const shown = news.slice(-EVENTS_PER_THREAD);
  const newest = news.at(-1);
  if (!newest) throw new Error("A thread without events");
  return {
    title: newest.title,
    url: portalUrl(threadPath(newest)),
    events: shown.map((item) => ({
      about: item.kind,
      actor: item.actorName ?? "",
      detail: detailFor(reader, item),
      url: portalUrl(newsPath(item)),
    })),
    more: news.length - shown.length,
  };
}
