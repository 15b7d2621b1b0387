import { Feed } from "feed";

type Entry = {
  id: number;
  title: string;
  bodyHtml: string;
  authorName: string;
  createdAt: Date;
  editedAt: Date | null;
};

// XML 1.0 has no place for other characters, not even escaped.
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const clean = (text: string) => text.replace(NOT_IN_XML, "");
// Titles are announced as HTML: what was typed as text must not be read as markup.
const asHtml = (text: string) =>
  clean(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Public questions as an Atom feed, newest first. Source: RFC 4287. */
export function questionFeed(
  entries: Entry[],
  { origin, title, now }: { origin: string; title: string; now: Date },
): string {
  const updated = (entry: Entry) => entry.editedAt ?? entry.createdAt;
  const feed = new Feed({
    id: `${origin}/questions`,
    title: clean(title),
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
      content: clean(entry.bodyHtml).replace(/(src|href)="\/(?!\/)/g, `$1="${origin}/`),
      author: [{ name: clean(entry.authorName) }],
      published: entry.createdAt,
      date: updated(entry),
    });
  }
  return feed.atom1();
}
