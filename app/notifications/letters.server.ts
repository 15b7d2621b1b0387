import { portalUrl } from "#app/lib/current-config.server.ts";
import { excerpt } from "#app/lib/markdown/scan.ts";
import type { MailParams } from "#app/mail/mails.ts";
import { enqueueMail } from "#app/mail/outbox.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { shownDetail } from "./detail.ts";
import type { News, Reader } from "./due-news.server.ts";
import { KIND_RULES } from "./kinds.ts";
import { newsPath, threadPath } from "./notification-link.ts";
import { issueUnsubscribeLink } from "./unsubscribing.server.ts";

const EXCERPT_LENGTH = 200;
const THREADS_IN_DIGEST = 10;
const EVENTS_PER_THREAD = 4;

type Addressed = Reader & { email: string };

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
    },
    onceKey: `notification:${news.id}`,
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

function addressOf(reader: Addressed) {
  return {
    personId: reader.id,
    toAddress: reader.email,
    toName: reader.name,
    locale: reader.locale,
  };
}

async function unsubscribeUrl(
  tx: DbOrTx,
  { reader, target, now }: { reader: Reader; target: News["kind"] | "daily" | "weekly"; now: Date },
): Promise<string> {
  const secret = await issueUnsubscribeLink(tx, { personId: reader.id, target, now });
  return portalUrl(`/unsubscribe/${secret}`);
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
