import { Feed } from "feed";
import { absoluteLinks, asHtml, cleanXml } from "#app/lib/feed-text.ts";

type Entry = {
  id: number;
  title: string;
  bodyHtml: string;
  authorName: string;
  createdAt: Date;
  editedAt: Date | null;
};

/** Public questions as an Atom feed, newest first. Source: RFC 4287. */
export function questionFeed(
  entries: Entry[],
  { origin, title, now }: { origin: string; title: string; now: Date },
): string {
  const updated = (entry: Entry) => entry.editedAt ?? entry.createdAt;
  const feed = new Feed({
    id: `${origin}/questions`,
    title: cleanXml(title),
    link: `${origin}/questions`,
    feedLinks: { atom: `${origin}/questions.atom` },
    copyright: "",
    updated:
      entries.length > 0 ? new Date(Math.max(...entries.map((e) => updated(e).getTime()))) : now,
  });
  for (const entry of entries) {
    const link = `${origin}/questions/${entry.id}`;
    feed.addItem({
      id: link,
      link,
      title: asHtml(entry.title),
      content: absoluteLinks(cleanXml(entry.bodyHtml), origin),
      author: [{ name: cleanXml(entry.authorName) }],
      published: entry.createdAt,
      date: updated(entry),
    });
  }
  return feed.atom1();
}
