import { Feed } from "feed";
import type { TFunction } from "i18next";
import { absoluteLinks, asHtml, cleanXml } from "#app/lib/feed-text.ts";
import type { Locale } from "#db/vocabulary.ts";

type Entry = {
  id: number;
  title: string;
  summary: string;
  bodyHtml: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  postponedAt: Date | null;
  cancelledAt: Date | null;
  publishedAt: Date | null;
  updatedAt: Date;
};

/** Public events as an Atom feed, the last changed first. Source: RFC 4287. */
export function eventFeed(
  entries: Entry[],
  {
    origin,
    title,
    locale,
    t,
    now,
  }: { origin: string; title: string; locale: Locale; t: TFunction<["events"]>; now: Date },
): string {
  const feed = new Feed({
    id: `${origin}/events`,
    title: cleanXml(title),
    link: `${origin}/events`,
    feedLinks: { atom: `${origin}/events.atom` },
    copyright: "",
    updated: entries[0]?.updatedAt ?? now,
  });
  for (const entry of entries) {
    const link = `${origin}/events/${entry.id}`;
    const when = new Intl.DateTimeFormat(locale, {
      dateStyle: "full",
      timeStyle: "short",
      timeZone: entry.timeZone,
    }).formatRange(entry.startsAt, entry.endsAt);
    const summary = entry.summary && `<p>${asHtml(entry.summary)}</p>`;
    const body = absoluteLinks(cleanXml(entry.bodyHtml), origin);
    feed.addItem({
      id: link,
      link,
      title: asHtml(titleOf(entry, t)),
      content: `<p>${asHtml(`${when} (${entry.timeZone})`)}</p>${summary}${body}`,
      published: entry.publishedAt ?? entry.updatedAt,
      date: entry.updatedAt,
    });
  }
  return feed.atom1();
}

function titleOf({ title, cancelledAt, postponedAt }: Entry, t: TFunction<["events"]>): string {
  if (cancelledAt) return t("feed.cancelled", { title });
  return postponedAt ? t("feed.postponed", { title }) : title;
}
